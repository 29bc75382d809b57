import { type ItemScores, itemCount } from './item-scores'

/**
 * Mean score of each item among the persons who were given it, in the order of the items; null for an item that nobody
 * was given. No rows give no items. For scores from 0 to 1 it is the share right; unweighted.
 *
 * Throws RangeError for rows of unequal length or scores that are not finite.
 * Formula: p_j = Σ a_ij·x_ij / Σ a_ij. Source: knowledge-rate definitions, section 9.
 */
export function facilityIndex(scores: ItemScores): (number | null)[] {
  return Array.from({ length: itemCount(scores) }, (_, item) => {
    const given = scores.map((row) => row[item] ?? null).filter((score) => score !== null)
    return given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0) / given.length
  })
}
