/** The accounts of the district, as its administrators see them. Only they may: the callers require `accounts.manage`. */
import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import { type AccountState, scopeNameOf, stateOf } from './account'
import { type Role, roles } from './roles'
import { codeTries, listLocked, passwordTries } from './tries.server'

export const ACCOUNT_FILTERS = ['role', 'state'] as const

export type AccountRow = {
  id: string
  login: string
  name: string
  role: Role
  state: AccountState
  /** Wrong passwords or codes keep them waiting at this moment. */
  isLocked: boolean
  hasSecondFactor: boolean
  scopeName: string | null
  regionId: string | null
  organizationId: string | null
}

type Context = { keys: Keys; now: Date }

/** One page of the accounts, by login. */
export async function listAccounts(store: Store, query: ListQuery, context: Context) {
  const { accounts } = store.tables
  const locked = await lockedIds(store, context)
  const where = accountsWhere(store, query, locked)
  const [rows, total] = await Promise.all([
    selectAccounts(store, where)
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    store.db.$count(accounts, where),
  ])
  return { rows: rows.map((row) => toRow(row, locked)), total }
}

/** All accounts that the query is about, for a file. */
export async function everyAccount(store: Store, query: ListQuery, context: Context): Promise<AccountRow[]> {
  const locked = await lockedIds(store, context)
  const rows = await selectAccounts(store, accountsWhere(store, query, locked))
  return rows.map((row) => toRow(row, locked))
}

/** One account; null when there is none. */
export async function findAccount(store: Store, id: string, context: Context): Promise<AccountRow | null> {
  if (!isId(id)) return null
  const [row] = await selectAccounts(store, eq(store.tables.accounts.id, id))
  return row ? toRow(row, await lockedIds(store, context)) : null
}

/** Whether anybody has an account at all. */
export const hasAccounts = async (store: Store): Promise<boolean> => (await store.db.$count(store.tables.accounts)) > 0

function selectAccounts(store: Store, where: SQL | undefined) {
  const { accounts, organizations, regions } = store.tables
  return store.db
    .select({ account: accounts, region: regions.name, organization: organizations.name })
    .from(accounts)
    .leftJoin(regions, eq(regions.id, accounts.regionId))
    .leftJoin(organizations, eq(organizations.id, accounts.organizationId))
    .where(where)
    .orderBy(asc(accounts.login))
}
type Selected = Awaited<ReturnType<typeof selectAccounts>>[number]

function toRow({ account, region, organization }: Selected, locked: string[]): AccountRow {
  const { id, login, name, role, regionId, organizationId } = account
  return {
    id,
    login,
    name,
    role,
    state: stateOf(account),
    isLocked: locked.includes(id),
    hasSecondFactor: account.totpSealed !== null,
    scopeName: scopeNameOf(role, { region, organization }),
    regionId,
    organizationId,
  }
}

function accountsWhere(store: Store, { search, filters }: ListQuery, locked: string[]): SQL | undefined {
  const { accounts } = store.tables
  const pattern = likePattern(search)
  const role = roles.find((known) => known === filters.role)
  const isMeant = or(
    sql`${accounts.login} like ${pattern} escape '\\'`,
    sql`${accounts.name} like ${pattern} escape '\\'`,
  )
  const states: Record<string, SQL | undefined> = {
    invited: and(isNull(accounts.passwordHash), isNull(accounts.disabledAt)),
    active: and(isNotNull(accounts.passwordHash), isNull(accounts.disabledAt)),
    disabled: isNotNull(accounts.disabledAt),
    locked: locked.length > 0 ? inArray(accounts.id, locked) : sql`1 = 0`,
  }
  const state = Object.hasOwn(states, filters.state ?? '') ? states[filters.state ?? ''] : undefined
  return and(search === '' ? undefined : isMeant, role && eq(accounts.role, role), state)
}

/** The most accounts that are told to be locked at once: more wrong logins than this are an attack, not people. */
const MOST_LOCKED = 1000

/** Counts are kept by a keyed hash, so that logins which nobody has are not kept: the known ones are hashed to compare. */
async function lockedIds(store: Store, { keys, now }: Context): Promise<string[]> {
  const { accounts } = store.tables
  const locked = await listLocked(store, now)
  if (locked.size === 0) return []
  const rows = await store.db.select({ id: accounts.id, login: accounts.login }).from(accounts)
  const isLocked = ({ id, login }: { id: string; login: string }) =>
    locked.has(passwordTries(keys, login)) || locked.has(codeTries(keys, id))
  return rows
    .filter(isLocked)
    .slice(0, MOST_LOCKED)
    .map(({ id }) => id)
}

/** How many accounts there are, invited ones among them. */
export const countAccounts = (store: Store): Promise<number> => store.db.$count(store.tables.accounts)
