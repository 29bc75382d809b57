import { eq, inArray } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { idsOf } from '#app/people/learners/learners.server'

export type ClosedQuestion = { questionId: string; moduleId: string; contentVersion: string }

/**
 * The questions whose answers a learner has been told: asked in an attempt of theirs that is closed and in none that is
 * open. Each with the version of the module in which it was asked.
 */
export async function listClosedQuestions(store: Store, learnerId: string): Promise<ClosedQuestion[]> {
  const { attempts, attemptResults } = store.tables
  const rows = await store.db
    .select({
      moduleId: attempts.moduleId,
      contentVersion: attempts.contentVersion,
      items: attempts.items,
      closedAt: attemptResults.closedAt,
    })
    .from(attempts)
    .leftJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(inArray(attempts.learnerId, idsOf(store, learnerId)))
  const open = new Set(
    rows.filter(({ closedAt }) => closedAt === null).flatMap(({ items }) => items.map((item) => item.questionId)),
  )
  return rows
    .flatMap(({ items, moduleId, contentVersion }) =>
      items.map(({ questionId }) => ({ questionId, moduleId, contentVersion })),
    )
    .filter(({ questionId }) => !open.has(questionId))
}
