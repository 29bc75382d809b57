/** Groups that an import of a roster brings with it, and takes away again when it is undone. */
import { and, eq, inArray, isNotNull, notExists, type SQL, sql } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'

/** Adds the groups that the rows of an import name and that were not there: a row of such a group carries its key. */
export function insertGroupsOfImport(store: Store, tx: Writer, rows: SQL | undefined): Statement {
  const { groups, importRows: row } = store.tables
  return tx.insert(groups).select(
    tx
      .select({
        id: sql<string>`${row.groupId}`.as('id'),
        organizationId: sql<string>`${row.organizationId}`.as('organization_id'),
        name: sql<string>`min(${row.groupName})`.as('name'),
        key: sql<string>`${row.groupKey}`.as('key'),
        closedOn: sql<null>`null`.as('closed_on'),
      })
      .from(row)
      .where(and(rows, isNotNull(row.groupKey)))
      .groupBy(row.groupId, row.organizationId, row.groupKey),
  )
}

/** Takes the groups that came with an import away, as far as nobody is in them. */
export function deleteGroupsOfImport(store: Store, tx: Writer, rows: SQL | undefined): Statement {
  const { groups, importRows: row, memberships } = store.tables
  const brought = tx
    .select({ id: row.groupId })
    .from(row)
    .where(and(rows, isNotNull(row.groupKey)))
  const members = tx.select({ one: sql`1` }).from(memberships).where(eq(memberships.groupId, groups.id))
  return tx.delete(groups).where(and(inArray(groups.id, brought), notExists(members)))
}
