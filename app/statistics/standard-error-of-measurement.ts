import { cronbachAlpha } from './cronbach-alpha'
import type { CompleteScores } from './item-scores'
import { sampleVariance } from './sample-variance'

/**
 * By how many points a person's total would scatter from one equivalent test to the next.
 *
 * sd_X·√(1 − alpha), sd_X the standard deviation of totals with divisor n − 1, alpha as KR-20 for scores of 0 and 1.
 * In points of the total, not in percent. Null where alpha is.
 *
 * Throws RangeError for rows of unequal length, scores that are not finite, or persons without all items.
 * Source: knowledge-rate definitions, section 9.
 */
export function standardErrorOfMeasurement(scores: CompleteScores): number | null {
  const alpha = cronbachAlpha(scores)
  if (alpha === null) return null
  const totals = scores.map((row) => row.reduce((sum, score) => sum + score, 0))
  return Math.sqrt(sampleVariance(totals) * Math.max(0, 1 - alpha))
}
