import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from './scope'

/** The character after every digit, so that a range of codes is a prefix that an index can find. */
const AFTER_DIGITS = ':'

/** For the WHERE of a query over regions: those in the scope. An organization's scope holds no region. */
export function regionsIn({ tables: { regions } }: Store, scope: Scope): SQL {
  if (scope.kind === 'organization') return sql`1 = 0`
  return and(gte(regions.code, scope.prefix), lt(regions.code, `${scope.prefix}${AFTER_DIGITS}`)) ?? sql`1 = 0`
}

/** For the WHERE of a query over organizations: those in the scope. */
export function organizationsIn(store: Store, scope: Scope): SQL {
  const { organizations, regions } = store.tables
  if (scope.kind === 'organization') return eq(organizations.id, scope.organizationId)
  return inArray(
    organizations.regionId,
    store.db.select({ id: regions.id }).from(regions).where(regionsIn(store, scope)),
  )
}
