import { clopperPearsonInterval } from './clopper-pearson-interval'
import type { Interval } from './estimate'
import { kishDesignEffect } from './kish-design-effect'
import { kornGraubardInterval } from './korn-graubard-interval'
import { logitInterval } from './logit-interval'
import type { SurveyDesign } from './survey-design'
import type { SurveyEstimate } from './survey-estimate'
import { wilsonInterval } from './wilson-interval'

type IntervalChoice = {
  readonly isBinary: boolean
  readonly confidence: number
  /** The design effect in the whole sample, of which the rate may be about a part; asked for only when needed. */
  readonly wholeDeff: () => number | null
}

/**
 * The interval that suits a rate. Shares of persons: Wilson with equal weights and no clusters, else Korn-Graubard;
 * other rates: logit-t.
 *
 * When all scored alike (se 0, or a rate of 0 or 1), Clopper-Pearson with n / max(1, deff of the whole sample, or
 * Kish's of the weights when that is not estimable either): never an interval of no width.
 * Null without data, for a whole population, and otherwise without a standard error or degrees of freedom.
 * Source: knowledge-rate definitions, section 4.
 */
export function rateInterval(
  { value, se, df, n }: Omit<SurveyEstimate, 'flags'>,
  design: SurveyDesign,
  { isBinary, confidence, wholeDeff }: IntervalChoice,
): Interval | null {
  if (value === null || df === null || design.flags.includes('wholePopulation')) return null
  if (isBinary && !design.isClustered && isEqual(design.weights)) {
    return wilsonInterval(Math.round(value * n), n, { confidence })
  }
  if (se === null || df < 1) return null
  if (se === 0 || value === 0 || value === 1) {
    const size = n / Math.max(1, wholeDeff() ?? kishDesignEffect(design.weights))
    return clopperPearsonInterval(value * size, size, { confidence })
  }
  return isBinary
    ? kornGraubardInterval(value, se, n, df, { confidence })
    : logitInterval(value, se, df, { confidence })
}

/** Weights that differ by rounding only are equal: raking to what the sample already has leaves such. */
function isEqual(weights: readonly number[]): boolean {
  return weights.every((weight) => Math.abs(weight / weights[0]! - 1) < 1e-9)
}
