import { sql } from 'drizzle-orm'
import { check, day, id, index, instant, table, text } from '../kit'
import { accounts } from './accounts'

/** 意见: what somebody wrote on any public page. No name and no contact is asked for; the answer stands on a public list. */
export const feedback = table(
  'feedback',
  {
    id: id('id').primaryKey(),
    kind: text('kind', { enum: ['mistake', 'complaint', 'suggestion'] }).notNull(),
    /** The page it was written on. */
    page: text('page').notNull(),
    text: text('text').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    day: day('day').notNull(),
    status: text('status', { enum: ['open', 'answered', 'set-aside'] }).notNull(),
    answer: text('answer'),
    /** What the public list shows as the question, in the answerer's words: people write names and phones. Null: not public. */
    publicText: text('public_text'),
    answeredBy: id('answered_by').references(() => accounts.id),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('feedback_status').on(t.status, t.submittedAt),
    check('answered_has_answer', sql`${t.status} <> 'answered' or ${t.answer} is not null`),
  ],
)
