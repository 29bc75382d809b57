/** Links that work once: how an account comes to its password without anybody else ever knowing one. */
import { and, eq, exists, gt, isNull, or, type SQL } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { newToken, tokenHash } from './token.server'

export type LinkKind = 'setup' | 'invitation' | 'reset'

/** How long each kind waits to be used. */
const HOURS: Record<LinkKind, number> = { setup: 24, invitation: 7 * 24, reset: 24 }

/** A token for a link, and the statements that make it the only open one of its kind for this account. */
export function newLink(store: Store, kind: LinkKind, accountId: string | null, now: Date) {
  const { accountLinks } = store.tables
  const token = newToken()
  const expiresAt = new Date(now.getTime() + HOURS[kind] * 3_600_000)
  const statements = (tx: Writer): Statement[] => [
    accountId === null
      ? tx.delete(accountLinks).where(eq(accountLinks.kind, kind))
      : tx.delete(accountLinks).where(eq(accountLinks.accountId, accountId)),
    tx.insert(accountLinks).values({ tokenHash: tokenHash(token), kind, accountId, createdAt: now, expiresAt }),
  ]
  return { token, expiresAt, statements }
}

/** Links that may still be used: not too old, and their account not disabled. To be joined with accounts. */
const isUsable = ({ tables: { accountLinks, accounts } }: Store, token: string, now: Date): SQL | undefined =>
  and(
    eq(accountLinks.tokenHash, tokenHash(token)),
    gt(accountLinks.expiresAt, now),
    or(isNull(accountLinks.accountId), isNull(accounts.disabledAt)),
  )

/** What an unused link of one of these kinds is for; null when it is unknown, used up or too old. */
export async function findLink(store: Store, kinds: LinkKind[], token: string, now: Date) {
  const { accountLinks, accounts } = store.tables
  const [row] = await store.db
    .select({ kind: accountLinks.kind, accountId: accountLinks.accountId, expiresAt: accountLinks.expiresAt })
    .from(accountLinks)
    .leftJoin(accounts, eq(accounts.id, accountLinks.accountId))
    .where(isUsable(store, token, now))
  return row && kinds.includes(row.kind) ? row : null
}

/** For `provided`: that a link has not been used meanwhile. Of two uses in the same moment the second fails whole. */
export function isStillOpen(store: Store, token: string, now: Date): SQL {
  const { accountLinks, accounts } = store.tables
  return exists(
    store.db
      .select({ kind: accountLinks.kind })
      .from(accountLinks)
      .leftJoin(accounts, eq(accounts.id, accountLinks.accountId))
      .where(isUsable(store, token, now)),
  )
}

/** The statement that uses a link up, to stand after what was provided on it. */
export const spendLink = (store: Store, tx: Writer, token: string): Statement =>
  tx.delete(store.tables.accountLinks).where(eq(store.tables.accountLinks.tokenHash, tokenHash(token)))

/** The statement that makes every link of an account worthless. */
export const dropLinks = (store: Store, tx: Writer, accountId: string): Statement =>
  tx.delete(store.tables.accountLinks).where(eq(store.tables.accountLinks.accountId, accountId))

/** The open link of an account; null when there is none. */
export async function openLinkOf(store: Store, accountId: string, now: Date) {
  const { accountLinks } = store.tables
  const [row] = await store.db
    .select({ kind: accountLinks.kind, expiresAt: accountLinks.expiresAt })
    .from(accountLinks)
    .where(and(eq(accountLinks.accountId, accountId), gt(accountLinks.expiresAt, now)))
  return row ?? null
}

/**
 * The path of the one-time link that makes the first administrator; null when there is an account already. A new one
 * each time the server starts: an older one stops working.
 */
export async function firstRunPath(store: Store, now: Date): Promise<string | null> {
  if ((await store.db.$count(store.tables.accounts)) > 0) return null
  const { token, statements } = newLink(store, 'setup', null, now)
  await store.atomically(statements)
  return `/desk/setup?token=${token}`
}
