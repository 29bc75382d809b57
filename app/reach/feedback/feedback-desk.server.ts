/** Feedback at the desk: it belongs to no street, so who may read it reads all of it. */
import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { feedbackKinds, statusOf } from './feedback'

/** A sheet holds no more. */
const MOST_ROWS = 50_000

export type FeedbackRow = Awaited<ReturnType<typeof readFeedback>>[number]

/** One page of what matches, and how many there are in all, and how many wait for an answer. */
export async function listFeedback(store: Store, query: ListQuery) {
  const { feedback } = store.tables
  const rows = await select(store, query)
    .limit(PAGE_SIZE)
    .offset((query.page - 1) * PAGE_SIZE)
  const [counted] = await store.db.select({ total: count() }).from(feedback).where(matching(store, query))
  const open = await store.db.$count(feedback, eq(feedback.status, 'open'))
  return { rows, total: counted?.total ?? 0, open }
}

/** Everything that matches, for a sheet. */
export const readFeedback = async (store: Store, query: ListQuery) => select(store, query).limit(MOST_ROWS)

function select(store: Store, query: ListQuery) {
  const { feedback } = store.tables
  // Who has waited longest comes first; of what is done, the newest.
  const order = statusOf(query) === 'open' ? asc : desc
  return selectAll(store)
    .where(matching(store, query))
    .orderBy(order(feedback.submittedAt), order(feedback.id))
    .$dynamic()
}

const selectAll = ({ db, tables: { accounts, feedback } }: Store) =>
  db
    .select({
      id: feedback.id,
      kind: feedback.kind,
      page: feedback.page,
      text: feedback.text,
      day: feedback.day,
      status: feedback.status,
      answer: feedback.answer,
      publicText: feedback.publicText,
      answeredBy: accounts.name,
      answeredAt: feedback.answeredAt,
    })
    .from(feedback)
    .leftJoin(accounts, eq(accounts.id, feedback.answeredBy))

function matching({ tables: { feedback } }: Store, query: ListQuery): SQL | undefined {
  const status = statusOf(query)
  const kind = feedbackKinds.find((one) => one === query.filters.kind)
  const pattern = likePattern(query.search)
  return and(
    status ? eq(feedback.status, status) : undefined,
    kind ? eq(feedback.kind, kind) : undefined,
    query.search
      ? sql`(${feedback.text} like ${pattern} escape '\\' or ${feedback.answer} like ${pattern} escape '\\' or ${feedback.page} like ${pattern} escape '\\')`
      : undefined,
  )
}

/** One piece of feedback; null when there is none with this id. */
export async function findFeedback(store: Store, id: string): Promise<FeedbackRow | null> {
  if (!isId(id)) return null
  const [row] = await selectAll(store).where(eq(store.tables.feedback.id, id))
  return row ?? null
}

type Answer = { answer: string; publicText: string | null }

/** Answers it, or changes the answer. The same answer once more changes nothing and leaves no further trace. */
export async function answerFeedback(store: Store, trail: Trail, found: FeedbackRow, { answer, publicText }: Answer) {
  await handle(store, trail, found, { status: 'answered', answer, publicText })
}

/** Sets it aside: no answer, nothing public. The reason is kept where an answer would be. */
export async function setFeedbackAside(store: Store, trail: Trail, found: FeedbackRow, reason: string) {
  await handle(store, trail, found, { status: 'set-aside', answer: reason, publicText: null })
}

type Handled = Answer & { status: 'answered' | 'set-aside' }

async function handle(store: Store, trail: Trail, found: FeedbackRow, { status, answer, publicText }: Handled) {
  if (found.status === status && found.answer === answer && found.publicText === publicText) return
  const { feedback } = store.tables
  const deed = {
    action: status === 'answered' ? ('feedback.answer' as const) : ('feedback.setAside' as const),
    subject: { kind: 'feedback', id: found.id },
    detail: { isPublic: publicText !== null, again: found.status !== 'open' },
  }
  await audited(store, trail, deed, (tx) => [
    tx
      .update(feedback)
      .set({ status, answer, publicText, answeredBy: trail.accountId, answeredAt: trail.now })
      .where(eq(feedback.id, found.id)),
  ])
}
