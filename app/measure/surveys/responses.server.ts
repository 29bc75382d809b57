/** The responses of a wave with their answers, for estimates: results, so only of a closed wave. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { waveIdsIn } from './waves-in.server'

/** One response with what was ticked, by item: null where an item was shown and left blank. */
export type WaveResponse = Awaited<ReturnType<typeof readResponses>>[number]

/** Empty unless the wave is closed and its place lies in the scope. The earliest first. */
export async function readResponses(store: Store, scope: Scope, waveId: string) {
  const { surveyResponses: response, surveyAnswers: answer, surveyUnits: unit, surveyWaves, regions } = store.tables
  const isTheirs = and(
    eq(response.waveId, waveId),
    inArray(response.waveId, waveIdsIn(store, scope, eq(surveyWaves.status, 'closed'))),
  )
  const rows = await store.db
    .select({
      id: response.id,
      tier: response.tier,
      asked: response.asked,
      answered: response.answered,
      submittedAt: response.submittedAt,
      personKey: response.personKey,
      // In a follow-up the unit that is asked again, so that both waves mean the same one.
      unitId: sql<string | null>`coalesce(${unit.followsUnitId}, ${unit.id})`,
      mode: response.mode,
      sex: response.sex,
      age: response.age,
      weight: response.weight,
      stratum: response.stratum,
      cluster: response.cluster,
      clusterId: unit.clusterId,
      eligible: unit.eligible,
      regionCode: regions.code,
      regionLevel: regions.level,
    })
    .from(response)
    .leftJoin(unit, eq(unit.id, response.unitId))
    .leftJoin(regions, eq(regions.id, response.regionId))
    .where(isTheirs)
    .orderBy(asc(response.submittedAt), asc(response.id))
  const answers = await store.db
    .select({
      responseId: answer.responseId,
      itemId: answer.itemId,
      optionId: answer.optionId,
      correct: answer.correct,
    })
    .from(answer)
    .innerJoin(response, eq(response.id, answer.responseId))
    .where(isTheirs)
  const byResponse = new Map<string, Map<string, { optionId: string | null; correct: boolean }>>()
  for (const { responseId, itemId, optionId, correct } of answers) {
    const own = byResponse.get(responseId) ?? new Map()
    byResponse.set(responseId, own.set(itemId, { optionId, correct }))
  }
  return rows.map((row) => ({ ...row, answers: byResponse.get(row.id) ?? new Map() }))
}
