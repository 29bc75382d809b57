import { eq, inArray, or, type Placeholder, sql } from 'drizzle-orm'
import { prepared } from '#app/db/prepared'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { alias } from '#drizzle/kit'

export type Learner = { id: string; regionId: string | null }

const learnerById = prepared(({ db, tables: { learners } }) => {
  const target = alias(learners, 'target')
  return db
    .select({ id: learners.id, regionId: learners.regionId, mergedId: target.id, mergedRegionId: target.regionId })
    .from(learners)
    .leftJoin(target, eq(target.id, learners.mergedInto))
    .where(eq(learners.id, sql.placeholder('id')))
    .prepare()
})

/** The learner that an id leads to, following a merge; null when there is none. */
export async function findLearner(store: Store, id: string): Promise<Learner | null> {
  const [row] = await learnerById(store).execute({ id })
  if (!row) return null
  return row.mergedId ? { id: row.mergedId, regionId: row.mergedRegionId } : { id: row.id, regionId: row.regionId }
}

/** Sub-query: every id whose records belong to this learner. For the WHERE of all that is a learner's own. */
export function idsOf(store: Store, learnerId: string | Placeholder) {
  const { learners } = store.tables
  return store.db
    .select({ id: learners.id })
    .from(learners)
    .where(or(eq(learners.id, learnerId), eq(learners.mergedInto, learnerId)))
}

/** The statement that makes a learner known, to stand in the same write as their first record. */
export const insertLearner = (store: Store, tx: Writer, learner: Learner, now: Date): Statement =>
  tx
    .insert(store.tables.learners)
    .values({ ...learner, mergedInto: null, createdAt: now })
    .onConflictDoNothing()

/** The ids whose records belong to this learner, as `idsOf` gives them to a query. */
export async function listIds(store: Store, learnerId: string): Promise<string[]> {
  return (await idsOf(store, learnerId)).map(({ id }) => id)
}

/** The statements that forget learners: their codes, then their rows. Nothing may point at them any more. */
export const deleteLearners = (store: Store, tx: Writer, ids: string[]): Statement[] => {
  const { learnerCodes, learners } = store.tables
  return [
    tx.delete(learnerCodes).where(inArray(learnerCodes.learnerId, ids)),
    tx.delete(learners).where(inArray(learners.id, ids)),
  ]
}

/** Remembers the street a learner says they live in, and the learner where they were not known yet; null forgets it. */
export async function rememberRegion(store: Store, { id, regionId }: Learner, now: Date): Promise<void> {
  const { learners } = store.tables
  await store.atomically((tx) => [
    insertLearner(store, tx, { id, regionId }, now),
    tx.update(learners).set({ regionId }).where(eq(learners.id, id)),
  ])
}
