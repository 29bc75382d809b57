import { type ItemScores, itemCount } from './item-scores'
import { pearsonCorrelation } from './pearson-correlation'

/**
 * Discrimination of each item: its correlation with the rest of the test. Below 0 check the key, below 0.2 review, above
 * 0.4 good (see itemFlags). Null for an item, or a rest, that does not vary.
 *
 * The rest is the mean of the other items that the person was given, which is r(x_j, Σ_{k≠j} x_k) when everybody got the
 * same items, and the item-rest correlation inside the pool when papers were drawn at random. Persons who were not given
 * the item, or nothing else, do not enter.
 *
 * Throws RangeError for rows of unequal length or scores that are not finite.
 * Source: knowledge-rate definitions, section 9.
 */
export function correctedPointBiserial(scores: ItemScores): (number | null)[] {
  return Array.from({ length: itemCount(scores) }, (_, item) => {
    const pairs = scores.map((row) => ({ own: row[item] ?? null, rest: restOf(row, item) }))
    const known = pairs.filter((pair): pair is { own: number; rest: number } => pair.own !== null && pair.rest !== null)
    return pearsonCorrelation(
      known.map(({ own }) => own),
      known.map(({ rest }) => rest),
    )
  })
}

function restOf(row: readonly (number | null)[], item: number): number | null {
  const others = row.filter((score, other): score is number => other !== item && score !== null)
  return others.length === 0 ? null : others.reduce((sum, score) => sum + score, 0) / others.length
}
