import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'

/** The character after every digit, so that a range of codes is a prefix that an index can find. */
const AFTER_DIGITS = ':'

/** For the WHERE of a query over imports: those that the account may look at. */
export function importsIn({ tables: { imports } }: Store, scope: Scope): SQL {
  if (scope.kind === 'organization') return eq(imports.organizationId, scope.organizationId)
  const { prefix } = scope
  return and(gte(imports.regionCode, prefix), lt(imports.regionCode, `${prefix}${AFTER_DIGITS}`)) ?? sql`1 = 0`
}
