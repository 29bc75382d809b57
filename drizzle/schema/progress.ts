import { day, id, index, instant, int, table, text, uniqueIndex } from '../kit'
import { learners } from './learners'
import { attempts } from './quiz'

/** 完成: append-only. A pass once earned is kept, with the rule and the content version it was earned under. */
export const completions = table(
  'completions',
  {
    id: id('id').primaryKey(),
    learnerId: id('learner_id')
      .notNull()
      .references(() => learners.id),
    moduleId: id('module_id').notNull(),
    attemptId: id('attempt_id')
      .notNull()
      .references(() => attempts.id),
    contentVersion: text('content_version').notNull(),
    ruleVersion: text('rule_version').notNull(),
    scorePercent: int('score_percent').notNull(),
    earnedAt: instant('earned_at').notNull(),
    day: day('day').notNull(),
  },
  (t) => [uniqueIndex('completion_attempt').on(t.attemptId), index('completion_learner').on(t.learnerId, t.moduleId)],
)
