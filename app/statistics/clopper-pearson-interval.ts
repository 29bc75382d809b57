import { betaQuantile } from './beta-quantile'
import type { Interval, IntervalOptions } from './estimate'
import { requireCount } from './require-count'
import { tailProbability } from './tail-probability'

/**
 * Clopper-Pearson ("exact", conservative) interval for a share of independent yes/no observations.
 *
 * `successes` of `n` may be fractional (effective sample size). Limits in [0, 1]; null when n = 0.
 * With x successes, tail probability q and B the beta quantile: [B(q; x, n − x + 1), B(1 − q; x + 1, n − x)];
 * lower 0 when x = 0, upper 1 when x = n.
 *
 * Throws RangeError unless 0 ≤ successes ≤ n and 0 < confidence < 1.
 * Source: Clopper and Pearson (1934), Biometrika 26, 404–413.
 */
export function clopperPearsonInterval(
  successes: number,
  n: number,
  { confidence = 0.95, sides = 2 }: IntervalOptions = {},
): Interval | null {
  requireCount(successes, n)
  const tail = tailProbability({ confidence, sides })
  if (n === 0) return null

  const failures = n - successes
  return {
    confidence,
    sides,
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    upper: failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
    method: 'clopperPearson',
  }
}
