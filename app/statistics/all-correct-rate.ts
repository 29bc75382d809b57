import type { Estimate, RateOptions } from './estimate'
import { masteryRate } from './mastery-rate'
import type { RespondentRow } from './respondent-row'
import type { SurveyDesign } from './survey-design'

/**
 * Share of persons who answered every item administered to them right: mastery at a cut of 100.
 *
 * Figures, interval and errors as for masteryRate.
 * Source: knowledge-rate definitions, section 2, allCorrectRate.
 */
export function allCorrectRate(
  rows: readonly RespondentRow[],
  design?: SurveyDesign,
  options: RateOptions = {},
): Estimate {
  const { cut: _, mustKnow: __, ...estimate } = masteryRate(rows, { cut: 100 }, design, options)
  return { ...estimate, definition: 'allCorrectRate' }
}
