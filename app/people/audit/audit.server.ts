/** Writing to the audit log. What was done and the trace of it stand in one transaction (docs/decisions/014). */
import { desc } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { BEGINNING, type Entry, hashOf } from './chain.server'
import type { Deed, Trail } from './trail'

/** Another process writes, too: the number it took is its own, and ours becomes the next one. */
const TRIES = 200

/**
 * Writes what `build` lists together with the traces of it, all or nothing. `build` may be called again with fresh
 * statements when another process has just taken the next number. Rejects with the database's error when a statement
 * of `build` is refused.
 */
export const audited = (
  store: Store,
  trail: Trail,
  deeds: Deed | Deed[],
  build: (tx: Writer) => Statement[],
): Promise<void> => inTurn(store, () => write(store, trail, [deeds].flat(), build))

/** Writes down what changed nothing: somebody saw or took something. */
export const noted = (store: Store, trail: Trail, deed: Deed): Promise<void> => audited(store, trail, deed, () => [])

async function write(store: Store, trail: Trail, deeds: Deed[], build: (tx: Writer) => Statement[]): Promise<void> {
  const { auditEntries } = store.tables
  for (let tries = 1; ; tries++) {
    const entries = await entriesFor(store, trail, deeds)
    try {
      return await store.atomically((tx) => [
        // First, so that a number already taken stops the rest before it has begun.
        ...entries.map((entry) => tx.insert(auditEntries).values(entry)),
        ...build(tx),
      ])
    } catch (error) {
      if (!isNumberTaken(error) || tries === TRIES) throw error
      await aMoment(tries)
    }
  }
}

const turns = new WeakMap<Store, Promise<unknown>>()

/** Within one process writers wait for each other, so that none can take another's number. */
function inTurn<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(store) ?? Promise.resolve()).then(work)
  turns.set(
    store,
    turn.catch(() => {}),
  )
  return turn
}

/** What the trigger of migration 0002 says. */
const isNumberTaken = (error: unknown): boolean =>
  /not the next entry of the audit log/.test(String((error as Error).message))

/** A random wait, longer the more often it was in vain: processes that write in step would take turns failing. */
const aMoment = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(tries, 25)))

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
      subjectId: wellFormed(subject.id),
      detail,
      origin: wellFormed(origin),
      previousHash,
    }
    const hash = hashOf(body)
    previousHash = hash
    return { ...body, hash }
  })
}

/** What is hashed must be what can be kept, and half a character cannot be kept. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
