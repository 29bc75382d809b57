/** Codes that take a learner to another device. Only a keyed hash of a code is kept. */
import { createHmac, randomInt } from 'node:crypto'
import { eq, or } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { CODE_DAYS, CODE_SPACE, codeFromNumber } from './code'
import { findLearner, type Learner } from './learners.server'
import { closingOf, openLinksOf } from './links.server'

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
 * Joins this device to the learner who made the code. What the device had learned before goes along, and so do the
 * organizations it had joined; where both had joined the same one, the learner's own link holds and the device's is
 * closed, so that nobody's learning counts for two persons of one roster. Null when the code is unknown or has expired.
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
    const joined = new Set((await openLinksOf(store, learner.id)).map(({ organizationId }) => organizationId))
    const doubled = (await openLinksOf(store, ownId)).filter(({ organizationId }) => joined.has(organizationId))
    const close = await closingOf(store, doubled, now)
    await store.atomically((tx) => [
      ...close(tx),
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
