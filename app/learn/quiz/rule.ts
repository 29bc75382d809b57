/**
 * The rule an attempt is taken under. An attempt and a completion keep the version, so that a pass stays a pass when
 * the rule changes. Change anything here only together with RULE_VERSION.
 */
export const RULE_VERSION = '2026-11'

/** An unfinished attempt waits this long; then it is graded as it stands and not counted in any statistic. */
export const OPEN_DAYS = 7

export const deadlineAfter = (start: Date): Date => new Date(start.getTime() + OPEN_DAYS * 86_400_000)

/** Statistics count the first quiz of a learner at a module, and only when the learner handed it in. */
export const countsInStatistics = (
  attempt: { kind: 'quiz' | 'practice'; number: number },
  closedBy: 'learner' | 'deadline',
) => attempt.kind === 'quiz' && attempt.number === 1 && closedBy === 'learner'
