import { type DimensionWeight, dimensionsOf, linearisedScore } from './dimension-weight'
import type { Estimate, RateOptions } from './estimate'
import { emptyEstimate, linearisedEstimate } from './linearised-estimate'
import { rateInterval } from './rate-interval'
import { requireConfidence } from './require-confidence'
import type { RespondentRow } from './respondent-row'
import { simpleDesign } from './simple-design'
import type { SurveyDesign } from './survey-design'
import { usableRows } from './usable-rows'

/**
 * Composite score in points from 0 to 100, Σ_d λ_d·100·score_d, with score_d the overall rate over dimension d. Print
 * it as points (分), never as a percentage.
 *
 * se and interval are in points, too; the rates are linearised together, because they are of the same persons. Row i is
 * person i of the design; without one the sample is unweighted and simple. Interval, unless `interval` is false:
 * logit-t on score/100. Null figures and the flag noData when nobody was given any item of a dimension.
 *
 * Throws RangeError unless the weights are positive and add up to 1, and as overallRate and dimensionRate do.
 * Source: knowledge-rate definitions, section 2 (compositeScore).
 */
export function compositeScore(
  rows: readonly RespondentRow[],
  weights: readonly DimensionWeight[],
  design?: SurveyDesign,
  options: RateOptions = {},
): Estimate {
  requireConfidence(options.confidence ?? 0.95)
  const { domain } = options
  const dimensions = dimensionsOf(weights, rows)
  const { isUsable, excluded } = usableRows(rows, { domain })
  const isCounted = isUsable.map((usable, index) => usable && (domain === undefined || domain[index] === true))
  const rest = { definition: 'compositeScore' as const, excluded }
  if (design !== undefined) return { ...scoreOf(rows, dimensions, design, isCounted, options), ...rest }

  const kept = rows.filter((_, index) => isCounted[index])
  const simple = simpleDesign(Math.max(1, kept.length))
  return {
    ...scoreOf(
      kept,
      dimensions,
      simple,
      kept.map(() => true),
      options,
    ),
    ...rest,
  }
}

function scoreOf(
  rows: readonly RespondentRow[],
  dimensions: ReturnType<typeof dimensionsOf>,
  design: SurveyDesign,
  isCounted: readonly boolean[],
  { interval = true, confidence = 0.95 }: RateOptions,
): Omit<Estimate, 'definition' | 'excluded'> {
  const score = linearisedScore(design, rows, dimensions, isCounted)
  if (score === null) return { ...emptyEstimate(design), interval: null }

  const share = linearisedEstimate(design, score)
  const limits = interval && rateInterval(share, design, { isBinary: false, confidence, wholeDeff: () => null })
  return {
    ...share,
    value: 100 * score.value,
    se: share.se === null ? null : 100 * share.se,
    interval: limits ? { ...limits, lower: 100 * limits.lower, upper: 100 * limits.upper } : null,
  }
}
