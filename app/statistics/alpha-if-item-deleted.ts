import { cronbachAlpha } from './cronbach-alpha'
import { type CompleteScores, completeItemCount } from './item-scores'

/**
 * Cronbach's alpha of the test without each item in turn; an item whose removal raises alpha does not belong to the rest.
 *
 * One figure per item; null where the remaining test has none (fewer than two items left, no variation).
 * Throws RangeError for rows of unequal length, scores that are not finite, or persons without all items.
 * Source: knowledge-rate definitions, section 9.
 */
export function alphaIfItemDeleted(scores: CompleteScores): (number | null)[] {
  return Array.from({ length: completeItemCount(scores) }, (_, item) =>
    cronbachAlpha(scores.map((row) => row.filter((_, other) => other !== item))),
  )
}
