import { and, desc, eq, gt, isNotNull, isNull, lte, ne, or, type SQL } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { type Account, scopeNameOf, scopeOf } from './account'
import { needsSecondFactor } from './roles'
import { tokenHash } from './token.server'

/** Signed out after an hour without a click, and after twelve hours in any case. */
export const IDLE_MINUTES = 60
export const ABSOLUTE_HOURS = 12
/** A session that still owes its second factor does not wait long. */
const UNCONFIRMED_MINUTES = 10
/** How stale `lastSeenAt` may be: not every click is a write. */
const SEEN_EVERY_MS = 60_000

export type Session = {
  id: string
  /** The second factor has been shown, where the account has one. */
  isConfirmed: boolean
  /** The role needs a second factor and the account has none yet: that comes before anything else. */
  owesSecondFactor: boolean
  account: Account
}

const minutesAgo = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000)

type NewSession = {
  token: string
  /** Or the id as long as something holds: see `provided`. */
  accountId: string | SQL<string>
  isConfirmed: boolean
  device: string
  now: Date
}

/** The statement that opens a session, in the write that signs somebody in. The cookie carries the token. */
export function newSession(store: Store, tx: Writer, session: NewSession): Statement {
  const { token, accountId, isConfirmed, device, now } = session
  const lifetime = isConfirmed ? ABSOLUTE_HOURS * 60 : UNCONFIRMED_MINUTES
  return tx.insert(store.tables.accountSessions).values({
    id: newId(),
    accountId,
    tokenHash: tokenHash(token),
    confirmedAt: isConfirmed ? now : null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + lifetime * 60_000),
    device,
  })
}

/** Sessions that still open something. */
const alive = ({ tables: { accountSessions } }: Store, now: Date): SQL | undefined =>
  and(gt(accountSessions.expiresAt, now), gt(accountSessions.lastSeenAt, minutesAgo(now, IDLE_MINUTES)))

/** The session of a token, with its account and scope; null when it has ended or the account is disabled. */
export async function findSession(store: Store, token: string, now: Date): Promise<Session | null> {
  const { accountSessions, accounts, organizations, regions } = store.tables
  const [row] = await store.db
    .select({ session: accountSessions, account: accounts, region: regions, organizationName: organizations.name })
    .from(accountSessions)
    .innerJoin(accounts, eq(accounts.id, accountSessions.accountId))
    .leftJoin(regions, eq(regions.id, accounts.regionId))
    .leftJoin(organizations, eq(organizations.id, accounts.organizationId))
    .where(and(eq(accountSessions.tokenHash, tokenHash(token)), alive(store, now), isNull(accounts.disabledAt)))
  if (!row) return null
  const { session, account, region, organizationName } = row
  const { id, login, name, role, organizationId } = account
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await store.atomically((tx) => [
      tx.update(accountSessions).set({ lastSeenAt: now }).where(eq(accountSessions.id, session.id)),
    ])
  }
  return {
    id: session.id,
    isConfirmed: session.confirmedAt !== null,
    owesSecondFactor: needsSecondFactor(role) && account.totpSealed === null,
    account: {
      id,
      login,
      name,
      role,
      scope: scopeOf(role, { region, organizationId }),
      scopeName: scopeNameOf(role, { region: region?.name ?? null, organization: organizationName }),
    },
  }
}

/** The open sessions of an account, the newest first; those that still owe a code open nothing and are not among them. */
export async function listSessions(store: Store, accountId: string, now: Date) {
  const { accountSessions } = store.tables
  return store.db
    .select({
      id: accountSessions.id,
      device: accountSessions.device,
      createdAt: accountSessions.createdAt,
      lastSeenAt: accountSessions.lastSeenAt,
    })
    .from(accountSessions)
    .where(and(eq(accountSessions.accountId, accountId), isNotNull(accountSessions.confirmedAt), alive(store, now)))
    .orderBy(desc(accountSessions.createdAt), desc(accountSessions.id))
}

/** The statement that ends one session of an account. */
export const endSession = (store: Store, tx: Writer, accountId: string, sessionId: string): Statement => {
  const { accountSessions } = store.tables
  return tx
    .delete(accountSessions)
    .where(and(eq(accountSessions.id, sessionId), eq(accountSessions.accountId, accountId)))
}

/** The statement that ends all sessions of an account, but for one where one is named. */
export const endSessions = (store: Store, tx: Writer, accountId: string, exceptId: string | null = null): Statement => {
  const { accountSessions } = store.tables
  return tx
    .delete(accountSessions)
    .where(
      and(eq(accountSessions.accountId, accountId), exceptId === null ? undefined : ne(accountSessions.id, exceptId)),
    )
}

/** The statement that gives a session another id; its cookie stays. */
export const renameSession = (store: Store, tx: Writer, sessionId: string): Statement => {
  const { accountSessions } = store.tables
  return tx.update(accountSessions).set({ id: newId() }).where(eq(accountSessions.id, sessionId))
}

/** The statement that clears away sessions that have ended by themselves. */
export const clearSessions = (store: Store, tx: Writer, now: Date): Statement => {
  const { accountSessions } = store.tables
  const isIdle = lte(accountSessions.lastSeenAt, minutesAgo(now, IDLE_MINUTES))
  return tx.delete(accountSessions).where(or(lte(accountSessions.expiresAt, now), isIdle))
}
