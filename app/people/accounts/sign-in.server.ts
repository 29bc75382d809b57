import { and, eq, isNull } from 'drizzle-orm'
import { type Keys, keyedHash, unseal } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { audited, noted } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { normaliseLogin } from './account'
import { afterFailure, minutesLeft } from './lockout'
import { totpStep } from './one-time-code.server'
import { isPassword } from './password.server'
import { recoveryHash } from './second-factor.server'
import { clearSessions, newSession } from './sessions.server'
import { newToken } from './token.server'

export type SignedIn = { token: string; needsCode: boolean }
export type SignInRefusal = { refused: 'wrong' } | { refused: 'wait'; minutes: number }

/**
 * Checks login and password. A right one opens a session, which opens nothing else until the second factor has been
 * shown where the account has one. Wrong ones are counted by login, also for logins that nobody has.
 */
export async function signIn(
  store: Store,
  { login: typed, password }: { login: string; password: string },
  { keys, trail }: { keys: Keys; trail: Trail },
): Promise<SignedIn | SignInRefusal> {
  const { accounts } = store.tables
  const { origin, now } = trail
  const login = normaliseLogin(typed).slice(0, 100)
  const loginHash = keyedHash(keys, 'login', login)
  const minutes = minutesLeft(await failuresOf(store, loginHash), now)
  if (minutes > 0) return { refused: 'wait', minutes }
  const [account] = await store.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.login, login), isNull(accounts.disabledAt)))
  if (!(await isPassword(password, account?.passwordHash ?? null)) || !account)
    return failed(store, loginHash, account?.id ?? null, trail)
  const token = newToken()
  const needsCode = account.totpSealed !== null
  await audited(
    store,
    { ...trail, accountId: account.id },
    { action: 'session.signIn', subject: { kind: 'account', id: account.id }, detail: { secondFactorOwed: needsCode } },
    (tx) => [
      clearSessions(store, tx, now),
      // A right password with a second factor still to come does not clear the count: codes must not be guessed either.
      ...(needsCode ? [] : [clearFailures(store, tx, loginHash)]),
      newSession(store, tx, { token, accountId: account.id, isConfirmed: !needsCode, device: origin, now }),
    ],
  )
  return { token, needsCode }
}

/** Shows the second factor of a session that owes it: a one-time code or a recovery code, which is then used up. */
export async function confirmSession(
  store: Store,
  { sessionId, accountId, code }: { sessionId: string; accountId: string; code: string },
  { keys, trail }: { keys: Keys; trail: Trail },
): Promise<{ token: string } | SignInRefusal> {
  const { accountSessions, accounts, recoveryCodes } = store.tables
  const { now, origin } = trail
  const [account] = await store.db.select().from(accounts).where(eq(accounts.id, accountId))
  const key = account?.totpSealed ? unseal(keys, account.totpSealed) : null
  if (!account || !key) return { refused: 'wrong' }
  const loginHash = keyedHash(keys, 'login', account.login)
  const minutes = minutesLeft(await failuresOf(store, loginHash), now)
  if (minutes > 0) return { refused: 'wait', minutes }
  const step = totpStep(key, code, { now, lastStep: account.totpStep })
  const codeHash = recoveryHash(keys, code)
  const isRecovery =
    step === null &&
    (await store.db.$count(
      recoveryCodes,
      and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)),
    )) > 0
  if (step === null && !isRecovery) return failed(store, loginHash, accountId, trail)
  // A new token: what opened nothing before must not have been known to anybody.
  const token = newToken()
  const deeds = isRecovery
    ? [{ action: 'account.recoveryCodeUsed' as const, subject: { kind: 'account', id: accountId } }]
    : []
  await audited(store, { ...trail, accountId }, deeds, (tx) => [
    clearFailures(store, tx, loginHash),
    tx.delete(accountSessions).where(eq(accountSessions.id, sessionId)),
    newSession(store, tx, { token, accountId, isConfirmed: true, device: origin, now }),
    step === null
      ? tx
          .update(recoveryCodes)
          .set({ usedAt: now })
          .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash)))
      : tx.update(accounts).set({ totpStep: step }).where(eq(accounts.id, accountId)),
  ])
  return { token }
}

async function failuresOf(store: Store, loginHash: string) {
  const { signInFailures } = store.tables
  const [row] = await store.db.select().from(signInFailures).where(eq(signInFailures.loginHash, loginHash))
  return row ?? null
}

async function failed(store: Store, loginHash: string, accountId: string | null, trail: Trail): Promise<SignInRefusal> {
  const { signInFailures } = store.tables
  const failures = afterFailure(await failuresOf(store, loginHash), trail.now)
  await store.atomically((tx) => [
    tx
      .insert(signInFailures)
      .values({ loginHash, ...failures })
      .onConflictDoUpdate({ target: signInFailures.loginHash, set: failures }),
  ])
  const minutes = minutesLeft(failures, trail.now)
  if (minutes === 0) return { refused: 'wrong' }
  if (accountId)
    await noted(store, trail, {
      action: 'account.lockedOut',
      subject: { kind: 'account', id: accountId },
      detail: { minutes, failures: failures.failures },
    })
  return { refused: 'wait', minutes }
}

const clearFailures = (store: Store, tx: Parameters<Parameters<Store['atomically']>[0]>[0], loginHash: string) =>
  tx.delete(store.tables.signInFailures).where(eq(store.tables.signInFailures.loginHash, loginHash))
