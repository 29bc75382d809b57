import { asc, eq, inArray } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { idsOf } from '#app/people/learners/learners.server'

export type Completion = {
  moduleId: string
  scorePercent: number
  ruleVersion: string
  contentVersion: string
  earnedAt: Date
}

type Earned = {
  learnerId: string
  moduleId: string
  attemptId: string
  contentVersion: string
  ruleVersion: string
  scorePercent: number
}

/** The statement that records a pass, to stand in the same write as the result. Nothing ever changes or deletes one. */
export const insertCompletion = (store: Store, tx: Writer, earned: Earned, now: Date): Statement =>
  tx.insert(store.tables.completions).values({ ...earned, id: newId(), earnedAt: now, day: shanghaiDay(now) })

/** The statement that gives one learner's passes to another; see `forgetLearner`. The passes themselves stay. */
export const reassignCompletions = (store: Store, tx: Writer, from: string, to: string): Statement =>
  tx.update(store.tables.completions).set({ learnerId: to }).where(eq(store.tables.completions.learnerId, from))

/** What a learner has passed, oldest first; a module passed twice stands twice. */
export async function listCompletions(store: Store, learnerId: string): Promise<Completion[]> {
  const { completions } = store.tables
  return store.db
    .select({
      moduleId: completions.moduleId,
      scorePercent: completions.scorePercent,
      ruleVersion: completions.ruleVersion,
      contentVersion: completions.contentVersion,
      earnedAt: completions.earnedAt,
    })
    .from(completions)
    .where(inArray(completions.learnerId, idsOf(store, learnerId)))
    .orderBy(asc(completions.earnedAt))
}
