import { and, eq, inArray, sql } from 'drizzle-orm'
import { prepared } from '#app/db/prepared'
import type { Store } from '#app/db/store.server'
import { idsOf } from '#app/people/learners/learners.server'
import type { Attempt } from './attempt'

const ownAttemptById = prepared((store) => {
  const { attempts, attemptResults } = store.tables
  const ownIds = idsOf(store, sql.placeholder('learnerId'))
  return store.db
    .select({ attempt: attempts, result: attemptResults })
    .from(attempts)
    .leftJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(and(eq(attempts.id, sql.placeholder('attemptId')), inArray(attempts.learnerId, ownIds)))
    .prepare()
})

/** A learner's own attempt as it stands; null for an unknown id and for anybody else's. */
export async function readAttempt(store: Store, learnerId: string, attemptId: string): Promise<Attempt | null> {
  const [row] = await ownAttemptById(store).execute({ learnerId, attemptId })
  return row ? { ...row.attempt, result: row.result } : null
}
