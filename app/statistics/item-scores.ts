import { isMeasurable } from './is-measurable'

/** Persons × items: a score for each item, in one order; null = the person was not given the item. */
export type ItemScores = readonly (readonly (number | null)[])[]

/** Persons × items where everybody got every item, as reliability needs it. */
export type CompleteScores = readonly (readonly number[])[]

/**
 * Number of items of a table of scores; 0 without persons.
 * Throws RangeError when rows differ in length, or a score is neither null nor finite.
 */
export function itemCount(scores: ItemScores): number {
  const items = scores[0]?.length ?? 0
  for (const row of scores) {
    if (row.length !== items) throw new RangeError('Rows must cover the same items')
    for (const score of row)
      if (score !== null && !isMeasurable(score)) throw new RangeError(`A score must be finite or null, not ${score}`)
  }
  return items
}

/** Like itemCount, and throws RangeError for a null: people who saw different items have no common total. */
export function completeItemCount(scores: ItemScores): number {
  const items = itemCount(scores)
  if (scores.some((row) => row.includes(null)))
    throw new RangeError('Reliability needs persons who all got the same items')
  return items
}
