import { sql } from 'drizzle-orm'
import {
  bool,
  check,
  day,
  foreignKey,
  id,
  index,
  instant,
  int,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../kit'
import { contentVersions } from './content'
import { learners } from './learners'
import { regions } from './places'

/** 测验: one try. Everything that decides its grade is fixed in this row before the first question is shown. */
export const attempts = table(
  'attempts',
  {
    id: id('id').primaryKey(),
    learnerId: id('learner_id')
      .notNull()
      .references(() => learners.id),
    moduleId: id('module_id').notNull(),
    contentVersion: text('content_version').notNull(),
    kind: text('kind', { enum: ['quiz', 'practice'] }).notNull(),
    /** 1 for the first try of this learner at this module and kind. */
    number: int('number').notNull(),
    /** Question ids in order, each with its option ids in the order shown. */
    items: json<{ questionId: string; options: string[] }[]>('items').notNull(),
    seed: text('seed').notNull(),
    passMark: int('pass_mark').notNull(),
    ruleVersion: text('rule_version').notNull(),
    regionId: id('region_id').references(() => regions.id),
    startedAt: instant('started_at').notNull(),
    day: day('day').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
  },
  (t) => [
    uniqueIndex('attempt_number').on(t.learnerId, t.moduleId, t.kind, t.number),
    foreignKey({
      columns: [t.moduleId, t.contentVersion],
      foreignColumns: [contentVersions.moduleId, contentVersions.version],
    }),
    index('attempt_module').on(t.moduleId, t.kind, t.number),
  ],
)

/** One answer per item. `correct` is null until the attempt is closed. */
export const attemptAnswers = table(
  'attempt_answers',
  {
    attemptId: id('attempt_id')
      .notNull()
      .references(() => attempts.id),
    questionId: id('question_id').notNull(),
    response: json<string[]>('response').notNull(),
    /** Counts the saves of this answer in the browser; an older save that arrives late does not win. */
    sequence: int('sequence').notNull(),
    correct: bool('correct'),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.questionId] })],
)

/** The one result of an attempt. Its primary key is what makes a second submit harmless. */
export const attemptResults = table(
  'attempt_results',
  {
    attemptId: id('attempt_id')
      .primaryKey()
      .references(() => attempts.id),
    closedAt: instant('closed_at').notNull(),
    closedBy: text('closed_by', { enum: ['learner', 'deadline'] }).notNull(),
    correctCount: int('correct_count').notNull(),
    itemCount: int('item_count').notNull(),
    passed: bool('passed').notNull(),
    /** First tries at a quiz that the learner submitted: the only ones the statistics count. */
    counted: bool('counted').notNull(),
  },
  (t) => [check('correct_within_items', sql`${t.correctCount} between 0 and ${t.itemCount}`)],
)

/** Counts that /awareness reads, kept up in the same write as the result. An empty region id means "no place given". */
export const quizTallies = table(
  'quiz_tallies',
  {
    moduleId: id('module_id').notNull(),
    regionId: text('region_id').notNull(),
    learners: int('learners').notNull(),
    passed: int('passed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.moduleId, t.regionId] })],
)

export const itemTallies = table(
  'item_tallies',
  {
    moduleId: id('module_id').notNull(),
    questionId: id('question_id').notNull(),
    contentVersion: text('content_version').notNull(),
    regionId: text('region_id').notNull(),
    asked: int('asked').notNull(),
    correct: int('correct').notNull(),
    blank: int('blank').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.contentVersion, t.regionId] }),
    index('item_tally_module').on(t.moduleId),
  ],
)

export const optionTallies = table(
  'option_tallies',
  {
    moduleId: id('module_id').notNull(),
    questionId: id('question_id').notNull(),
    contentVersion: text('content_version').notNull(),
    optionId: id('option_id').notNull(),
    picked: int('picked').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.contentVersion, t.optionId] }),
    index('option_tally_module').on(t.moduleId),
  ],
)
