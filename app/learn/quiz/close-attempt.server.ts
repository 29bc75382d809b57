import { and, eq, inArray, sql } from 'drizzle-orm'
import { moduleAt } from '#app/content/versions.server'
import { isTaken, type Store, type Writer } from '#app/db/store.server'
import { insertCompletion } from '#app/learn/progress/completions.server'
import { findLearner, idsOf } from '#app/people/learners/learners.server'
import { readAnswers } from './answers.server'
import type { Attempt } from './attempt'
import { type Grade, gradePaper } from './grade'
import { readAttempt } from './read-attempt.server'
import { countsInStatistics } from './rule'
import { countResult } from './tallies.server'

/**
 * Closes an attempt: grades the saved answers, keeps the result, the completion if it passed, and the counts, all or
 * nothing. Closing twice returns the first result.
 */
export async function closeAttempt(
  store: Store,
  attempt: Attempt,
  { closedBy, now }: { closedBy: 'learner' | 'deadline'; now: Date },
): Promise<Attempt> {
  if (attempt.result) return attempt
  const module = await moduleAt(store, attempt.moduleId, attempt.contentVersion)
  const saved = await readAnswers(store, attempt.id)
  const responses = new Map([...saved].map(([questionId, { response }]) => [questionId, response]))
  const grade = gradePaper(module, attempt.items, responses, attempt.passMark)
  const counted = countsInStatistics(attempt, closedBy) && !(await isAlreadyCounted(store, attempt))
  const { correctCount, itemCount, passed } = grade
  const result = { closedAt: now, closedBy, correctCount, itemCount, passed }
  try {
    await store.atomically((tx) => [
      tx.insert(store.tables.attemptResults).values({ attemptId: attempt.id, ...result, counted }),
      keepMarks(store, tx, attempt, grade, now),
      ...(passed && attempt.kind === 'quiz' ? [insertCompletion(store, tx, earned(attempt, grade), now)] : []),
      ...(counted ? countResult(store, tx, attempt, grade) : []),
    ])
  } catch (error) {
    const first = isTaken(error) ? await readAttempt(store, attempt.learnerId, attempt.id) : null
    if (!first?.result) throw error
    return first
  }
  return { ...attempt, result }
}

/** Whether this person stands in the module's statistics already: devices joined by a code may each hold a first try. */
async function isAlreadyCounted(store: Store, { learnerId, moduleId }: Attempt): Promise<boolean> {
  const { attempts, attemptResults } = store.tables
  const person = await findLearner(store, learnerId)
  const [row] = await store.db
    .select({ id: attempts.id })
    .from(attemptResults)
    .innerJoin(attempts, eq(attempts.id, attemptResults.attemptId))
    .where(
      and(
        inArray(attempts.learnerId, idsOf(store, person?.id ?? learnerId)),
        eq(attempts.moduleId, moduleId),
        eq(attemptResults.counted, true),
      ),
    )
    .limit(1)
  return row !== undefined
}

function keepMarks(store: Store, tx: Writer, attempt: Attempt, grade: Grade, now: Date) {
  const { attemptAnswers } = store.tables
  const rows = grade.marks.map((mark) => ({ ...mark, attemptId: attempt.id, sequence: 0, savedAt: now }))
  return tx
    .insert(attemptAnswers)
    .values(rows)
    .onConflictDoUpdate({
      target: [attemptAnswers.attemptId, attemptAnswers.questionId],
      set: { response: sql`excluded.response`, correct: sql`excluded.correct` },
    })
}

const earned = ({ learnerId, moduleId, id, contentVersion, ruleVersion }: Attempt, { scorePercent }: Grade) => ({
  learnerId,
  moduleId,
  attemptId: id,
  contentVersion,
  ruleVersion,
  scorePercent,
})
