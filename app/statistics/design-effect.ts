import type { SurveyDesign } from './survey-design'
import type { DomainOption } from './survey-estimate'
import { surveyMean } from './survey-mean'

/**
 * Design effect of the mean of y: its variance over that of a simple random sample of as many persons; 1 = as good.
 *
 * deff = V / V_SRS with V_SRS = S²/n and S² = n/(n − 1)·Σ w(y − m)² / Σ w. Null when y does not vary or n < 2.
 * Throws RangeError as surveyMean does. Source: knowledge-rate definitions, section 4.
 */
export function designEffect(
  design: SurveyDesign,
  y: readonly (number | null)[],
  options: DomainOption = {},
): number | null {
  return surveyMean(design, y, options).deff
}
