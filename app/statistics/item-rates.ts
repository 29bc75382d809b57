import type { Estimate, RateOptions } from './estimate'
import { rateEstimate } from './rate-estimate'
import type { RespondentRow } from './respondent-row'
import type { SurveyDesign } from './survey-design'
import { usableRows } from './usable-rows'

/**
 * Share of right answers to each item, among the persons to whom the item was administered.
 *
 * One estimate per item, in the order of the instrument; n differs by item and the persons not given the item are in
 * excluded.notAdministered. No rows give no estimates, because the number of items is then unknown. Row i is person i
 * of the design; without one the sample is unweighted and simple. Interval, unless `interval` is false: see
 * rateInterval.
 *
 * Throws RangeError for rows of unequal length, scores other than 0, 1 and null, or a design or domain of another
 * length.
 * Formula: Σ w_i a_ij y_ij / Σ w_i a_ij. Source: knowledge-rate definitions, section 2, itemRate.
 */
export function itemRates(
  rows: readonly RespondentRow[],
  design?: SurveyDesign,
  options: RateOptions = {},
): Estimate[] {
  const { domain } = options
  const { isUsable, excluded } = usableRows(rows, { wholeScores: true, domain })

  return (rows[0]?.scores ?? []).map((_, item) => {
    const scores = rows.map((row, index) => (isUsable[index] ? (row.scores[item] ?? null) : null))
    const isMissing = (index: number) =>
      isUsable[index] && scores[index] === null && (domain === undefined || domain[index])
    const notAdministered = excluded.notAdministered + [...rows.keys()].filter(isMissing).length
    return rateEstimate(
      scores.map((score) => (score === null ? null : { points: score, administered: 1 })),
      { definition: 'itemRate', excluded: { ...excluded, notAdministered }, isBinary: true },
      design,
      options,
    )
  })
}
