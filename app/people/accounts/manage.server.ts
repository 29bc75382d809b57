/** What administrators do to accounts. Nobody does to their own what could lock them out, and one administrator always remains. */
import { and, eq, exists, isNotNull, isNull, ne, type SQL } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { isUnprovided, provided } from '#app/db/provided.server'
import type { Keys } from '#app/db/sealed.server'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Deed, Trail } from '#app/people/audit/trail'
import { stateOf } from './account'
import { dropLinks, newLink } from './links.server'
import type { Role } from './roles'
import { clearSecondFactor } from './second-factor.server'
import { endSessions } from './sessions.server'
import { clearTries, codeTries } from './tries.server'

/** Who an account is for and what it sees; the place belongs to the role (`SCOPE_OF`). */
export type AccountDetails = { name: string; role: Role; regionId: string | null; organizationId: string | null }

/** `self`: administrators do this to each other only. `lastAdmin`: nobody could administer any more. `gone`: no such account. */
export type ManageRefusal = { refused: 'loginTaken' | 'self' | 'lastAdmin' | 'gone' | 'disabled' }
export type MadeLink = { token: string; kind: 'invitation' | 'reset'; expiresAt: Date }

const about = (action: Deed['action'], id: string, detail?: Deed['detail']): Deed => ({
  action,
  subject: { kind: 'account', id },
  ...(detail ? { detail } : {}),
})

/** A new account that opens nothing until its link has been used. */
export async function invite(
  store: Store,
  { login, ...details }: AccountDetails & { login: string },
  trail: Trail,
): Promise<(MadeLink & { accountId: string }) | ManageRefusal> {
  const { accounts } = store.tables
  const accountId = newId()
  const link = newLink(store, 'invitation', accountId, trail.now)
  const deed = about('account.invite', accountId, { role: details.role })
  try {
    await audited(store, trail, deed, (tx) => [
      tx.insert(accounts).values({ id: accountId, login, ...details, createdAt: trail.now }),
      ...link.statements(tx),
    ])
  } catch (error) {
    if (isTaken(error)) return { refused: 'loginTaken' }
    throw error
  }
  return { accountId, kind: 'invitation', token: link.token, expiresAt: link.expiresAt }
}

/** Changes name, role and place. Another role or place ends the account's sessions. */
export async function changeAccount(
  store: Store,
  { accountId, ...details }: AccountDetails & { accountId: string },
  trail: Trail,
): Promise<ManageRefusal | null> {
  const { accounts } = store.tables
  const before = await readAccount(store, accountId)
  if (!before) return { refused: 'gone' }
  const isOtherRole = before.role !== details.role
  if (isOtherRole && accountId === trail.accountId) return { refused: 'self' }
  const isOtherPlace = before.regionId !== details.regionId || before.organizationId !== details.organizationId
  const losesAdmin = isOtherRole && before.role === 'admin' && stateOf(before) === 'active'
  const role = losesAdmin ? provided(anotherAdmin(store, accountId), details.role) : details.role
  const deed = about('account.change', accountId, { from: before.role, to: details.role, place: isOtherPlace })
  return whileAdminsRemain(
    audited(store, trail, deed, (tx) => [
      tx
        .update(accounts)
        .set({ ...details, role })
        .where(eq(accounts.id, accountId)),
      ...(isOtherRole || isOtherPlace ? [endSessions(store, tx, accountId)] : []),
    ]),
  )
}

/** A new link: an invitation again, or for a new password where there is one. Earlier links stop working. */
export async function renewLink(store: Store, accountId: string, trail: Trail): Promise<MadeLink | ManageRefusal> {
  if (accountId === trail.accountId) return { refused: 'self' }
  const account = await readAccount(store, accountId)
  if (!account) return { refused: 'gone' }
  if (account.disabledAt) return { refused: 'disabled' }
  const kind = account.passwordHash ? 'reset' : 'invitation'
  const { token, expiresAt, statements } = newLink(store, kind, accountId, trail.now)
  await audited(store, trail, about('account.resetLink', accountId, { kind }), statements)
  return { token, kind, expiresAt }
}

/** Takes a lost second factor away; sessions end. Who needs one is led to a new one at the next sign-in. */
export async function takeSecondFactor(
  store: Store,
  accountId: string,
  { keys, trail }: { keys: Keys; trail: Trail },
): Promise<ManageRefusal | null> {
  if (accountId === trail.accountId) return { refused: 'self' }
  if (!(await readAccount(store, accountId))) return { refused: 'gone' }
  await audited(store, trail, about('account.secondFactorOff', accountId), (tx) => [
    ...clearSecondFactor(store, tx, accountId),
    clearTries(store, tx, codeTries(keys, accountId)),
    endSessions(store, tx, accountId),
  ])
  return null
}

/** Shuts an account: its sessions end and its links stop working. What it did stays. */
export async function disableAccount(store: Store, accountId: string, trail: Trail): Promise<ManageRefusal | null> {
  if (accountId === trail.accountId) return { refused: 'self' }
  const account = await readAccount(store, accountId)
  if (!account) return { refused: 'gone' }
  const { accounts } = store.tables
  const isActiveAdmin = account.role === 'admin' && stateOf(account) === 'active'
  const role = isActiveAdmin ? provided(anotherAdmin(store, accountId), account.role) : account.role
  return whileAdminsRemain(
    audited(store, trail, about('account.disable', accountId), (tx) => [
      tx.update(accounts).set({ disabledAt: trail.now, role }).where(eq(accounts.id, accountId)),
      ...shut(store, tx, accountId),
    ]),
  )
}

const shut = (store: Store, tx: Writer, accountId: string): Statement[] => [
  endSessions(store, tx, accountId),
  dropLinks(store, tx, accountId),
]

/** Opens a shut account again, with the password and second factor it had. */
export async function enableAccount(store: Store, accountId: string, trail: Trail): Promise<ManageRefusal | null> {
  const { accounts } = store.tables
  if (!(await readAccount(store, accountId))) return { refused: 'gone' }
  await audited(store, trail, about('account.enable', accountId), (tx) => [
    tx.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, accountId)),
  ])
  return null
}

/** Ends all sessions of an account. */
export async function endAllSessions(store: Store, accountId: string, trail: Trail): Promise<ManageRefusal | null> {
  if (accountId === trail.accountId) return { refused: 'self' }
  await audited(store, trail, about('session.revoke', accountId, { all: true }), (tx) => [
    endSessions(store, tx, accountId),
  ])
  return null
}

/** For `provided`: that somebody else can administer. Of two administrators who shut each other, the second is refused. */
function anotherAdmin(store: Store, accountId: string): SQL {
  const { accounts } = store.tables
  const isActive = and(isNotNull(accounts.passwordHash), isNull(accounts.disabledAt))
  return exists(
    store.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.role, 'admin'), isActive, ne(accounts.id, accountId))),
  )
}

async function whileAdminsRemain(write: Promise<void>): Promise<ManageRefusal | null> {
  try {
    await write
    return null
  } catch (error) {
    if (isUnprovided(error)) return { refused: 'lastAdmin' }
    throw error
  }
}

async function readAccount(store: Store, id: string) {
  const [account] = await store.db.select().from(store.tables.accounts).where(eq(store.tables.accounts.id, id))
  return account ?? null
}
