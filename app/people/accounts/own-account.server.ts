/** What somebody changes about their own account. Each asks for the password once more: an open screen is not enough. */
import { eq } from 'drizzle-orm'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Deed, Trail } from '#app/people/audit/trail'
import type { Account } from './account'
import { dropLinks } from './links.server'
import { offeredKey } from './one-time-code.server'
import { hashPassword, isPassword } from './password.server'
import { renewRecoveryCodes } from './recovery-codes.server'
import { needsSecondFactor } from './roles'
import { clearSecondFactor, newSecondFactor } from './second-factor.server'
import { endSession, endSessions, renameSession } from './sessions.server'
import { refuse, type SignInRefusal } from './sign-in.server'
import { beginTry, clearTries, ownPasswordTries } from './tries.server'

type Own = { account: Account; sessionId: string }
type Context = { keys: Keys; trail: Trail }

const about = (action: Deed['action'], { id }: Account, detail?: Deed['detail']): Deed => ({
  action,
  subject: { kind: 'account', id },
  ...(detail ? { detail } : {}),
})

/** Null when the password is right. Counted apart from signing in: strangers cannot keep the owner waiting here. */
async function checkPassword(
  store: Store,
  { id }: Account,
  password: string,
  { keys, trail }: Context,
): Promise<SignInRefusal | null> {
  const { accounts } = store.tables
  const tries = ownPasswordTries(keys, id)
  const { minutes, failures } = await beginTry(store, tries, trail.now)
  if (minutes > 0) return { refused: 'wait', minutes }
  const [row] = await store.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, id))
  if (!(await isPassword(password, row?.hash ?? null))) return refuse(store, tries, { accountId: id, failures, trail })
  await store.atomically((tx) => [clearTries(store, tx, tries)])
  return null
}

/** Changes the password; all other sessions end, and links for a new password that are still about are worth nothing. */
export async function changePassword(
  store: Store,
  { account, sessionId, current, next }: Own & { current: string; next: string },
  context: Context,
): Promise<SignInRefusal | null> {
  const { accounts } = store.tables
  const refusal = await checkPassword(store, account, current, context)
  if (refusal) return refusal
  const passwordHash = await hashPassword(next)
  await audited(store, context.trail, about('account.passwordChange', account, { byLink: false }), (tx) => [
    tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, account.id)),
    endSessions(store, tx, account.id, sessionId),
    dropLinks(store, tx, account.id),
  ])
  return null
}

/** The key that this session is offered for its authenticator. */
export const ownOfferedKey = (keys: Keys, sessionId: string): string => offeredKey(keys, sessionId)

/**
 * Turns the second factor on, or moves it to another phone. All other sessions end, because they were opened without it.
 * This one goes on under a new id, so that it is never offered the same key again.
 * @returns the recovery codes; `wrongCode` when the code does not fit the key
 */
export async function turnOnSecondFactor(
  store: Store,
  { account, sessionId, password, code }: Own & { password: string; code: string },
  context: Context,
): Promise<{ codes: string[] } | SignInRefusal | { refused: 'wrongCode' }> {
  const { keys, trail } = context
  const refusal = await checkPassword(store, account, password, context)
  if (refusal) return refusal
  const key = ownOfferedKey(keys, sessionId)
  const made = newSecondFactor(store, { accountId: account.id, key, code }, { keys, now: trail.now })
  if (!made) return { refused: 'wrongCode' }
  await audited(store, trail, about('account.secondFactorOn', account), (tx) => [
    ...made.statements(tx),
    endSessions(store, tx, account.id, sessionId),
    renameSession(store, tx, sessionId),
  ])
  return { codes: made.codes }
}

/** Turns the second factor off, where the role does without. */
export async function turnOffSecondFactor(
  store: Store,
  { account, password }: { account: Account; password: string },
  context: Context,
): Promise<SignInRefusal | { refused: 'needed' } | null> {
  if (needsSecondFactor(account.role)) return { refused: 'needed' }
  const refusal = await checkPassword(store, account, password, context)
  if (refusal) return refusal
  await audited(store, context.trail, about('account.secondFactorOff', account), (tx) =>
    clearSecondFactor(store, tx, account.id),
  )
  return null
}

/** New recovery codes; the old ones are worth nothing from now on. Null: there is no second factor to recover. */
export async function replaceRecoveryCodes(
  store: Store,
  { account, password }: { account: Account; password: string },
  context: Context,
): Promise<{ codes: string[] } | SignInRefusal | null> {
  if (!(await hasSecondFactor(store, account.id))) return null
  const refusal = await checkPassword(store, account, password, context)
  if (refusal) return refusal
  const { codes, statements } = renewRecoveryCodes(store, context.keys, account.id)
  await audited(store, context.trail, about('account.recoveryCodes', account), statements)
  return { codes }
}

export async function hasSecondFactor(store: Store, accountId: string): Promise<boolean> {
  const { accounts } = store.tables
  const [row] = await store.db.select({ sealed: accounts.totpSealed }).from(accounts).where(eq(accounts.id, accountId))
  return Boolean(row?.sealed)
}

/** Signs this browser out. */
export const signOut = (store: Store, { account, sessionId }: Own, trail: Trail): Promise<void> =>
  audited(store, trail, about('session.signOut', account), (tx) => [endSession(store, tx, account.id, sessionId)])

/** Ends one session of an account; one that is not theirs, or has ended, is left as it is. */
export const revokeSession = (store: Store, { account, sessionId }: Own, trail: Trail): Promise<void> =>
  audited(store, trail, about('session.revoke', account, { all: false }), (tx) => [
    endSession(store, tx, account.id, sessionId),
  ])

/** Ends all sessions of an account but this one. */
export const revokeOtherSessions = (store: Store, { account, sessionId }: Own, trail: Trail): Promise<void> =>
  audited(store, trail, about('session.revoke', account, { all: true }), (tx) => [
    endSessions(store, tx, account.id, sessionId),
  ])
