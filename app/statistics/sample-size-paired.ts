import { isMeasurable } from './is-measurable'
import { normalQuantile } from './normal-quantile'
import { requireConfidence } from './require-confidence'
import { requirePositive } from './require-positive'
import { requireProbability } from './require-probability'
import type { PowerOptions, SampleSize } from './sample-size'
import { wholePersons } from './whole-persons'

/**
 * How many pairs McNemar's test needs, two-sided. p01: share of persons expected to change from wrong to right; p10:
 * from right to wrong.
 *
 * n = (z_{α/2}·√ψ + z_β·√(ψ − δ²))² / δ² · deff, ψ = p₀₁ + p₁₀, δ = p₁₀ − p₀₁.
 * Throws RangeError unless p01 and p10 are at least 0, differ, and add up to at most 1, power lies in (0, 1) and deff >
 * 0.
 * Source: Connor (1987), Biometrics 43, 207–211; knowledge-rate definitions, section 6.
 */
export function sampleSizePaired({
  p01,
  p10,
  power = 0.8,
  confidence = 0.95,
  deff = 1,
}: PowerOptions & { readonly p01: number; readonly p10: number }): SampleSize {
  requireProbability(power)
  requireConfidence(confidence)
  requirePositive({ deff })
  const changed = p01 + p10
  const difference = p10 - p01
  const isLegal = p01 >= 0 && p10 >= 0 && changed <= 1 && difference !== 0 && isMeasurable(p01) && isMeasurable(p10)
  if (!isLegal) throw new RangeError(`Shares that change must differ and add up to at most 1, not ${p01} and ${p10}`)

  const unchanged = -normalQuantile((1 - confidence) / 2) * Math.sqrt(changed)
  const shifted = normalQuantile(power) * Math.sqrt(changed - difference ** 2)
  const exact = (deff * (unchanged + shifted) ** 2) / difference ** 2
  return { exact, completes: wholePersons(exact) }
}
