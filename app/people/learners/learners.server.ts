import { createHmac, randomInt } from 'node:crypto'
import { eq, inArray, or, type Placeholder, sql } from 'drizzle-orm'
import { prepared } from '#app/db/prepared'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { alias } from '#drizzle/kit'
import { CODE_DAYS, CODE_SPACE, codeFromNumber } from './code'

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

/** Makes a code that another device can use for CODE_DAYS days. A new code replaces the last one. */
export async function issueCode(store: Store, learnerId: string, { secret, now }: { secret: string; now: Date }) {
  const { learnerCodes } = store.tables
  const code = codeFromNumber(randomInt(CODE_SPACE))
  const row = {
    learnerId,
    codeHash: hashCode(code, secret),
    expiresAt: new Date(now.getTime() + CODE_DAYS * 86_400_000),
  }
  await store.atomically((tx) => [
    tx.insert(learnerCodes).values(row).onConflictDoUpdate({ target: learnerCodes.learnerId, set: row }),
  ])
  return { code, expiresAt: row.expiresAt }
}

/**
 * Joins this device to the learner who made the code. What the device had learned before goes along.
 * Null when the code is unknown or has expired.
 */
export async function redeemCode(
  store: Store,
  code: string,
  { ownId, secret, now }: { ownId: string | null; secret: string; now: Date },
): Promise<Learner | null> {
  const { learnerCodes, learners } = store.tables
  const [row] = await store.db
    .select()
    .from(learnerCodes)
    .where(eq(learnerCodes.codeHash, hashCode(code, secret)))
  if (!row || row.expiresAt <= now) return null
  const learner = await findLearner(store, row.learnerId)
  if (learner && ownId && ownId !== learner.id) {
    await store.atomically((tx) => [
      tx
        .update(learners)
        .set({ mergedInto: learner.id })
        .where(or(eq(learners.id, ownId), eq(learners.mergedInto, ownId))),
      // A code for the record that has just gone into another would lead nowhere useful.
      tx.delete(learnerCodes).where(eq(learnerCodes.learnerId, ownId)),
    ])
  }
  return learner
}

const hashCode = (code: string, secret: string): string =>
  createHmac('sha256', secret).update(`learner-code:${code}`).digest('hex')
