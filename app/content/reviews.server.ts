/** Reading and writing what fire professionals said of modules. Append-only, which triggers of migration 0003 guard. */
import { count, desc, eq, inArray, type Placeholder, sql } from 'drizzle-orm'
import { prepared } from '#app/db/prepared'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { partsOf } from './part-hashes.server'
import type { CoveringReview, Decision, Part, Review } from './review-state'
import type { Module } from './schema'

/** A process asks how many reviews there are this often, so a public page is at most this much behind. */
export const ASKED_EVERY_MS = 2000

/** Every review of a module, the newest first. */
export const listReviews = ({ db, tables: { contentReviews } }: Store, moduleId: string | Placeholder) =>
  db
    .select()
    .from(contentReviews)
    .where(eq(contentReviews.moduleId, moduleId))
    .orderBy(desc(contentReviews.at), desc(contentReviews.id))

// Prepared, because every result of a quiz asks these two.
const newestOf = prepared((store) => listReviews(store, sql.placeholder('moduleId')).limit(1).prepare())
const partsOfReview = prepared(({ db, tables: { contentReviewParts } }) =>
  db
    .select({ part: contentReviewParts.part, hash: contentReviewParts.hash })
    .from(contentReviewParts)
    .where(eq(contentReviewParts.reviewId, sql.placeholder('reviewId')))
    .prepare(),
)

/** The newest review of a module with what it covers; null while there is none. */
export async function newestReview(store: Store, moduleId: string): Promise<CoveringReview | null> {
  const [newest] = await newestOf(store).execute({ moduleId })
  return newest ? { ...newest, parts: await partsOfReview(store).execute({ reviewId: newest.id }) } : null
}

/** The newest review of every module that has one, by module. */
export async function newestReviews(store: Store): Promise<ReadonlyMap<string, CoveringReview>> {
  const { contentReviews } = store.tables
  const rows = await store.db.select().from(contentReviews).orderBy(contentReviews.at, contentReviews.id)
  const newest = new Map(rows.map((row) => [row.moduleId, row]))
  const parts = await partsUnder(
    store,
    [...newest.values()].map(({ id }) => id),
  )
  return new Map([...newest].map(([moduleId, row]) => [moduleId, { ...row, parts: parts.get(row.id) ?? [] }]))
}

async function partsUnder({ db, tables: { contentReviewParts } }: Store, reviewIds: string[]) {
  const rows = await db.select().from(contentReviewParts).where(inArray(contentReviewParts.reviewId, reviewIds))
  const under = new Map(reviewIds.map((id): [string, Part[]] => [id, []]))
  for (const { reviewId, part, hash } of rows) under.get(reviewId)?.push({ part, hash })
  return under
}

export type NewReview = Omit<Review, 'version' | 'decision'> & {
  /** Made by the form: a second one of the same id is refused as taken. */
  id: string
  decision: Decision
  accountId: string
  at: Date
}

/**
 * The statements that write a review of the module as it is now. They stand beside the audit's own in one transaction;
 * the audit lives above this room, so the route brings both together.
 */
export function reviewStatements({ tables }: Store, tx: Writer, module: Module, review: NewReview): Statement[] {
  const parts = review.decision === 'signed' ? partsOf(module) : []
  return [
    tx.insert(tables.contentReviews).values({ ...review, moduleId: module.id, version: module.version }),
    ...parts.map((part) => tx.insert(tables.contentReviewParts).values({ reviewId: review.id, ...part })),
  ]
}

type Known = { askedAt: number; counts: ReadonlyMap<string, number> }
const known = new WeakMap<Store, Known>()

/**
 * How many reviews a module has had, which every new one changes, in whatever process it was written. Read from memory;
 * the database is asked when what is known is older than ASKED_EVERY_MS.
 * @param now milliseconds
 */
export async function reviewCount(store: Store, moduleId: string, now: number): Promise<number> {
  let current = known.get(store)
  if (!current || Math.abs(now - current.askedAt) >= ASKED_EVERY_MS) {
    current = { askedAt: now, counts: await countReviews(store) }
    known.set(store, current)
  }
  return current.counts.get(moduleId) ?? 0
}

async function countReviews({ db, tables: { contentReviews } }: Store): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ moduleId: contentReviews.moduleId, reviews: count() })
    .from(contentReviews)
    .groupBy(contentReviews.moduleId)
  return new Map(rows.map(({ moduleId, reviews }) => [moduleId, reviews]))
}
