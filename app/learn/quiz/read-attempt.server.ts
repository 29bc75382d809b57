import { and, eq, inArray } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { idsOf } from '#app/people/learners/learners.server'
import type { Attempt } from './attempt'

/** A learner's own attempt as it stands; null for an unknown id and for anybody else's. */
export async function readAttempt(store: Store, learnerId: string, attemptId: string): Promise<Attempt | null> {
  const { attempts, attemptResults } = store.tables
  const [row] = await store.db
    .select({ attempt: attempts, result: attemptResults })
    .from(attempts)
    .leftJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(and(eq(attempts.id, attemptId), inArray(attempts.learnerId, idsOf(store, learnerId))))
  return row ? { ...row.attempt, result: row.result } : null
}
