import { and, eq, exists, isNull } from 'drizzle-orm'
import { isUnprovided, provided } from '#app/db/provided.server'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { audited, noted } from '#app/people/audit/audit.server'
import type { Deed, Trail } from '#app/people/audit/trail'
import { normaliseLogin } from './account'
import { isPassword } from './password.server'
import { isStillUnused, readFactor, spendFactor } from './second-factor.server'
import { clearSessions, endSession, newSession } from './sessions.server'
import { newToken } from './token.server'
import { beginTry, clearTries, codeTries, minutesToWait, passwordTries } from './tries.server'

export type SignedIn = { token: string; needsCode: boolean }
export type SignInRefusal = { refused: 'wrong' } | { refused: 'wait'; minutes: number }
type Context = { keys: Keys; trail: Trail }

/**
 * Checks login and password. A right one opens a session, which opens nothing else until the second factor has been
 * shown where the account has one. Wrong ones are counted by login, also for logins that nobody has, and an unknown
 * login is answered like a wrong password, after the same work.
 */
export async function signIn(
  store: Store,
  { login: typed, password }: { login: string; password: string },
  { keys, trail }: Context,
): Promise<SignedIn | SignInRefusal> {
  const { accounts } = store.tables
  const { origin, now } = trail
  const login = normaliseLogin(typed)
  const tries = passwordTries(keys, login)
  const { minutes, failures } = await beginTry(store, tries, now)
  if (minutes > 0) return { refused: 'wait', minutes }
  const [account] = await store.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.login, login), isNull(accounts.disabledAt)))
  const { passwordHash } = account ?? { passwordHash: null }
  const isRight = await isPassword(password, passwordHash)
  if (!isRight || !account || passwordHash === null)
    return refuse(store, tries, { accountId: account?.id ?? null, failures, trail })
  const token = newToken()
  const { id } = account
  const needsCode = account.totpSealed !== null
  const isAsRead = and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash), isNull(accounts.disabledAt))
  const accountId = provided(exists(store.db.select({ id: accounts.id }).from(accounts).where(isAsRead)), id)
  // With a second factor still to come nobody is signed in yet: that is written down by `confirmSession`.
  const deeds = needsCode ? [] : [signedIn(id, false)]
  return audited(store, { ...trail, accountId: id }, deeds, (tx) => [
    clearSessions(store, tx, now),
    clearTries(store, tx, tries),
    newSession(store, tx, { token, accountId, isConfirmed: !needsCode, device: origin, now }),
  ]).then(() => ({ token, needsCode }), wrongWhenChanged)
}

/** Shows the second factor of a session that owes it: a one-time code or a recovery code, which is then used up. */
export async function confirmSession(
  store: Store,
  { sessionId, accountId, code }: { sessionId: string; accountId: string; code: string },
  { keys, trail }: Context,
): Promise<{ token: string } | SignInRefusal> {
  const { accountSessions, accounts } = store.tables
  const { now, origin } = trail
  const tries = codeTries(keys, accountId)
  const { minutes, failures } = await beginTry(store, tries, now)
  if (minutes > 0) return { refused: 'wait', minutes }
  const [account] = await store.db.select().from(accounts).where(eq(accounts.id, accountId))
  const shown = account ? await readFactor(store, account, { typed: code, keys, now }) : null
  if (!shown) return refuse(store, tries, { accountId, failures, trail: { ...trail, accountId } })
  // A new token: what opened nothing before must not have been known to anybody.
  const token = newToken()
  const isOwing = and(eq(accountSessions.id, sessionId), isNull(accountSessions.confirmedAt))
  const holds = and(
    isStillUnused(store, accountId, shown),
    exists(store.db.select({ id: accountSessions.id }).from(accountSessions).where(isOwing)),
  )
  const session = { token, accountId: provided(holds, accountId), isConfirmed: true, device: origin, now }
  const deeds = [signedIn(accountId, true), ...(shown.kind === 'recovery' ? [recovered(accountId)] : [])]
  return audited(store, { ...trail, accountId }, deeds, (tx) => [
    newSession(store, tx, session),
    spendFactor(store, tx, { accountId, shown, now }),
    endSession(store, tx, accountId, sessionId),
    clearTries(store, tx, tries),
  ]).then(() => ({ token }), wrongWhenChanged)
}

const signedIn = (id: string, secondFactor: boolean): Deed => ({
  action: 'session.signIn',
  subject: { kind: 'account', id },
  detail: { secondFactor },
})

export const recovered = (id: string): Deed => ({
  action: 'account.recoveryCodeUsed',
  subject: { kind: 'account', id },
})

/** What was right a moment ago no longer is: the password changed, the code taken by another. */
function wrongWhenChanged(error: unknown): SignInRefusal {
  if (isUnprovided(error)) return { refused: 'wrong' }
  throw error
}

type Failed = { accountId: string | null; failures: number; trail: Trail }

/** Answers a wrong try; the one that makes others wait is written down. */
export async function refuse(store: Store, tries: string, failed: Failed): Promise<SignInRefusal> {
  const { accountId, failures, trail } = failed
  const minutes = await minutesToWait(store, tries, trail.now)
  if (minutes === 0) return { refused: 'wrong' }
  if (accountId) {
    const subject = { kind: 'account', id: accountId }
    await noted(store, trail, { action: 'account.lockedOut', subject, detail: { minutes, failures } })
  }
  return { refused: 'wait', minutes }
}
