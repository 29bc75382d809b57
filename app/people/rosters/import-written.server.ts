/** Which rows of the anteroom are written when an import is applied: said once, for the count, the writing and the undoing. */
import { and, eq, inArray, isNotNull, isNull, ne, type SQL } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'

/** Rows that add or change somebody: a membership stands ready, and whoever had to choose has chosen. */
export function isWritten({ tables: { importRows } }: Store, importId: string): SQL | undefined {
  return and(
    eq(importRows.importId, importId),
    inArray(importRows.outcome, ['new', 'changed', 'conflict', 'duplicate']),
    isNotNull(importRows.membershipId),
  )
}

/** Of these, the rows that bring somebody who was not on record: only they carry a personal code. */
export const isNewPerson = (store: Store, importId: string): SQL | undefined =>
  and(isWritten(store, importId), isNotNull(store.tables.importRows.joinCodeHash))

/**
 * Of these, the rows that change somebody who is on record; what they were before stands in the row. A second row about
 * the same person adds a membership at most.
 */
export const changesPerson = (store: Store, importId: string): SQL | undefined =>
  and(
    isWritten(store, importId),
    isNull(store.tables.importRows.joinCodeHash),
    isNotNull(store.tables.importRows.before),
    ne(store.tables.importRows.outcome, 'duplicate'),
  )

/** Whoever is not in a list that is complete. */
export const isLeaving = ({ tables: { importRows } }: Store, importId: string): SQL | undefined =>
  and(eq(importRows.importId, importId), eq(importRows.outcome, 'leaves'))

/** How many rows applying would write: what the button says and what is sent back with it. */
export async function countWritten(store: Store, importId: string): Promise<number> {
  const { toWrite } = await countByKind(store, importId)
  return toWrite
}

/** The same by what it comes to, and how many rows still wait for a choice. */
export async function countByKind(store: Store, importId: string) {
  const { importRows } = store.tables
  const isOpen = and(
    eq(importRows.importId, importId),
    inArray(importRows.outcome, ['conflict', 'duplicate']),
    isNull(importRows.choice),
  )
  const [rows, added, leaving, open] = await Promise.all([
    store.db.$count(importRows, isWritten(store, importId)),
    store.db.$count(importRows, isNewPerson(store, importId)),
    store.db.$count(importRows, isLeaving(store, importId)),
    store.db.$count(importRows, isOpen),
  ])
  return { toWrite: rows + leaving, added, changed: rows - added, leaving, open }
}
