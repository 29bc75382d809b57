import type { Estimate, RateOptions } from './estimate'
import { personTotals } from './person-totals'
import { rateEstimate } from './rate-estimate'
import type { RespondentRow } from './respondent-row'
import type { SurveyDesign } from './survey-design'
import { usableRows } from './usable-rows'

/**
 * Share of all administered items that were answered right: the headline rate, and the mean of the item rates when
 * everyone got the same items. Scores may be fractional.
 *
 * value = Σ w·points / Σ w·administered; se with the person as the unit. Row i is person i of the design; without a
 * design the sample is unweighted and simple. Interval, unless `interval` is false: logit-t, or Clopper-Pearson when
 * all scored alike. n = 0 gives null figures, n = 1 neither se nor interval.
 *
 * Throws RangeError for rows of unequal length, scores outside [0, 1], confidence outside (0, 1), or a design or domain
 * of another length than the rows.
 * Source: knowledge-rate definitions, sections 2 (overallRate) and 4.
 */
export function overallRate(
  rows: readonly RespondentRow[],
  design?: SurveyDesign,
  options: RateOptions = {},
): Estimate {
  const { isUsable, excluded } = usableRows(rows, { domain: options.domain })
  const totals = rows.map((row, index) => (isUsable[index] ? personTotals(row) : null))
  return rateEstimate(totals, { definition: 'overallRate', excluded, isBinary: false }, design, options)
}
