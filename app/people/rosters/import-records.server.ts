/** Imports as they are kept: one row for each file, found within a scope. */
import { and, count, desc, eq, inArray, like, or, type SQL, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Statement, Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import type { Scope } from '#app/people/places/scope'
import { importsIn } from './import-scope.server'
import { importStatuses } from './import-status'

export type Import = Store['tables']['imports']['$inferSelect']
export type ImportRow = Store['tables']['importRows']['$inferSelect']
export type Outcome = ImportRow['outcome']

/** Its filter of the list. */
export const IMPORT_FILTERS = ['status'] as const

export type ImportLine = Import & { accountName: string; organizationName: string | null }

function selectImports({ db, tables: { imports, accounts, organizations } }: Store) {
  return db
    .select({ import: imports, accountName: accounts.name, organizationName: organizations.name })
    .from(imports)
    .innerJoin(accounts, eq(accounts.id, imports.accountId))
    .leftJoin(organizations, eq(organizations.id, imports.organizationId))
}

/** An import of the scope, with who uploaded it and whose roster it is for; null when there is none. */
export async function findImport(store: Store, scope: Scope, importId: string): Promise<ImportLine | null> {
  if (!isId(importId)) return null
  const [row] = await selectImports(store).where(and(eq(store.tables.imports.id, importId), importsIn(store, scope)))
  return row ? { ...row.import, accountName: row.accountName, organizationName: row.organizationName } : null
}

/** One page of the imports of the scope, the newest first. */
export async function listImports(store: Store, scope: Scope, query: ListQuery) {
  const { imports, accounts, organizations } = store.tables
  const where = importsWhere(store, scope, query)
  const [rows, [all]] = await Promise.all([
    selectImports(store)
      .where(where)
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    store.db
      .select({ rows: count() })
      .from(imports)
      .innerJoin(accounts, eq(accounts.id, imports.accountId))
      .leftJoin(organizations, eq(organizations.id, imports.organizationId))
      .where(where),
  ])
  const lines = rows.map(({ import: row, ...names }): ImportLine => ({ ...row, ...names }))
  return { rows: lines, total: all?.rows ?? 0 }
}

function importsWhere(store: Store, scope: Scope, { search, filters }: ListQuery): SQL | undefined {
  const { imports, accounts, organizations } = store.tables
  const status = importStatuses.find((known) => known === filters.status)
  const pattern = sql`${likePattern(search)} escape '\\'`
  return and(
    importsIn(store, scope),
    status && eq(imports.status, status),
    search === ''
      ? undefined
      : or(like(imports.fileName, pattern), like(accounts.name, pattern), like(organizations.name, pattern)),
  )
}

/** The statement that changes an import, as long as it still has one of these statuses. */
export const changeImport = (
  { tables: { imports } }: Store,
  tx: Parameters<Parameters<Store['atomically']>[0]>[0],
  importId: string,
  given: { while: Import['status'][]; set: Partial<Import> },
): Statement =>
  tx
    .update(imports)
    .set(given.set)
    .where(and(eq(imports.id, importId), inArray(imports.status, given.while)))

/** The status of an import whoever asks: for the work that goes on in the background. Null when it is gone. */
export async function statusOf({ db, tables: { imports } }: Store, importId: string): Promise<Import['status'] | null> {
  const [row] = await db.select({ status: imports.status }).from(imports).where(eq(imports.id, importId))
  return row?.status ?? null
}
