import { sql } from 'drizzle-orm'
import { check, day, id, index, instant, json, primaryKey, table, text } from '../kit'
import { accounts } from './accounts'

/** 内容版本: every version of a module that has ever been served, whole, so that an attempt keeps the one it began with. */
export const contentVersions = table(
  'content_versions',
  {
    moduleId: id('module_id').notNull(),
    version: text('version').notNull(),
    body: json<unknown>('body').notNull(),
    firstServedAt: instant('first_served_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.moduleId, t.version] })],
)

/**
 * 审核: what a fire professional said of a version of a module, and who wrote it down. Append-only. The reviewer's name
 * and unit are public: they stand below the lesson.
 */
export const contentReviews = table(
  'content_reviews',
  {
    /** Made by the form, so that sending it twice says it once. */
    id: id('id').primaryKey(),
    moduleId: id('module_id').notNull(),
    version: text('version').notNull(),
    decision: text('decision', { enum: ['signed', 'returned'] }).notNull(),
    reviewerName: text('reviewer_name').notNull(),
    reviewerUnit: text('reviewer_unit').notNull(),
    day: day('day').notNull(),
    note: text('note'),
    accountId: id('account_id')
      .notNull()
      .references(() => accounts.id),
    at: instant('at').notNull(),
  },
  (t) => [
    index('content_reviews_module').on(t.moduleId, t.at),
    check('returned_has_note', sql`${t.decision} <> 'returned' or ${t.note} is not null`),
  ],
)

/** What a signature covers: each part of the module, and the hash of what it said then. A return covers nothing. */
export const contentReviewParts = table(
  'content_review_parts',
  {
    reviewId: id('review_id')
      .notNull()
      .references(() => contentReviews.id),
    /** `opening`, `f3`, `section.<id>` or `question.<id>`. */
    part: text('part').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.part] })],
)
