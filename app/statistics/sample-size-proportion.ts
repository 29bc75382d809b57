import { normalQuantile } from './normal-quantile'
import { requireConfidence } from './require-confidence'
import { requirePositive } from './require-positive'
import { requireProbability } from './require-probability'
import { requireShareOfOne } from './require-share-of-one'
import { wholePersons } from './whole-persons'

/**
 * `p`: the rate expected (the target, or 0.5 when unknown). `margin`: half the width of the interval. `N`: persons in
 * the population; without limit when left out. `deff`: see plannedDesignEffect. `responseRate`: share of those invited
 * who answer.
 */
export type ProportionPlan = {
  readonly p: number
  readonly margin: number
  readonly N?: number
  readonly deff?: number
  readonly responseRate?: number
  readonly confidence?: number
}

/**
 * unlimited: n₀ of an endless population; finite: n₁ after the correction for N, both for a simple random sample and
 * not rounded. completes: interviews needed; invites: persons to invite for them.
 */
export type ProportionSample = {
  readonly unlimited: number
  readonly finite: number
  readonly completes: number
  readonly invites: number
}

/**
 * How many persons a survey needs so that a rate of about p is known to ± margin.
 *
 * n₀ = z²p(1 − p)/d²; n₁ = n₀ / (1 + (n₀ − 1)/N); completes = ⌈deff·n₁⌉; invites = ⌈completes / responseRate⌉.
 * Throws RangeError unless 0 < p, margin, confidence < 1, 0 < responseRate ≤ 1, deff > 0 and N ≥ 1.
 * Source: Cochran (1977), Sampling Techniques, 4.4; knowledge-rate definitions, section 6.
 */
export function sampleSizeProportion({
  p,
  margin,
  N = Number.POSITIVE_INFINITY,
  deff = 1,
  responseRate = 1,
  confidence = 0.95,
}: ProportionPlan): ProportionSample {
  requireProbability(p)
  requireProbability(margin)
  requireConfidence(confidence)
  requirePositive({ p, margin, deff })
  requireShareOfOne({ responseRate })
  if (!(N >= 1)) throw new RangeError(`A population has at least 1 person, not ${N}`)

  const z = -normalQuantile((1 - confidence) / 2)
  const unlimited = (z ** 2 * p * (1 - p)) / margin ** 2
  // n₀ / (1 + (n₀ − 1)/N), without the subtraction that would leave nothing of a small n₀.
  const finite = N === Number.POSITIVE_INFINITY ? unlimited : unlimited / ((N - 1) / N + unlimited / N)
  const completes = wholePersons(deff * finite)
  return { unlimited, finite, completes, invites: wholePersons(completes / responseRate) }
}
