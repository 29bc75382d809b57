/**
 * Counting wrong passwords and codes. A try is counted as wrong before it is looked at and the count is cleared when it
 * was right, so that a hundred sent in the same moment are a hundred tries and not one.
 */
import { and, eq, gt, lt } from 'drizzle-orm'
import { type Keys, keyedHash } from '#app/db/sealed.server'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { afterFailure, type Failures, FORGOTTEN_AFTER_MS, minutesLeft } from './lockout'

/** What is counted together: passwords by login, whether anybody has it or not; codes and own passwords by account. */
export const passwordTries = (keys: Keys, login: string): string => keyedHash(keys, 'login', login)
export const codeTries = (keys: Keys, accountId: string): string => keyedHash(keys, 'code', accountId)
export const ownPasswordTries = (keys: Keys, accountId: string): string => keyedHash(keys, 'own-password', accountId)

/** How often somebody else may be quicker before we give up for now. */
const ROUNDS = 50

/** `minutes` to wait before this try may be looked at; 0 when it may be now, and is counted. */
export type BegunTry = { minutes: number; failures: number }

export async function beginTry(store: Store, tries: string, now: Date): Promise<BegunTry> {
  for (let round = 1; ; round++) {
    const before = await failuresOf(store, tries)
    const minutes = minutesLeft(before, now)
    if (minutes > 0) return { minutes, failures: before?.failures ?? 0 }
    const after = afterFailure(before, now)
    try {
      await store.atomically((tx) => replaceCount(store, tx, { tries, before, after, now }))
      return { minutes: 0, failures: after.failures }
    } catch (error) {
      if (!isTaken(error)) throw error
      if (round === ROUNDS) return { minutes: 1, failures: after.failures }
    }
  }
}

type Counted = { tries: string; before: Failures | null; after: Failures; now: Date }

/** Takes away the count that was read and puts the next one there: refused when it is no longer the one that was read. */
function replaceCount(store: Store, tx: Writer, { tries, before, after, now }: Counted): Statement[] {
  const { signInFailures } = store.tables
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER_MS)
  const isOurs = and(eq(signInFailures.loginHash, tries), eq(signInFailures.failures, before?.failures ?? 0))
  return [
    tx.delete(signInFailures).where(lt(signInFailures.lastAt, forgotten)),
    tx.delete(signInFailures).where(isOurs),
    tx.insert(signInFailures).values({ loginHash: tries, ...after }),
  ]
}

/** What a wrong try is answered with: how long to wait before the next one, if at all. */
export async function minutesToWait(store: Store, tries: string, now: Date): Promise<number> {
  return minutesLeft(await failuresOf(store, tries), now)
}

/** The statement that forgets wrong tries. */
export const clearTries = (store: Store, tx: Writer, tries: string): Statement =>
  tx.delete(store.tables.signInFailures).where(eq(store.tables.signInFailures.loginHash, tries))

/** Which of these counts keep somebody waiting now. */
export async function listLocked(store: Store, now: Date): Promise<Set<string>> {
  const { signInFailures } = store.tables
  const rows = await store.db
    .select({ tries: signInFailures.loginHash })
    .from(signInFailures)
    .where(gt(signInFailures.lockedUntil, now))
  return new Set(rows.map(({ tries }) => tries))
}

async function failuresOf(store: Store, tries: string): Promise<Failures | null> {
  const { signInFailures } = store.tables
  const [row] = await store.db.select().from(signInFailures).where(eq(signInFailures.loginHash, tries))
  return row ?? null
}
