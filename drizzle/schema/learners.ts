import { sql } from 'drizzle-orm'
import { id, index, instant, table, text, uniqueIndex } from '../kit'
import { organizations, regions } from './places'
import { persons } from './rosters'

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

/** 加入: this learner is that person of a roster. What was learned before and after counts for the person until they leave. */
export const learnerLinks = table(
  'learner_links',
  {
    id: id('id').primaryKey(),
    learnerId: id('learner_id')
      .notNull()
      .references(() => learners.id),
    personId: id('person_id')
      .notNull()
      .references(() => persons.id),
    organizationId: id('organization_id')
      .notNull()
      .references(() => organizations.id),
    joinedAt: instant('joined_at').notNull(),
    leftAt: instant('left_at'),
  },
  (t) => [
    // One browser is one person of an organization at a time.
    uniqueIndex('learner_link_open').on(t.learnerId, t.organizationId).where(sql`left_at is null`),
    index('learner_link_person').on(t.personId),
  ],
)
