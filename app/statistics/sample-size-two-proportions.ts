import { normalQuantile } from './normal-quantile'
import { requireConfidence } from './require-confidence'
import { requirePositive } from './require-positive'
import { requireProbability } from './require-probability'
import type { PowerOptions, SampleSize } from './sample-size'
import { wholePersons } from './whole-persons'

/**
 * How many persons each of two independent waves needs to show a change from p1 to p2, two-sided.
 *
 * n = (z_{α/2}·√(2p̄q̄) + z_β·√(p₁q₁ + p₂q₂))² / (p₁ − p₂)² · deff, p̄ the mean of both.
 * Throws RangeError unless all probabilities lie in (0, 1), p1 ≠ p2 and deff > 0.
 * Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 4.2, without continuity
 * correction.
 */
export function sampleSizeTwoProportions({
  p1,
  p2,
  power = 0.8,
  confidence = 0.95,
  deff = 1,
}: PowerOptions & { readonly p1: number; readonly p2: number }): SampleSize {
  for (const probability of [p1, p2, power]) requireProbability(probability)
  requireConfidence(confidence)
  requirePositive({ p1, p2, deff })
  if (p1 === p2) throw new RangeError('Equal rates have no difference to show')

  const mean = (p1 + p2) / 2
  const unchanged = -normalQuantile((1 - confidence) / 2) * Math.sqrt(2 * mean * (1 - mean))
  const changed = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  const exact = (deff * (unchanged + changed) ** 2) / (p1 - p2) ** 2
  return { exact, completes: wholePersons(exact) }
}
