import { normalQuantile } from './normal-quantile'
import { requireConfidence } from './require-confidence'
import { requirePositive } from './require-positive'
import { requireProbability } from './require-probability'
import type { PowerOptions, SampleSize } from './sample-size'
import { wholePersons } from './whole-persons'

/**
 * How many persons are needed to prove, one-sided, that a rate is at least the target p0 when in truth it is p1.
 *
 * n = (z_{confidence}·√(p₀q₀) + z_{power}·√(p₁q₁))² / (p₁ − p₀)² · deff.
 * Throws RangeError unless all probabilities lie in (0, 1), p1 > p0 and deff > 0.
 * Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 2.5; section 6 of the
 * definitions.
 */
export function sampleSizeTargetTest({
  p0,
  p1,
  power = 0.8,
  confidence = 0.95,
  deff = 1,
}: PowerOptions & { readonly p0: number; readonly p1: number }): SampleSize {
  for (const probability of [p0, p1, power]) requireProbability(probability)
  requireConfidence(confidence)
  requirePositive({ p0, p1, deff })
  if (p1 <= p0) throw new RangeError(`A target of ${p0} cannot be proved when the truth is ${p1}`)

  const atTarget = normalQuantile(confidence) * Math.sqrt(p0 * (1 - p0))
  const inTruth = normalQuantile(power) * Math.sqrt(p1 * (1 - p1))
  const exact = (deff * (atTarget + inTruth) ** 2) / (p1 - p0) ** 2
  return { exact, completes: wholePersons(exact) }
}
