import { and, eq, type SQL } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'

/** Sub-query for the WHERE of a query over what belongs to waves: the ids of the waves whose place lies in the scope. */
export function waveIdsIn(store: Store, scope: Scope, which?: SQL) {
  const { surveyWaves, regions } = store.tables
  return store.db
    .select({ id: surveyWaves.id })
    .from(surveyWaves)
    .innerJoin(regions, eq(regions.id, surveyWaves.regionId))
    .where(and(regionsIn(store, scope), which))
}
