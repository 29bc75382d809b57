import { id, index, instant, table, text, uniqueIndex } from '../kit'
import { regions } from './places'

/** 学员: a browser that learns, without an account. */
export const learners = table(
  'learners',
  {
    id: id('id').primaryKey(),
    /** The learner whose record this one has joined by a code; null for most. Always points at the last one. */
    mergedInto: id('merged_into'),
    regionId: id('region_id').references(() => regions.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('learner_merged').on(t.mergedInto)],
)

/** A code that lets another device continue the same learner. Only a keyed hash of the code is kept. */
export const learnerCodes = table(
  'learner_codes',
  {
    learnerId: id('learner_id')
      .primaryKey()
      .references(() => learners.id),
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [uniqueIndex('learner_code_hash').on(t.codeHash)],
)
