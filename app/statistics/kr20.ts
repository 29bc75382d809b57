import { cronbachAlpha } from './cronbach-alpha'
import type { CompleteScores } from './item-scores'

/**
 * Kuder-Richardson formula 20: internal consistency of a test whose items are scored 0 or 1.
 *
 * K/(K − 1) · (1 − Σ p_j(1 − p_j) / σ²_X), with the divisor n in both variances; taking n − 1 for σ²_X alone inflates it.
 * Null for K < 2 items, fewer than two persons, or totals that do not vary.
 *
 * Throws RangeError for rows of unequal length, scores other than 0 and 1, or persons without all items.
 * Source: Kuder and Richardson (1937), Psychometrika 2, 151–160.
 */
export function kr20(scores: CompleteScores): number | null {
  const stranger = scores.flat().find((score) => score !== 0 && score !== 1)
  if (stranger !== undefined) throw new RangeError(`KR-20 is for scores of 0 and 1, not ${stranger}; use cronbachAlpha`)
  return cronbachAlpha(scores)
}
