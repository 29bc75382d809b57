import { and, eq, gt, isNull, lt, ne, type SQL } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { codePrefix, wholeDistrict } from '#app/people/places/scope'
import type { Account } from './account'
import { newToken, tokenHash } from './token.server'

/** Signed out after an hour without a click, and after twelve hours in any case. */
export const IDLE_MINUTES = 60
export const ABSOLUTE_HOURS = 12
/** A session that still owes its second factor does not wait long. */
const UNCONFIRMED_MINUTES = 10
/** How stale `lastSeenAt` may be: not every click is a write. */
const SEEN_EVERY_MS = 60_000

export type Session = { id: string; isConfirmed: boolean; account: Account }

const minutesAgo = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000)

/** A new session and the token for its cookie. The statement stands in the write that signs somebody in. */
export function newSession(
  store: Store,
  tx: Writer,
  session: { token: string; accountId: string; isConfirmed: boolean; device: string; now: Date },
): Statement {
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

export { newToken }

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
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await store.atomically((tx) => [
      tx.update(accountSessions).set({ lastSeenAt: now }).where(eq(accountSessions.id, session.id)),
    ])
  }
  return {
    id: session.id,
    isConfirmed: session.confirmedAt !== null,
    account: {
      id: account.id,
      login: account.login,
      name: account.name,
      role: account.role,
      scope: account.organizationId
        ? { kind: 'organization', organizationId: account.organizationId }
        : region
          ? { kind: 'region', prefix: codePrefix(region) }
          : wholeDistrict,
      scopeName: region?.name ?? organizationName,
    },
  }
}

/** The open sessions of an account, the newest first. */
export async function listSessions(store: Store, accountId: string, now: Date) {
  const { accountSessions } = store.tables
  const rows = await store.db
    .select({
      id: accountSessions.id,
      device: accountSessions.device,
      createdAt: accountSessions.createdAt,
      lastSeenAt: accountSessions.lastSeenAt,
    })
    .from(accountSessions)
    .where(and(eq(accountSessions.accountId, accountId), alive(store, now)))
  return rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
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

/** The statement that clears away sessions that have ended by themselves. */
export const clearSessions = (store: Store, tx: Writer, now: Date): Statement =>
  tx.delete(store.tables.accountSessions).where(lt(store.tables.accountSessions.expiresAt, now))
