import { createHash } from 'node:crypto'
import { asc, desc, gt } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import type { Deed, Trail } from './trail'

/** What stands before the first entry. */
const BEGINNING = '0'.repeat(64)

/** Others write at the same time: the number they took is theirs, and ours becomes the next one. */
const TRIES = 20

type Entry = Store['tables']['auditEntries']['$inferSelect']

/**
 * Writes what `build` lists together with the traces of it, all or nothing. `build` may be called again with fresh
 * statements when another writer has just taken the next number. Rejects with the database's error when a statement of
 * `build` is refused.
 */
export async function audited(
  store: Store,
  trail: Trail,
  deeds: Deed | Deed[],
  build: (tx: Writer) => Statement[],
): Promise<void> {
  const { auditEntries } = store.tables
  for (let tries = 1; ; tries++) {
    const entries = await entriesFor(store, trail, [deeds].flat())
    try {
      return await store.atomically((tx) => [
        // First, so that a number already taken stops the rest before it has begun.
        ...entries.map((entry) => tx.insert(auditEntries).values(entry)),
        ...build(tx),
      ])
    } catch (error) {
      const isNumberTaken = isTaken(error) && /audit_entries/.test(String((error as Error).message))
      if (!isNumberTaken || tries === TRIES) throw error
    }
  }
}

/** Writes down what changed nothing: somebody saw or took something. */
export const noted = (store: Store, trail: Trail, deed: Deed): Promise<void> => audited(store, trail, deed, () => [])

async function entriesFor(store: Store, { accountId, origin, now }: Trail, deeds: Deed[]): Promise<Entry[]> {
  const { auditEntries } = store.tables
  const [last] = await store.db
    .select({ number: auditEntries.number, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.number))
    .limit(1)
  let { number, hash: previousHash } = last ?? { number: 0, hash: BEGINNING }
  return deeds.map(({ action, subject, detail = {} }) => {
    const body = {
      number: ++number,
      at: now,
      day: shanghaiDay(now),
      accountId,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      detail,
      origin,
      previousHash,
    }
    const hash = hashOf(body)
    previousHash = hash
    return { ...body, hash }
  })
}

/** SHA-256 over everything an entry says, the hash of the one before included. */
function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { number, at, day, accountId, action, subjectKind, subjectId, detail, origin, previousHash } = entry
  const sorted = Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1)))
  const said = [number, at.toISOString(), day, accountId, action, subjectKind, subjectId, sorted, origin, previousHash]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

const VERIFIED_AT_ONCE = 2000

/** Reads the whole log and tells what is wrong with it: entries changed, missing, or out of order. Empty: nothing. */
export async function verifyAudit(store: Store): Promise<{ count: number; faults: string[] }> {
  const { auditEntries } = store.tables
  const faults: string[] = []
  let count = 0
  let previous = { number: 0, hash: BEGINNING }
  for (;;) {
    const entries = await store.db
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.number, previous.number))
      .orderBy(asc(auditEntries.number))
      .limit(VERIFIED_AT_ONCE)
    for (const entry of entries) {
      const { number, hash } = entry
      if (number !== previous.number + 1) faults.push(`entries ${previous.number + 1} to ${number - 1} are missing`)
      else if (entry.previousHash !== previous.hash) faults.push(`entry ${number} does not follow the one before it`)
      if (hashOf(entry) !== hash) faults.push(`entry ${number} has been changed`)
      previous = { number, hash }
    }
    count += entries.length
    if (entries.length < VERIFIED_AT_ONCE) return { count, faults }
  }
}
