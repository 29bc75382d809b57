/** The project's source as the architecture test reads it: paths, texts, imports and calls. */
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'

export type Source = { path: string; text: string }

/** `to` is a path from the project's root without its ending, or the name of a package. */
export type Import = { to: string; names: string[]; isType: boolean }

/** Every file below the folders that ends so. */
export function sourcesIn(folders: readonly string[], endings: RegExp): Source[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .filter((path) => endings.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** Everything a file imports: by import and export declarations, import() and require(). */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  const add = (specifier: string, names: string[], isType: boolean) =>
    found.push({ to: resolve(source.path, specifier), names, isType })
  visit(source, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, namesOf(node.importClause), isTypeOnly(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text, [], node.isTypeOnly)
    else if (ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText())) {
      const [specifier] = node.arguments
      if (specifier && ts.isStringLiteral(specifier)) add(specifier.text, [], false)
    }
  })
  return found
}

export type MethodCall = { receiver: string; method: string; arguments: string[] }

/** Every call of the form receiver.method(arguments), each part as it is written. */
export function methodCallsOf(source: Source): MethodCall[] {
  const calls: MethodCall[] = []
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return
    const { expression, name } = node.expression
    calls.push({
      receiver: expression.getText(),
      method: name.text,
      arguments: node.arguments.map((argument) => argument.getText()),
    })
  })
  return calls
}

const trees = new WeakMap<Source, ts.SourceFile>()

function visit(source: Source, see: (node: ts.Node) => void): void {
  const walk = (node: ts.Node) => {
    see(node)
    ts.forEachChild(node, walk)
  }
  walk(treeOf(source))
}

/** Parsed once a file, however many rules look at it. */
function treeOf(source: Source): ts.SourceFile {
  const kind = source.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = trees.get(source) ?? ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind)
  trees.set(source, tree)
  return tree
}

function resolve(from: string, specifier: string): string {
  const aliased = specifier.replace(/^#(app|drizzle)\//, '$1/')
  const path = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : aliased
  return path.replace(/\.[mc]?[jt]sx?$/, '')
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly) : []
  const whole = clause?.name || (bindings && ts.isNamespaceImport(bindings)) ? ['*'] : []
  return [...whole, ...named.map(({ name, propertyName }) => (propertyName ?? name).text)]
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  const bindings = clause.namedBindings
  const areTypes = bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((e) => e.isTypeOnly)
  return clause.isTypeOnly || (!clause.name && areTypes)
}
