import type { Interval, IntervalOptions } from './estimate'
import { normalQuantile } from './normal-quantile'
import { requireCount } from './require-count'
import { tailProbability } from './tail-probability'

/**
 * Wilson score interval for a share of independent yes/no observations; no continuity correction.
 *
 * `successes` of `n` may be fractional (effective sample size). Limits in [0, 1]; null when n = 0.
 * With p = successes / n and z the normal quantile:
 * centre (p + z²/2n) / (1 + z²/n), half-width z / (1 + z²/n) · √(p(1 − p)/n + z²/4n²).
 *
 * Throws RangeError unless 0 ≤ successes ≤ n and 0 < confidence < 1.
 * Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212.
 */
export function wilsonInterval(
  successes: number,
  n: number,
  { confidence = 0.95, sides = 2 }: IntervalOptions = {},
): Interval | null {
  requireCount(successes, n)
  const z = -normalQuantile(tailProbability({ confidence, sides }))
  if (n === 0) return null

  const p = successes / n
  const shrink = 1 + z ** 2 / n
  const centre = (p + z ** 2 / (2 * n)) / shrink
  const halfWidth = (z / shrink) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  return {
    confidence,
    sides,
    // Rounding could leave a limit a hair outside [0, 1], or on the wrong side of p.
    lower: successes === 0 ? 0 : Math.max(0, Math.min(p, centre - halfWidth)),
    upper: successes === n ? 1 : Math.min(1, Math.max(p, centre + halfWidth)),
    method: 'wilson',
  }
}
