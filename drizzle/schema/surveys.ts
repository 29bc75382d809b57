import { sql } from 'drizzle-orm'
import { bool, check, day, id, index, instant, int, primaryKey, table, text } from '../kit'
import { regions } from './places'

/** 调查答卷: one respondent of a survey. The id comes from the form, so that sending it twice keeps the first. */
export const surveyResponses = table(
  'survey_responses',
  {
    id: id('id').primaryKey(),
    instrumentId: id('instrument_id').notNull(),
    instrumentVersion: text('instrument_version').notNull(),
    /** Q: self-selected or quota. No interval and no verdict may be computed from these. */
    tier: text('tier', { enum: ['Q'] }).notNull(),
    regionId: id('region_id').references(() => regions.id),
    asked: int('asked').notNull(),
    answered: int('answered').notNull(),
    correct: int('correct').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    day: day('day').notNull(),
  },
  (t) => [
    index('response_instrument').on(t.instrumentId, t.instrumentVersion),
    check('counts_in_order', sql`${t.correct} between 0 and ${t.answered} and ${t.answered} <= ${t.asked}`),
  ],
)

/** One item of one respondent. `optionId` is null where it was left blank. */
export const surveyAnswers = table(
  'survey_answers',
  {
    responseId: id('response_id')
      .notNull()
      .references(() => surveyResponses.id),
    itemId: id('item_id').notNull(),
    optionId: id('option_id'),
    correct: bool('correct').notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.itemId] }), index('survey_answer_item').on(t.itemId)],
)
