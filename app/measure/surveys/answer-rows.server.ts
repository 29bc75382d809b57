/** What came in for a wave, with the answers to every item: for exports, quality and item analysis. Always within a scope. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { waveIdsIn } from './waves-in.server'

export type AnsweredResponse = Awaited<ReturnType<typeof responsesOf>>[number]

/** Everybody who answered in a wave of the scope, in the order in which they came in. */
export async function responsesOf(store: Store, scope: Scope, waveId: string) {
  const { surveyWaves, surveyResponses, regions, surveyUnits, surveyClusters } = store.tables
  const wave = waveIdsIn(store, scope, eq(surveyWaves.id, waveId))
  const rows = await store.db
    .select({
      response: surveyResponses,
      regionCode: regions.code,
      probability: surveyUnits.probability,
      clusterCode: surveyClusters.code,
      drawnStratum: surveyClusters.stratum,
    })
    .from(surveyResponses)
    .leftJoin(regions, eq(regions.id, surveyResponses.regionId))
    .leftJoin(surveyUnits, eq(surveyUnits.id, surveyResponses.unitId))
    .leftJoin(surveyClusters, eq(surveyClusters.id, surveyUnits.clusterId))
    .where(inArray(surveyResponses.waveId, wave))
    .orderBy(asc(surveyResponses.submittedAt), asc(surveyResponses.id))
  const answers = await answersOf(store, scope, waveId)
  return rows.map(({ response, ...known }) => ({
    ...response,
    ...known,
    answers: answers.get(response.id) ?? new Map<string, Answer>(),
  }))
}

type Answer = { optionId: string | null; correct: boolean }

/** By response and item. */
async function answersOf(store: Store, scope: Scope, waveId: string): Promise<Map<string, Map<string, Answer>>> {
  const { surveyWaves, surveyResponses, surveyAnswers } = store.tables
  const wave = waveIdsIn(store, scope, eq(surveyWaves.id, waveId))
  const rows = await store.db
    .select({
      responseId: surveyAnswers.responseId,
      itemId: surveyAnswers.itemId,
      optionId: surveyAnswers.optionId,
      correct: surveyAnswers.correct,
    })
    .from(surveyAnswers)
    .innerJoin(surveyResponses, eq(surveyResponses.id, surveyAnswers.responseId))
    .where(and(inArray(surveyResponses.waveId, wave)))
  const byResponse = new Map<string, Map<string, Answer>>()
  for (const { responseId, itemId, ...answer } of rows) {
    const answers = byResponse.get(responseId) ?? new Map<string, Answer>()
    answers.set(itemId, answer)
    byResponse.set(responseId, answers)
  }
  return byResponse
}
