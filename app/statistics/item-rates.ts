import type { Estimate, RateOptions } from './estimate'
import type { RespondentRow } from './respondent-row'
import { shareEstimate } from './share-estimate'
import { usableRows } from './usable-rows'

/**
 * Share of right answers to each item, among the persons to whom the item was administered.
 *
 * One estimate per item, in the order of the instrument; n differs by item and the persons not given the item are in
 * excluded.notAdministered. No rows give no estimates, because the number of items is then unknown.
 * Unweighted simple random sample; Wilson interval only when asked for.
 *
 * Throws RangeError for rows of unequal length, or scores other than 0, 1 and null.
 * Formula: Σ a_ij y_ij / Σ a_ij. Source: knowledge-rate definitions, section 2, itemRate.
 */
export function itemRates(rows: readonly RespondentRow[], options: RateOptions = {}): Estimate[] {
  const { included, excluded } = usableRows(rows, { wholeScores: true })

  return (rows[0]?.scores ?? []).map((_, item) => {
    const scores = included.map((row) => row.scores[item] ?? null).filter((score) => score !== null)
    const successes = scores.filter((score) => score === 1).length
    const notAdministered = excluded.notAdministered + included.length - scores.length
    return shareEstimate(
      { successes, n: scores.length },
      { definition: 'itemRate', excluded: { ...excluded, notAdministered } },
      options,
    )
  })
}
