import { and, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { organizationIdsIn } from './memberships.server'

/** The character after every digit, so that a range of codes is a prefix that an index can find. */
const AFTER_DIGITS = ':'

/**
 * For the WHERE of a query over imports: those that the account may look at. The list of one organization goes where the
 * organization goes; only a list that names the unit of each row keeps the place it was uploaded for.
 */
export function importsIn(store: Store, scope: Scope): SQL {
  const { imports } = store.tables
  if (scope.kind === 'organization') return eq(imports.organizationId, scope.organizationId)
  const { prefix } = scope
  const isUploadedHere = and(gte(imports.regionCode, prefix), lt(imports.regionCode, `${prefix}${AFTER_DIGITS}`))
  const isOfUnitHere = inArray(imports.organizationId, organizationIdsIn(store, scope))
  return or(isOfUnitHere, and(isNull(imports.organizationId), isUploadedHere)) ?? sql`1 = 0`
}
