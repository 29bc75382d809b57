/** The chain of the audit log: what an entry's hash covers, and how the whole of it is checked. */
import { createHash } from 'node:crypto'
import { asc, getTableColumns, gt, lt, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'

export type Entry = Store['tables']['auditEntries']['$inferSelect']

/** What stands before the first entry. */
export const BEGINNING = '0'.repeat(64)

/** SHA-256 over everything an entry says, the hash of the one before included. */
export function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { number, at, day, accountId, action, subjectKind, subjectId, detail, origin, previousHash } = entry
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))
  const said = [number, at.toISOString(), day, accountId, action, subjectKind, subjectId, sorted, origin, previousHash]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** What a log said when somebody wrote it down elsewhere: its last number and that entry's hash. */
export type Mark = { number: number; hash: string }

export type Verdict = { count: number; last: Mark; faults: string[] }

const VERIFIED_AT_ONCE = 2000

/**
 * Reads the whole log and tells what is wrong with it: entries changed, missing, or out of order; with a `mark`, also
 * whether it still holds the entry that was written down, which nothing in the chain can tell once its end is cut off.
 */
export async function verifyAudit(store: Store, mark: Mark | null = null): Promise<Verdict> {
  const { auditEntries } = store.tables
  const faults: string[] = []
  let count = 0
  let last: Mark = { number: 0, hash: BEGINNING }
  if ((await store.db.$count(auditEntries, lt(auditEntries.number, 1))) > 0) faults.push('entries stand before entry 1')
  for (;;) {
    const entries = await store.db
      // As it stands in the file: what somebody else has written there may be no JSON.
      .select({ ...getTableColumns(auditEntries), detail: sql<string>`${auditEntries.detail}` })
      .from(auditEntries)
      .where(gt(auditEntries.number, last.number))
      .orderBy(asc(auditEntries.number))
      .limit(VERIFIED_AT_ONCE)
    for (const entry of entries) {
      faults.push(...faultsOf(entry, last))
      last = { number: entry.number, hash: entry.hash }
      if (mark?.number === last.number && mark.hash !== last.hash)
        faults.push(`entry ${mark.number} is not the one that was written down`)
    }
    count += entries.length
    if (entries.length < VERIFIED_AT_ONCE) break
  }
  if (mark && mark.number > last.number) faults.push(`entries ${last.number + 1} to ${mark.number} are missing`)
  return { count, last, faults }
}

type Kept = Omit<Entry, 'detail'> & { detail: string }

function faultsOf(entry: Kept, previous: Mark): string[] {
  const { number, previousHash } = entry
  const isNext = number === previous.number + 1
  return [
    ...(isNext ? [] : [`entries ${previous.number + 1} to ${number - 1} are missing`]),
    ...(isNext && previousHash !== previous.hash ? [`entry ${number} does not follow the one before it`] : []),
    ...(isAsWritten(entry) ? [] : [`entry ${number} has been changed`]),
  ]
}

function isAsWritten({ detail, ...entry }: Kept): boolean {
  try {
    return hashOf({ ...entry, detail: JSON.parse(detail) }) === entry.hash
  } catch {
    return false
  }
}
