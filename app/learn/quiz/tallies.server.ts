/**
 * The counts that statistics read. They are kept up in the same write as the result they count, and `verifyTallies`
 * recomputes them from the raw rows.
 */
import { and, eq, sql, sum } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'
import type { Grade } from './grade'

type Counted = { moduleId: string; contentVersion: string; regionId: string | null }

/** The statements that count one result. */
export function countResult(store: Store, tx: Writer, attempt: Counted, grade: Grade): Statement[] {
  const { quizTallies, itemTallies, optionTallies } = store.tables
  const { moduleId, contentVersion } = attempt
  const regionId = attempt.regionId ?? ''
  const picks = grade.marks.flatMap(({ questionId, response }) =>
    response.map((optionId) => ({ moduleId, contentVersion, questionId, optionId, picked: 1 })),
  )
  return [
    tx
      .insert(quizTallies)
      .values({ moduleId, regionId, learners: 1, passed: grade.passed ? 1 : 0 })
      .onConflictDoUpdate({
        target: [quizTallies.moduleId, quizTallies.regionId],
        set: { learners: sql`${quizTallies.learners} + 1`, passed: sql`${quizTallies.passed} + excluded.passed` },
      }),
    tx
      .insert(itemTallies)
      .values(
        grade.marks.map(({ questionId, response, correct }) => ({
          moduleId,
          contentVersion,
          questionId,
          regionId,
          asked: 1,
          correct: correct ? 1 : 0,
          blank: response.length === 0 ? 1 : 0,
        })),
      )
      .onConflictDoUpdate({
        target: [itemTallies.questionId, itemTallies.contentVersion, itemTallies.regionId],
        set: {
          asked: sql`${itemTallies.asked} + 1`,
          correct: sql`${itemTallies.correct} + excluded.correct`,
          blank: sql`${itemTallies.blank} + excluded.blank`,
        },
      }),
    ...(picks.length === 0
      ? []
      : [
          tx
            .insert(optionTallies)
            .values(picks)
            .onConflictDoUpdate({
              target: [optionTallies.questionId, optionTallies.contentVersion, optionTallies.optionId],
              set: { picked: sql`${optionTallies.picked} + 1` },
            }),
        ]),
  ]
}

export type QuizTally = { moduleId: string; regionId: string; learners: number; passed: number }
export type ItemTally = { moduleId: string; questionId: string; asked: number; correct: number; blank: number }
export type OptionTally = { moduleId: string; questionId: string; optionId: string; picked: number }
export type PlaceTally = { regionId: string; asked: number; correct: number }
export type Tallies = { quizzes: QuizTally[]; items: ItemTally[]; options: OptionTally[]; places: PlaceTally[] }

/** All tallies, summed over content versions; items also over places, and places over items. */
export async function readTallies(store: Store): Promise<Tallies> {
  const { quizTallies, itemTallies, optionTallies } = store.tables
  const [quizzes, items, options, places] = await Promise.all([
    store.db.select().from(quizTallies),
    store.db
      .select({
        moduleId: itemTallies.moduleId,
        questionId: itemTallies.questionId,
        asked: sum(itemTallies.asked).mapWith(Number),
        correct: sum(itemTallies.correct).mapWith(Number),
        blank: sum(itemTallies.blank).mapWith(Number),
      })
      .from(itemTallies)
      .groupBy(itemTallies.moduleId, itemTallies.questionId),
    store.db
      .select({
        moduleId: optionTallies.moduleId,
        questionId: optionTallies.questionId,
        optionId: optionTallies.optionId,
        picked: sum(optionTallies.picked).mapWith(Number),
      })
      .from(optionTallies)
      .groupBy(optionTallies.moduleId, optionTallies.questionId, optionTallies.optionId),
    store.db
      .select({
        regionId: itemTallies.regionId,
        asked: sum(itemTallies.asked).mapWith(Number),
        correct: sum(itemTallies.correct).mapWith(Number),
      })
      .from(itemTallies)
      .groupBy(itemTallies.regionId),
  ])
  return { quizzes, items, options, places }
}

/** Recounts everything from the raw rows and returns each tally that differs, as one line each. */
export async function verifyTallies(store: Store): Promise<string[]> {
  const { attempts, attemptResults, attemptAnswers, quizTallies, itemTallies, optionTallies } = store.tables
  const results = await store.db
    .select({ moduleId: attempts.moduleId, regionId: attempts.regionId, passed: attemptResults.passed })
    .from(attemptResults)
    .innerJoin(attempts, eq(attempts.id, attemptResults.attemptId))
    .where(eq(attemptResults.counted, true))
  const answers = await store.db
    .select({
      contentVersion: attempts.contentVersion,
      regionId: attempts.regionId,
      questionId: attemptAnswers.questionId,
      response: attemptAnswers.response,
      correct: attemptAnswers.correct,
    })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .innerJoin(attemptResults, and(eq(attemptResults.attemptId, attempts.id), eq(attemptResults.counted, true)))
  const recounted = new Counter()
  for (const { moduleId, regionId, passed } of results) {
    recounted.add(`quiz ${moduleId} ${regionId ?? ''} learners`, 1)
    recounted.add(`quiz ${moduleId} ${regionId ?? ''} passed`, passed ? 1 : 0)
  }
  for (const { questionId, contentVersion, regionId, response, correct } of answers) {
    const item = `item ${questionId} ${contentVersion} ${regionId ?? ''}`
    recounted.add(`${item} asked`, 1)
    recounted.add(`${item} correct`, correct ? 1 : 0)
    recounted.add(`${item} blank`, response.length === 0 ? 1 : 0)
    for (const optionId of response) recounted.add(`option ${questionId} ${contentVersion} ${optionId} picked`, 1)
  }
  const kept = new Counter()
  for (const row of await store.db.select().from(quizTallies)) {
    kept.add(`quiz ${row.moduleId} ${row.regionId} learners`, row.learners)
    kept.add(`quiz ${row.moduleId} ${row.regionId} passed`, row.passed)
  }
  for (const row of await store.db.select().from(itemTallies)) {
    const item = `item ${row.questionId} ${row.contentVersion} ${row.regionId}`
    kept.add(`${item} asked`, row.asked)
    kept.add(`${item} correct`, row.correct)
    kept.add(`${item} blank`, row.blank)
  }
  for (const row of await store.db.select().from(optionTallies))
    kept.add(`option ${row.questionId} ${row.contentVersion} ${row.optionId} picked`, row.picked)
  return differences(kept.counts, recounted.counts)
}

class Counter {
  readonly counts = new Map<string, number>()
  add(name: string, by: number) {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by)
  }
}

function differences(kept: Map<string, number>, recounted: Map<string, number>): string[] {
  const names = [...new Set([...kept.keys(), ...recounted.keys()])].sort()
  return names
    .filter((name) => (kept.get(name) ?? 0) !== (recounted.get(name) ?? 0))
    .map((name) => `${name}: kept ${kept.get(name) ?? 0}, recounted ${recounted.get(name) ?? 0}`)
}
