import type { SurveyDesign } from './survey-design'
import type { DomainOption, SurveyEstimate } from './survey-estimate'
import { surveyRatio } from './survey-ratio'

/**
 * Weighted mean Σ w·y / Σ w with its standard error by Taylor linearisation, in the units of y.
 *
 * Row i of y is person i of the design; null = not in the mean (not asked), treated like a person outside the domain.
 * Flags and errors as for surveyRatio, of which it is the case b = 1.
 * Source: knowledge-rate definitions, section 4; svymean of the R package survey.
 */
export function surveyMean(
  design: SurveyDesign,
  y: readonly (number | null)[],
  options: DomainOption = {},
): SurveyEstimate {
  return surveyRatio(design, y, new Array<number>(y.length).fill(1), options)
}
