/**
 * What must be true at the moment an import is written. A guard is a statement that changes nothing when all is well, and
 * else breaks a constraint of the anteroom (no row has the number 0), so that the whole list is taken back.
 */
import { and, eq, exists, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'
import type { Import } from './import-records.server'
import { isLeaving, isNewPerson, isWritten } from './import-written.server'

const CONSTRAINT = /^SQLITE_CONSTRAINT_(CHECK|NOTNULL|UNIQUE|PRIMARYKEY|FOREIGNKEY)$/

/** True when a guard or a constraint of the roster refused the list: somebody has written in between. */
export function isRefusedByGuard(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return CONSTRAINT.test(code ?? cause?.code ?? '')
}

const refuseWhere = ({ tables: { importRows } }: Store, tx: Writer, where: SQL | undefined): Statement =>
  tx.update(importRows).set({ rowNumber: 0 }).where(where)

/** Of two presses of the same button the second finds another status. */
export function refuseUnlessStatus(store: Store, tx: Writer, importId: string, status: Import['status']): Statement {
  const { imports, importRows } = store.tables
  const found = tx
    .select({ one: sql`1` })
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.status, status)))
  return refuseWhere(store, tx, and(eq(importRows.importId, importId), notExists(found)))
}

/**
 * Refuses when somebody has since left, been merged into another, or been added by another way: with the same ID number,
 * or the same name and phone.
 */
export function refuseStale(store: Store, tx: Writer, importId: string): Statement[] {
  const { memberships, persons, importRows: row } = store.tables
  const one = { one: sql`1` }
  const ended = tx
    .select(one)
    .from(memberships)
    .where(and(eq(memberships.id, row.membershipId), isNotNull(memberships.endedOn)))
  const merged = tx
    .select(one)
    .from(persons)
    .where(and(eq(persons.id, row.personId), isNotNull(persons.mergedInto)))
  const added = tx
    .select(one)
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        eq(memberships.organizationId, row.organizationId),
        isNull(memberships.endedOn),
        eq(persons.name, row.name),
        or(eq(persons.idHash, row.idHash), eq(persons.phoneHash, row.phoneHash)),
      ),
    )
  return [
    refuseWhere(store, tx, and(isWritten(store, importId), exists(ended))),
    refuseWhere(store, tx, and(isWritten(store, importId), exists(merged))),
    refuseWhere(store, tx, and(isLeaving(store, importId), exists(ended))),
    refuseWhere(store, tx, and(isNewPerson(store, importId), eq(row.outcome, 'new'), exists(added))),
  ]
}
