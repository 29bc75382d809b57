import { and, eq } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'

/** The unit of a wave in the scope by the code on its paper; null when the wave has none such. */
export async function findUnitByCode(store: Store, scope: Scope, { waveId, code }: { waveId: string; code: string }) {
  const { surveyUnits, surveyWaves, regions } = store.tables
  const [unit] = await store.db
    .select({ id: surveyUnits.id, code: surveyUnits.code })
    .from(surveyUnits)
    .innerJoin(surveyWaves, eq(surveyWaves.id, surveyUnits.waveId))
    .innerJoin(regions, eq(regions.id, surveyWaves.regionId))
    .where(and(eq(surveyUnits.waveId, waveId), eq(surveyUnits.code, code), regionsIn(store, scope)))
  return unit ?? null
}
