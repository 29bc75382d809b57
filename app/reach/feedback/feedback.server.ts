/** What residents write, and what everybody may read of it. */
import { and, count, desc, eq, gte, inArray, isNotNull, notExists, sql } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { ANSWERS_A_PAGE, type FeedbackKind, feedbackStatuses, withoutLearner } from './feedback'

type Written = { kind: FeedbackKind; page: string; text: string; now: Date }

/** The form is on kept pages, the same for everybody, so it can carry no id of its own. */
const SAME_WITHIN_MINUTES = 10

/**
 * Keeps what somebody wrote. The same text about the same page within ten minutes is the same press of the button: the
 * first one stays and nothing is added.
 */
export async function submitFeedback(store: Store, { kind, page, text, now }: Written): Promise<void> {
  const { feedback } = store.tables
  const about = withoutLearner(page)
  await store.atomically((tx) => [
    tx.insert(feedback).select(
      tx
        .select({
          id: sql<string>`${newId()}`.as('id'),
          kind: sql<FeedbackKind>`${kind}`.as('kind'),
          page: sql<string>`${about}`.as('page'),
          text: sql<string>`${text}`.as('text'),
          submittedAt: sql<Date>`${sql.param(now, feedback.submittedAt)}`.as('submitted_at'),
          day: sql<string>`${shanghaiDay(now)}`.as('day'),
          status: sql<'open'>`'open'`.as('status'),
          answer: sql<null>`null`.as('answer'),
          publicText: sql<null>`null`.as('public_text'),
          answeredBy: sql<null>`null`.as('answered_by'),
          answeredAt: sql<null>`null`.as('answered_at'),
        })
        .from(sql`(select 1) as once`)
        .where(
          notExists(
            tx
              .select({ one: sql`1` })
              .from(feedback)
              .where(
                and(
                  // All there are: so named, the index on status and moment finds the few of these minutes.
                  inArray(feedback.status, [...feedbackStatuses]),
                  gte(feedback.submittedAt, new Date(now.getTime() - SAME_WITHIN_MINUTES * 60_000)),
                  eq(feedback.page, about),
                  eq(feedback.text, text),
                ),
              ),
          ),
        ),
    ),
  ])
}

/** One page of the public answers, the newest first, and how many there are. */
export async function listAnswered({ db, tables: { feedback } }: Store, page: number) {
  const isPublic = and(eq(feedback.status, 'answered'), isNotNull(feedback.publicText))
  const rows = await db
    .select({
      id: feedback.id,
      kind: feedback.kind,
      day: feedback.day,
      text: sql<string>`${feedback.publicText}`,
      answer: sql<string>`${feedback.answer}`,
      answeredAt: feedback.answeredAt,
    })
    .from(feedback)
    .where(isPublic)
    .orderBy(desc(feedback.answeredAt), desc(feedback.id))
    .limit(ANSWERS_A_PAGE)
    .offset((page - 1) * ANSWERS_A_PAGE)
  const [counted] = await db.select({ total: count() }).from(feedback).where(isPublic)
  return {
    rows: rows.map(({ answeredAt, ...row }) => ({
      ...row,
      answeredDay: answeredAt ? shanghaiDay(answeredAt) : row.day,
    })),
    total: counted?.total ?? 0,
  }
}
