import { type CompleteScores, completeItemCount } from './item-scores'
import { sampleVariance } from './sample-variance'

/**
 * Cronbach's alpha, the internal consistency of a test; equal to KR-20 for items scored 0 and 1. May be negative.
 *
 * K/(K − 1) · (1 − Σ s²_j / s²_X), the same divisor in both variances. Null for K < 2 items, fewer than two persons, or
 * totals that do not vary.
 *
 * Throws RangeError for rows of unequal length, scores that are not finite, or persons without all items.
 * Source: Cronbach (1951), Psychometrika 16, 297–334.
 */
export function cronbachAlpha(scores: CompleteScores): number | null {
  const items = completeItemCount(scores)
  if (items < 2 || scores.length < 2) return null
  const totalVariance = sampleVariance(scores.map((row) => row.reduce((sum, score) => sum + score, 0)))
  if (totalVariance === 0) return null
  const itemVariances = Array.from({ length: items }, (_, item) => sampleVariance(scores.map((row) => row[item]!)))
  return (items / (items - 1)) * (1 - itemVariances.reduce((sum, variance) => sum + variance, 0) / totalVariance)
}
