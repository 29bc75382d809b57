import type { Estimate, RateOptions } from './estimate'
import { estimateFlags } from './estimate-flags'
import type { RateMeaning } from './rate-estimate'
import { requireConfidence } from './require-confidence'
import { requireCount } from './require-count'
import { wilsonInterval } from './wilson-interval'

/**
 * Share of `n` persons of an unweighted simple random sample who meet a condition (`successes` of them do).
 *
 * value p = successes / n; se = √(p(1 − p) / (n − 1)), the standard error of a mean; df = nEff = n − 1; deff = 1.
 * Wilson interval unless `interval` is false. n = 0 gives null figures and the flag noData.
 * Throws RangeError unless 0 ≤ successes ≤ n, n is whole and 0 < confidence < 1.
 * Source: knowledge-rate definitions, section 4.
 */
export function shareEstimate(
  { successes, n }: { readonly successes: number; readonly n: number },
  { definition, excluded }: RateMeaning,
  { interval = true, confidence = 0.95 }: RateOptions,
): Estimate {
  requireConfidence(confidence)
  requireCount(successes, n)
  if (!Number.isSafeInteger(n)) throw new RangeError(`n must be a whole number of persons, not ${n}`)
  const value = n === 0 ? null : successes / n
  const se = value === null || n === 1 ? null : Math.sqrt((value * (1 - value)) / (n - 1))
  return {
    value,
    se,
    df: n === 0 ? null : n - 1,
    n,
    nEff: se ? n - 1 : null,
    deff: se ? 1 : null,
    interval: interval ? wilsonInterval(successes, n, { confidence }) : null,
    definition,
    flags: estimateFlags(n, se),
    excluded,
  }
}
