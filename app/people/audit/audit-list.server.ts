/** Reading the audit log: only for those who may see the whole district (`audit.read`). */
import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { PAGE_SIZE } from '#app/http/list-query'
import type { Role } from '#app/people/accounts/roles'
import { type AuditQuery, NOBODY } from './audit-query'
import type { Detail } from './trail'

export type AuditRow = {
  number: number
  at: Date
  /** Null: nobody was signed in. */
  who: { name: string; role: Role } | null
  action: string
  kind: string
  subjectId: string
  /** Of places, organizations and accounts; of persons the log knows none. */
  subjectName: string | null
  detail: Detail
  origin: string
}

/** Counting stops here, and a sheet holds no more. */
export const MOST_COUNTED = 50_000

export type AuditPage = {
  rows: AuditRow[]
  /** At most MOST_COUNTED; more than that is `isMore`. */
  count: number
  isMore: boolean
  /** The number to go on from, where there are such entries. */
  newerThan: number | null
  olderThan: number | null
}

/** One page of the entries that match, the newest first. */
export async function listAudit(store: Store, query: AuditQuery): Promise<AuditPage> {
  const { rows, isNewest, isOldest } = await pageOf(store, query)
  const counted = await countAudit(store, query)
  return {
    rows,
    count: Math.min(counted, MOST_COUNTED),
    isMore: counted > MOST_COUNTED,
    newerThan: isNewest ? null : (rows[0]?.number ?? null),
    olderThan: isOldest ? null : (rows.at(-1)?.number ?? null),
  }
}

async function pageOf(store: Store, query: AuditQuery) {
  const { number } = store.tables.auditEntries
  if (query.after !== null) {
    const newer = await read(store, and(matching(store, query), gt(number, query.after)), asc(number), PAGE_SIZE + 1)
    // With less than a page left above, the newest page is shown.
    if (newer.length > PAGE_SIZE) return { rows: newer.slice(0, PAGE_SIZE).reverse(), isNewest: false, isOldest: false }
  }
  const before = query.after === null && query.before !== null ? lt(number, query.before) : undefined
  const found = await read(store, and(matching(store, query), before), desc(number), PAGE_SIZE + 1)
  return { rows: found.slice(0, PAGE_SIZE), isNewest: before === undefined, isOldest: found.length <= PAGE_SIZE }
}

const READ_AT_ONCE = 2000

/** All entries that match, the newest first, MOST_COUNTED at most. */
export async function readAudit(store: Store, query: AuditQuery): Promise<AuditRow[]> {
  const { number } = store.tables.auditEntries
  const rows: AuditRow[] = []
  while (rows.length < MOST_COUNTED) {
    const last = rows.at(-1)
    const older = last ? lt(number, last.number) : undefined
    const more = await read(store, and(matching(store, query), older), desc(number), READ_AT_ONCE)
    rows.push(...more)
    if (more.length < READ_AT_ONCE) break
  }
  return rows
}

/** How many entries match; MOST_COUNTED + 1 stands for any larger number. */
async function countAudit(store: Store, query: AuditQuery): Promise<number> {
  const found = store.db
    .select({ one: sql`1`.as('one') })
    .from(store.tables.auditEntries)
    .where(matching(store, query))
    .limit(MOST_COUNTED + 1)
    .as('found')
  const [row] = await store.db.select({ count: count() }).from(found)
  return row?.count ?? 0
}

function matching({ tables: { auditEntries: entries } }: Store, { search, filters }: AuditQuery): SQL | undefined {
  const { account, action, kind, from, to } = filters
  return and(
    account === NOBODY ? isNull(entries.accountId) : account ? eq(entries.accountId, account) : undefined,
    action ? eq(entries.action, action) : undefined,
    kind ? eq(entries.subjectKind, kind) : undefined,
    search ? eq(entries.subjectId, search) : undefined,
    from ? gte(entries.day, from) : undefined,
    to ? lte(entries.day, to) : undefined,
  )
}

async function read(store: Store, where: SQL | undefined, order: SQL, limit: number): Promise<AuditRow[]> {
  const { auditEntries: entries, accounts } = store.tables
  const found = await store.db
    .select({ entry: entries, name: accounts.name, role: accounts.role })
    .from(entries)
    .leftJoin(accounts, eq(accounts.id, entries.accountId))
    .where(where)
    .orderBy(order)
    .limit(limit)
  const names = await namesOf(
    store,
    found.map(({ entry }) => entry.subjectId),
  )
  return found.map(({ entry, name, role }) => ({
    number: entry.number,
    at: entry.at,
    who: name !== null && role !== null ? { name, role } : null,
    action: entry.action,
    kind: entry.subjectKind,
    subjectId: entry.subjectId,
    subjectName: names.get(entry.subjectId) ?? null,
    detail: entry.detail,
    origin: entry.origin,
  }))
}

/** Names of places, organizations and accounts by id. */
async function namesOf({ db, tables }: Store, subjectIds: string[]): Promise<Map<string, string>> {
  const ids = [...new Set(subjectIds)]
  const found = await Promise.all(
    [tables.regions, tables.organizations, tables.accounts].map((table) =>
      db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids)),
    ),
  )
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}

/** Everybody who ever had an account, to choose from. */
export async function listActors({ db, tables: { accounts } }: Store) {
  return db
    .select({ id: accounts.id, name: accounts.name, role: accounts.role })
    .from(accounts)
    .orderBy(asc(accounts.name), asc(accounts.id))
}
