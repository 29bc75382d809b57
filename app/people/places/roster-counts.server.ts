/** How many people stand on rosters now: what closing and merging ask before they act. */
import { and, count, inArray, isNull } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'

/** People with an open membership, by organization; who has none is not in the map. The caller has checked the scope. */
export async function countOnRosters(store: Store, organizationIds: string[]): Promise<Map<string, number>> {
  const { memberships } = store.tables
  if (organizationIds.length === 0) return new Map()
  const rows = await store.db
    .select({ id: memberships.organizationId, people: count() })
    .from(memberships)
    .where(and(inArray(memberships.organizationId, organizationIds), isNull(memberships.endedOn)))
    .groupBy(memberships.organizationId)
  return new Map(rows.map(({ id, people }) => [id, people]))
}

/** People with an open membership in each group. */
export async function countInGroups(store: Store, groupIds: string[]): Promise<Map<string, number>> {
  const { memberships } = store.tables
  if (groupIds.length === 0) return new Map()
  const rows = await store.db
    .select({ id: memberships.groupId, people: count() })
    .from(memberships)
    .where(and(inArray(memberships.groupId, groupIds), isNull(memberships.endedOn)))
    .groupBy(memberships.groupId)
  return new Map(rows.flatMap(({ id, people }) => (id === null ? [] : [[id, people] as const])))
}
