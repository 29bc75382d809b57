import type { Estimate, RateOptions } from './estimate'
import type { RespondentRow } from './respondent-row'
import { shareEstimate } from './share-estimate'
import { usableRows } from './usable-rows'

/**
 * Share of persons who answered every item administered to them right: mastery at a cut of 100.
 *
 * n counts persons; unweighted simple random sample; Wilson interval only when asked for.
 * Throws RangeError for rows of unequal length, or scores other than 0, 1 and null.
 * Source: knowledge-rate definitions, section 2, allCorrectRate.
 */
export function allCorrectRate(rows: readonly RespondentRow[], options: RateOptions = {}): Estimate {
  const { included, excluded } = usableRows(rows, { wholeScores: true })
  const successes = included.filter(({ scores }) => scores.every((score) => score !== 0)).length
  return shareEstimate({ successes, n: included.length }, { definition: 'allCorrectRate', excluded }, options)
}
