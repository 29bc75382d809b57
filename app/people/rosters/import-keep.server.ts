/** What happens to imports by time and by accident: cells are emptied, broken-off work is marked. */
import { and, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { cellsKeptSince } from './import-status'

/**
 * Empties what is kept of files older than 90 days: their cells, and the names and values in the anteroom. What the
 * import did stays known: rows, outcomes, ids. What still waits to be applied by then is given up.
 */
export async function purgeImports(store: Store, now: Date): Promise<void> {
  const { imports, importRows } = store.tables
  const isOld = lt(sql`coalesce(${imports.appliedAt}, ${imports.createdAt})`, cellsKeptSince(now).getTime())
  const old = store.db.select({ id: imports.id }).from(imports).where(isOld)
  const nothing = { phoneSealed: null, phoneHash: null, phoneTail: null, idHash: null, idTail: null }
  const nobody = { name: null, birthYear: null, sex: null, note: null, guardianName: null, before: null }
  await store.atomically((tx) => [
    tx
      .update(imports)
      .set({ status: 'dropped' })
      .where(and(isOld, eq(imports.status, 'ready'))),
    tx
      .update(importRows)
      .set({ ...nothing, ...nobody, cellsSealed: null, faults: null })
      .where(and(inArray(importRows.importId, old), or(isNotNull(importRows.cellsSealed), isNotNull(importRows.name)))),
  ])
}

/** Work that was going on when the process ended is marked so. Nothing of it was in the roster yet. */
export async function interruptImports(store: Store): Promise<void> {
  const { imports } = store.tables
  await store.atomically((tx) => [
    tx
      .update(imports)
      .set({ status: 'interrupted' })
      .where(inArray(imports.status, ['reading', 'checking', 'applying'])),
  ])
}

/** The same for one import whose work failed. */
export async function interruptImport(store: Store, importId: string): Promise<void> {
  const { imports } = store.tables
  await store.atomically((tx) => [
    tx
      .update(imports)
      .set({ status: 'interrupted' })
      .where(and(eq(imports.id, importId), inArray(imports.status, ['reading', 'checking', 'applying']))),
  ])
}
