/** Saved answers: one row an item, written while the attempt is open. */
import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { filled, prepared } from '#app/db/prepared'
import type { Store, Writer } from '#app/db/store.server'
import { idsOf } from '#app/people/learners/learners.server'
import type { Attempt, SavedAnswer } from './attempt'

const answersByAttempt = prepared(({ db, tables: { attemptAnswers } }) =>
  db
    .select({
      questionId: attemptAnswers.questionId,
      response: attemptAnswers.response,
      sequence: attemptAnswers.sequence,
      correct: attemptAnswers.correct,
    })
    .from(attemptAnswers)
    .where(eq(attemptAnswers.attemptId, sql.placeholder('attemptId')))
    .prepare(),
)

/** The saved answers of an attempt that the caller has already been allowed to see, by question id. */
export async function readAnswers(
  store: Store,
  attemptId: string,
): Promise<Map<string, SavedAnswer & { correct: boolean | null }>> {
  const rows = await answersByAttempt(store).execute({ attemptId })
  return new Map(rows.map((row) => [row.questionId, row]))
}

/**
 * One answer to save. `sequence` counts the saves of this answer; `unlessNewerThan` is the newest save that this one may
 * replace (its own sequence when left out). Without a sequence it always counts as the newest.
 */
export type Save = { questionId: string; response: string[]; sequence?: number; unlessNewerThan?: number }

/**
 * Saves answers to an open attempt. A save that has not seen a newer one changes nothing. Answers to items outside the
 * paper must have been refused before.
 *
 * @returns false when the attempt was closed in the meantime: nothing is saved then
 */
export async function saveAnswers(
  store: Store,
  attempt: Attempt,
  answers: readonly Save[],
  now: Date,
): Promise<boolean> {
  if (attempt.result || now > attempt.deadlineAt) return false
  if (answers.length === 0) return true
  await store.atomically((tx) => {
    const write = saveOfOpenAttempt(store, tx)
    return answers.map(({ questionId, response, sequence, unlessNewerThan = sequence }) =>
      filled(write, {
        attemptId: attempt.id,
        questionId,
        response: JSON.stringify(response),
        sequence: sequence ?? null,
        unlessNewerThan: unlessNewerThan ?? null,
        savedAt: now.getTime(),
      }),
    )
  })
  // Closed after the caller had read the attempt, the statements above found nothing to save to.
  return (await resultsOf(store).execute({ attemptId: attempt.id })).length === 0
}

const resultsOf = prepared(({ db, tables: { attemptResults } }) =>
  db
    .select({ attemptId: attemptResults.attemptId })
    .from(attemptResults)
    .where(eq(attemptResults.attemptId, sql.placeholder('attemptId')))
    .prepare(),
)

/** The write of one save. It finds no row once the attempt is closed, and changes none that is newer than it may be. */
const saveOfOpenAttempt = prepared(({ tables: { attempts, attemptAnswers, attemptResults } }, tx: Writer) => {
  const given = { attemptId: sql.placeholder('attemptId'), unlessNewerThan: sql.placeholder('unlessNewerThan') }
  const results = tx.select({ one: sql`1` }).from(attemptResults).where(eq(attemptResults.attemptId, given.attemptId))
  return tx
    .insert(attemptAnswers)
    .select(
      tx
        .select({
          attemptId: attempts.id,
          questionId: sql<string>`${sql.placeholder('questionId')}`.as('question_id'),
          response: sql<string[]>`${sql.placeholder('response')}`.as('response'),
          sequence: sql<number>`coalesce(${sql.placeholder('sequence')}, 0)`.as('sequence'),
          correct: sql<null>`null`.as('correct'),
          savedAt: sql<Date>`${sql.placeholder('savedAt')}`.as('saved_at'),
        })
        .from(attempts)
        .where(and(eq(attempts.id, given.attemptId), notExists(results))),
    )
    .onConflictDoUpdate({
      target: [attemptAnswers.attemptId, attemptAnswers.questionId],
      set: {
        response: sql`excluded.response`,
        sequence: sql`coalesce(${sql.placeholder('sequence')}, ${attemptAnswers.sequence} + 1)`,
        savedAt: sql`excluded.saved_at`,
      },
      setWhere: sql`${given.unlessNewerThan} is null or ${attemptAnswers.sequence} <= ${given.unlessNewerThan}`,
    })
    .prepare()
})

/** Questions whose newest graded answer by this learner is wrong, by module id. */
export async function listWrongQuestions(store: Store, learnerId: string): Promise<Map<string, string[]>> {
  const { attempts, attemptAnswers, attemptResults } = store.tables
  const rows = await store.db
    .select({ moduleId: attempts.moduleId, questionId: attemptAnswers.questionId, correct: attemptAnswers.correct })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .innerJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(inArray(attempts.learnerId, idsOf(store, learnerId)))
    .orderBy(attemptResults.closedAt)
  const newest = new Map(rows.map((row) => [row.questionId, row]))
  const wrong = new Map<string, string[]>()
  for (const { moduleId, questionId, correct } of newest.values())
    if (correct === false) wrong.set(moduleId, [...(wrong.get(moduleId) ?? []), questionId])
  return wrong
}
