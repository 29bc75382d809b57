import type { Calibration } from './calibration'
import { fitMargins } from './fit-margins'
import { kishDesignEffect } from './kish-design-effect'
import type { SurveyDesign } from './survey-design'

/** Limits of the weights in multiples of their mean. */
export type TrimOptions = { readonly lower?: number; readonly upper?: number }

/** tooLow and tooHigh count persons before trimming; largest: highest weight over the mean; kish: kishDesignEffect. */
export type TrimReport = {
  readonly tooLow: number
  readonly tooHigh: number
  readonly rounds: number
  readonly largest: { readonly before: number; readonly after: number }
  readonly kish: { readonly before: number; readonly after: number }
}

export type TrimmedDesign = SurveyDesign & { readonly trimming: TrimReport }

/**
 * The design with extreme weights cut to `lower` (default 0.2) and `upper` (5) times the mean weight.
 *
 * What is cut off is shared out equally among the weights between the limits, so that the sum stays. A calibrated
 * design is then fitted again to the totals of its last calibration, which may push weights out again: at most 5
 * rounds, and the flag trimmingUnsettled when weights are still outside. That calibration then leads from the weights
 * before it to the final ones.
 *
 * Throws RangeError unless 0 ≤ lower < 1 < upper, and when fitting again does not settle.
 * Source: knowledge-rate definitions, section 5; trimWeights of the R package survey, one round of it.
 */
export function trimWeights(design: SurveyDesign, { lower = 0.2, upper = 5 }: TrimOptions = {}): TrimmedDesign {
  if (!(lower >= 0 && lower < 1 && upper > 1)) {
    throw new RangeError(`Limits must lie on either side of the mean, not at ${lower} and ${upper} times it`)
  }
  const calibration = design.calibrations.at(-1)
  const mean = sumOf(design.weights) / design.weights.length
  const limits = { low: lower * mean, high: upper * mean }
  let weights = design.weights
  let rounds = 0
  while (rounds < MOST_ROUNDS && isOutside(weights, limits)) {
    weights = refitted(trimmedOnce(weights, limits), calibration)
    rounds += 1
  }
  return {
    ...design,
    weights,
    calibrations: design.calibrations.map((fit) => (fit === calibration ? { ...fit, after: weights } : fit)),
    flags: isOutside(weights, limits) ? [...design.flags, 'trimmingUnsettled'] : design.flags,
    trimming: reportOf(design.weights, weights, limits, rounds),
  }
}

/** The mean, and with it the limits, stays the same in all rounds. */
type Limits = { readonly low: number; readonly high: number }

function trimmedOnce(weights: readonly number[], { low, high }: Limits): number[] {
  const cut = weights.map((weight) => Math.min(high, Math.max(low, weight)))
  // A weight at a limit, perhaps cut in an earlier round, takes no share: it would be outside again.
  const isFree = weights.map((weight) => weight > low * (1 + SLACK) && weight < high * (1 - SLACK))
  const sum = sumOf(weights)
  const share = (sum - sumOf(cut)) / isFree.filter(Boolean).length
  const shared = cut.map((weight, person) => (isFree[person] ? weight + share : weight))
  // With nobody to share among, or more to take away than a weight has, all give or take in proportion.
  const isPossible = Number.isFinite(share) && shared.every((weight) => weight > 0)
  return isPossible ? shared : cut.map((weight) => (weight * sum) / sumOf(cut))
}

function refitted(weights: readonly number[], calibration: Calibration | undefined): readonly number[] {
  return calibration ? fitMargins(weights, calibration.margins, { tolerance: 1e-10, maxIterations: 10_000 }) : weights
}

function isOutside(weights: readonly number[], { low, high }: Limits): boolean {
  return weights.some((weight) => weight < low * (1 - SLACK) || weight > high * (1 + SLACK))
}

function reportOf(
  before: readonly number[],
  after: readonly number[],
  { low, high }: Limits,
  rounds: number,
): TrimReport {
  const largest = (weights: readonly number[]) =>
    (weights.reduce((most, weight) => Math.max(most, weight)) * weights.length) / sumOf(weights)
  return {
    tooLow: before.filter((weight) => weight < low).length,
    tooHigh: before.filter((weight) => weight > high).length,
    rounds,
    largest: { before: largest(before), after: largest(after) },
    kish: { before: kishDesignEffect(before), after: kishDesignEffect(after) },
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

const MOST_ROUNDS = 5
/** Rounding may leave a weight that was cut a hair outside. */
const SLACK = 1e-9
