import type { Interval, IntervalOptions } from './estimate'
import { requireRate } from './require-rate'
import { studentTQuantile } from './student-t-quantile'
import { tailProbability } from './tail-probability'

/**
 * Logit-t interval for a rate p with standard error `se` on `df` degrees of freedom; stays within [0, 1].
 *
 * With t the Student quantile: logit⁻¹(logit p ± t·se / (p(1 − p))).
 * Null when not estimable: p = 0 or 1, se = 0, or df < 1.
 *
 * Throws RangeError unless 0 ≤ p ≤ 1, se ≥ 0 and finite, df ≥ 0 and finite, and 0 < confidence < 1.
 * Source: "xlogit" of svyciprop in the R package survey (Lumley).
 */
export function logitInterval(
  p: number,
  se: number,
  df: number,
  { confidence = 0.95, sides = 2 }: IntervalOptions = {},
): Interval | null {
  requireRate(p, se, df)
  const tail = tailProbability({ confidence, sides })
  if (p === 0 || p === 1 || se === 0 || df < 1) return null

  const centre = Math.log(p / (1 - p))
  const halfWidth = (-studentTQuantile(tail, df) * se) / (p * (1 - p))
  return {
    confidence,
    sides,
    lower: inverseLogit(centre - halfWidth),
    upper: inverseLogit(centre + halfWidth),
    method: 'logitT',
  }
}

function inverseLogit(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
