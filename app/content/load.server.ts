/**
 * Reads content/ once, checks it and returns the catalogue, or every fault found. The only file that reads content/.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import type { z } from 'zod'
import { checkInstrument, checkModule } from './check'
import { type Fault, faultFromIssue, faultFromYamlError } from './fault'
import {
  type Catalog,
  catalogList,
  type Instrument,
  instrumentStructure,
  instrumentWords,
  type Module,
  moduleStructure,
  moduleWords,
  sourceList,
} from './schema'

export type Loaded = { catalog: Catalog; faults: [] } | { catalog: null; faults: Fault[] }

type Reading = { root: string; faults: Fault[] }

const LOCALES = ['zh-CN', 'en'] as const

/**
 * Loads every authored file below `root`/content. Never throws for what an author can do: broken files come back as
 * faults, and then there is no catalogue.
 */
export function loadCatalog(root: string): Loaded {
  const reading: Reading = { root, faults: [] }
  const sources = readYaml(reading, 'content/sources.yaml', sourceList)
  const list = readYaml(reading, 'content/catalog.yaml', catalogList)
  const modules = foldersIn(reading, 'content/modules').map((folder) => readModule(reading, folder, sources))
  const instruments = foldersIn(reading, 'content/surveys').map((folder) => readInstrument(reading, folder))
  if (list) reading.faults.push(...compareCatalog(list, foldersIn(reading, 'content/modules')))
  if (!list || !sources || reading.faults.length > 0) return { catalog: null, faults: reading.faults }
  const read = modules.filter((module) => module !== null)
  const ordered = list.modules
    .map((id) => read.find((module) => module.id === id))
    .filter((module) => module !== undefined)
  const whole = {
    modules: ordered,
    audiences: list.audiences,
    sources,
    instruments: instruments.filter((i) => i !== null),
  }
  return { catalog: { ...whole, version: hashOf(whole) }, faults: [] }
}

/** The bytes of one picture of a module; null when there is none of that name. */
export function readPicture(root: string, moduleId: string, name: string): string {
  return readFileSync(join(root, 'content/modules', moduleId, 'pictures', `${name}.svg`), 'utf8')
}

function readModule(reading: Reading, name: string, sources: z.infer<typeof sourceList> | null): Module | null {
  const folder = `content/modules/${name}`
  const structure = readYaml(reading, `${folder}/module.yaml`, moduleStructure)
  const words = readWords(reading, folder, moduleWords)
  const pictures = filesIn(reading, `${folder}/pictures`, '.svg')
  // What one broken file would make of the others is no fault of theirs.
  if (!structure || !words || !sources) return null
  reading.faults.push(...checkModule({ folder, structure, words, pictures }, sources))
  const whole = { ...structure, words, pictures }
  return { ...whole, version: hashOf({ whole, drawings: pictures.map((p) => readPicture(reading.root, name, p)) }) }
}

function readInstrument(reading: Reading, name: string): Instrument | null {
  const folder = `content/surveys/${name}`
  const structure = readYaml(reading, `${folder}/instrument.yaml`, instrumentStructure)
  const words = readWords(reading, folder, instrumentWords)
  if (!structure || !words) return null
  reading.faults.push(...checkInstrument(folder, structure, words))
  const whole = { ...structure, words }
  return { ...whole, version: hashOf(whole) }
}

/** Chinese must be there; English may be missing. */
function readWords<Schema extends z.ZodType>(reading: Reading, folder: string, schema: Schema) {
  type Words = z.infer<Schema>
  const words: { 'zh-CN'?: Words; en?: Words } = {}
  for (const locale of LOCALES) {
    const file = `${folder}/${locale}.yaml`
    if (locale !== 'zh-CN' && !existsSync(join(reading.root, file))) continue
    const read = readYaml(reading, file, schema)
    if (read) words[locale] = read
  }
  return words['zh-CN'] ? { ...words, 'zh-CN': words['zh-CN'] } : null
}

function readYaml<Schema extends z.ZodType>(reading: Reading, file: string, schema: Schema): z.infer<Schema> | null {
  const path = join(reading.root, file)
  if (!existsSync(path)) {
    reading.faults.push({ file, path: '', expected: 'this file', remedy: 'Create it as content/README.md shows.' })
    return null
  }
  const text = readFileSync(path, 'utf8')
  if (text.includes('\ufffd')) {
    const remedy = 'Save it again with the encoding UTF-8 (an editor may have written GBK).'
    reading.faults.push({ file, path: '', expected: 'text in UTF-8', remedy })
    return null
  }
  try {
    const parsed = schema.safeParse(parseYaml(text))
    if (parsed.success) return parsed.data
    reading.faults.push(...parsed.error.issues.map((issue) => faultFromIssue(file, issue)))
  } catch (error) {
    reading.faults.push(faultFromYamlError(file, error))
  }
  return null
}

function compareCatalog(list: z.infer<typeof catalogList>, folders: string[]): Fault[] {
  const file = 'content/catalog.yaml'
  const named = [
    ...list.modules.map((id) => ({ id, path: 'modules' })),
    ...Object.entries(list.audiences).flatMap(([audience, { required, suggested }]) =>
      [...required, ...suggested].map((id) => ({ id, path: `audiences.${audience}` })),
    ),
  ]
  const unknown = named.filter(({ id }) => !folders.includes(id))
  const unlisted = folders.filter((folder) => !list.modules.includes(folder))
  const repeated = list.modules.filter((id, place) => list.modules.indexOf(id) < place)
  return [
    ...repeated.map((id) => ({
      file,
      path: 'modules',
      expected: 'each module once',
      remedy: `Remove the second ${id}.`,
    })),
    ...unknown.map(({ id, path }) => ({
      file,
      path,
      expected: 'modules that exist',
      remedy: `Create content/modules/${id} or remove it from this list.`,
    })),
    ...unlisted.map((id) => ({ file, path: 'modules', expected: `an entry ${id}`, remedy: `Add ${id} to the list.` })),
  ]
}

function foldersIn({ root }: Reading, folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function filesIn({ root }: Reading, folder: string, ending: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  const names = readdirSync(path).filter((name) => name.endsWith(ending))
  return names.map((name) => name.slice(0, -ending.length)).sort()
}

/** Twelve hexadecimal digits that name this very content. */
function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12)
}
