/** What the links that work once are for: the first administrator, an invited account, a new password. */
import { and, eq, exists, not } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { isUnprovided, provided } from '#app/db/provided.server'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Deed, Trail } from '#app/people/audit/trail'
import { scopeNameOf } from './account'
import { dropLinks, findLink, isStillOpen, spendLink } from './links.server'
import { offeredKey } from './one-time-code.server'
import { hashPassword } from './password.server'
import { needsSecondFactor, type Role } from './roles'
import { isStillUnused, newSecondFactor, readFactor, type Shown, spendFactor } from './second-factor.server'
import { endSessions, newSession } from './sessions.server'
import { recovered, refuse, type SignInRefusal } from './sign-in.server'
import { newToken } from './token.server'
import { beginTry, clearTries, codeTries, passwordTries } from './tries.server'

type Context = { keys: Keys; trail: Trail }
/** A session is open; recovery codes are there when the second factor was turned on with it. */
type Accepted = { token: string; codes: string[] | null }
/** `gone`: the link has been used or is too old. `wrong`, `wait`: the code was. */
export type AcceptRefusal = { refused: 'gone' } | SignInRefusal

/** Makes the first administrator, with the second factor that the role needs. Of two at the same moment, one. */
export async function setUp(
  store: Store,
  admin: { link: string; name: string; login: string; password: string; code: string },
  { keys, trail }: Context,
): Promise<Accepted | AcceptRefusal> {
  const { accounts } = store.tables
  const { link, name, login, password, code } = admin
  const { now, origin } = trail
  if (!(await findLink(store, ['setup'], link, now))) return { refused: 'gone' }
  const accountId = newId()
  const factor = newSecondFactor(store, { accountId, key: offeredKey(keys, link), code }, { keys, now })
  if (!factor) return { refused: 'wrong' }
  const token = newToken()
  const passwordHash = await hashPassword(password)
  const isFirst = not(exists(store.db.select({ id: accounts.id }).from(accounts)))
  const first = { login: provided(and(isStillOpen(store, link, now), isFirst), login), name, role: 'admin' as const }
  const deed: Deed = { action: 'account.setUp', subject: { kind: 'account', id: accountId } }
  return audited(store, { ...trail, accountId }, deed, (tx) => [
    tx.insert(accounts).values({ id: accountId, ...first, passwordHash, createdAt: now }),
    ...factor.statements(tx),
    spendLink(store, tx, link),
    newSession(store, tx, { token, accountId, isConfirmed: true, device: origin, now }),
  ]).then(() => ({ token, codes: factor.codes }), goneWhenUsed)
}

/** What the page of an invitation or a new password shows: whose it is, and what is asked of them; null for a dead link. */
export async function readInvitation(store: Store, link: string, now: Date) {
  const { accounts, organizations, regions } = store.tables
  const found = await findLink(store, ['invitation', 'reset'], link, now)
  if (!found?.accountId) return null
  const [row] = await store.db
    .select({ account: accounts, region: regions.name, organization: organizations.name })
    .from(accounts)
    .leftJoin(regions, eq(regions.id, accounts.regionId))
    .leftJoin(organizations, eq(organizations.id, accounts.organizationId))
    .where(eq(accounts.id, found.accountId))
  if (!row) return null
  const { account, region, organization } = row
  return {
    kind: found.kind === 'reset' ? ('reset' as const) : ('invitation' as const),
    account,
    scopeName: scopeNameOf(account.role, { region, organization }),
    factor: factorAsked(account),
  }
}

/** Whether a code is asked for: of the second factor there is, of a new one that the role needs, or none. */
const factorAsked = ({ role, totpSealed }: { role: Role; totpSealed: string | null }): 'show' | 'enrol' | 'none' =>
  totpSealed !== null ? 'show' : needsSecondFactor(role) ? 'enrol' : 'none'

/**
 * Sets the password of an invited account, or a new one. All sessions of the account end, its wrong passwords are
 * forgotten, and one session is opened. A second factor that is there must be shown: a link alone is not enough.
 */
export async function acceptLink(
  store: Store,
  { link, password, code }: { link: string; password: string; code: string },
  { keys, trail }: Context,
): Promise<Accepted | AcceptRefusal> {
  const { now, origin } = trail
  const invitation = await readInvitation(store, link, now)
  if (!invitation) return { refused: 'gone' }
  const { kind, account, factor } = invitation
  const { id: accountId, login } = account
  const shown = factor === 'show' ? await showFactor(store, { account, code }, { keys, trail }) : null
  if (shown && 'refused' in shown) return shown
  const made =
    factor === 'enrol' ? newSecondFactor(store, { accountId, key: offeredKey(keys, link), code }, { keys, now }) : null
  if (factor === 'enrol' && !made) return { refused: 'wrong' }
  const token = newToken()
  const passwordHash = await hashPassword(password)
  const holds = and(isStillOpen(store, link, now), shown ? isStillUnused(store, accountId, shown) : undefined)
  const { accounts } = store.tables
  return audited(store, { ...trail, accountId }, acceptDeeds(accountId, { kind, made: made !== null, shown }), (tx) => [
    endSessions(store, tx, accountId),
    newSession(store, tx, { token, accountId: provided(holds, accountId), isConfirmed: true, device: origin, now }),
    tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId)),
    ...(made?.statements(tx) ?? []),
    ...(shown
      ? [spendFactor(store, tx, { accountId, shown, now }), clearTries(store, tx, codeTries(keys, accountId))]
      : []),
    clearTries(store, tx, passwordTries(keys, login)),
    dropLinks(store, tx, accountId),
  ]).then(() => ({ token, codes: made?.codes ?? null }), goneWhenUsed)
}

type Account = Store['tables']['accounts']['$inferSelect']

/** The second factor that was typed, counted like a sign-in. */
async function showFactor(
  store: Store,
  { account, code }: { account: Account; code: string },
  { keys, trail }: Context,
): Promise<Shown | SignInRefusal> {
  const tries = codeTries(keys, account.id)
  const { minutes, failures } = await beginTry(store, tries, trail.now)
  if (minutes > 0) return { refused: 'wait', minutes }
  const shown = await readFactor(store, account, { typed: code, keys, now: trail.now })
  return shown ?? refuse(store, tries, { accountId: account.id, failures, trail: { ...trail, accountId: account.id } })
}

function acceptDeeds(id: string, done: { kind: 'invitation' | 'reset'; made: boolean; shown: Shown | null }): Deed[] {
  const subject = { kind: 'account', id }
  const { kind, made, shown } = done
  return [
    { action: kind === 'reset' ? 'account.passwordChange' : 'account.accept', subject, detail: { byLink: true } },
    ...(made ? [{ action: 'account.secondFactorOn' as const, subject }] : []),
    ...(shown?.kind === 'recovery' ? [recovered(id)] : []),
  ]
}

/** Somebody else used it in the same moment. */
function goneWhenUsed(error: unknown): AcceptRefusal {
  if (isUnprovided(error)) return { refused: 'gone' }
  throw error
}
