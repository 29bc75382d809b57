import { type CompleteScores, completeItemCount } from './item-scores'
import { pearsonCorrelation } from './pearson-correlation'

/**
 * Correlation of each item with the total score, the item included; therefore flattering on short tests: judge items by
 * correctedPointBiserial. Null for an item, or a total, that does not vary.
 *
 * Throws RangeError for rows of unequal length, scores that are not finite, or persons without all items.
 * Formula: r(x_j, Σ_k x_k), Pearson. Source: knowledge-rate definitions, section 9.
 */
export function pointBiserial(scores: CompleteScores): (number | null)[] {
  const items = completeItemCount(scores)
  const totals = scores.map((row) => row.reduce((sum, score) => sum + score, 0))
  return Array.from({ length: items }, (_, item) =>
    pearsonCorrelation(
      scores.map((row) => row[item]!),
      totals,
    ),
  )
}
