/** The open survey: whoever wishes may answer, once a device. Its answers are tier Q: no interval, no verdict. */
import { and, count, eq, gte, isNull, sql, sum } from 'drizzle-orm'
import type { Instrument } from '#app/content/schema'
import { shanghaiDay } from '#app/db/day'
import { isTaken, type Store } from '#app/db/store.server'
import { type Answers, scoreAnswers } from './questionnaire'

type Submission = { id: string; instrument: Instrument; answers: Answers; regionId: string | null; now: Date }

/** Keeps one response. Sending the same id again keeps the first and changes nothing. */
export async function submitResponse(
  store: Store,
  { id, instrument, answers, regionId, now }: Submission,
): Promise<void> {
  const { surveyResponses, surveyAnswers } = store.tables
  const scored = scoreAnswers(instrument, answers)
  const response = {
    id,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    tier: 'Q' as const,
    regionId,
    asked: scored.length,
    answered: scored.filter((answer) => answer.optionId !== null).length,
    correct: scored.filter((answer) => answer.correct).length,
    submittedAt: now,
    day: shanghaiDay(now),
  }
  try {
    await store.atomically((tx) => [
      tx.insert(surveyResponses).values(response),
      tx.insert(surveyAnswers).values(scored.map((answer) => ({ responseId: id, ...answer }))),
    ])
  } catch (error) {
    if (!isTaken(error)) throw error
  }
}

export async function hasResponded(store: Store, id: string): Promise<boolean> {
  const { surveyResponses } = store.tables
  return (await store.db.$count(surveyResponses, and(eq(surveyResponses.id, id), isNull(surveyResponses.waveId)))) > 0
}

/** How many people gave exactly these counts. */
export type ResponseGroup = { asked: number; answered: number; correct: number; people: number }
export type ItemCount = { itemId: string; asked: number; correct: number }

/**
 * The responses to one version of an instrument in the open survey, as counts. Items only of people who answered at least half: the
 * others are break-offs (knowledge-rate definitions, section 3 rule 4).
 */
export async function countResponses(store: Store, { id, version }: Instrument) {
  const { surveyResponses, surveyAnswers } = store.tables
  const isThis = and(
    isNull(surveyResponses.waveId),
    eq(surveyResponses.instrumentId, id),
    eq(surveyResponses.instrumentVersion, version),
  )
  const groups: ResponseGroup[] = await store.db
    .select({
      asked: surveyResponses.asked,
      answered: surveyResponses.answered,
      correct: surveyResponses.correct,
      people: count(),
    })
    .from(surveyResponses)
    .where(isThis)
    .groupBy(surveyResponses.asked, surveyResponses.answered, surveyResponses.correct)
  const items: ItemCount[] = await store.db
    .select({
      itemId: surveyAnswers.itemId,
      asked: count(),
      correct: sum(sql`case when ${surveyAnswers.correct} then 1 else 0 end`).mapWith(Number),
    })
    .from(surveyAnswers)
    .innerJoin(surveyResponses, eq(surveyResponses.id, surveyAnswers.responseId))
    .where(and(isThis, gte(sql`2 * ${surveyResponses.answered}`, surveyResponses.asked)))
    .groupBy(surveyAnswers.itemId)
  return { groups, items }
}
