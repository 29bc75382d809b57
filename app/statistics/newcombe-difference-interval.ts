import type { ConfidenceOption, DifferenceInterval } from './difference'
import { wilsonInterval } from './wilson-interval'

/**
 * Newcombe's hybrid score interval for the difference p₁ − p₂ of two independent shares, x1 of n1 and x2 of n2.
 *
 * With l and u the Wilson limits of each share:
 * lower = Δ − √((p₁ − l₁)² + (u₂ − p₂)²), upper = Δ + √((u₁ − p₁)² + (p₂ − l₂)²).
 * Counts may be fractional (effective sample sizes). Null when n1 or n2 is 0.
 *
 * Throws RangeError unless 0 ≤ x ≤ n for both and 0 < confidence < 1.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 */
export function newcombeDifferenceInterval(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  { confidence = 0.95 }: ConfidenceOption = {},
): DifferenceInterval | null {
  const first = wilsonInterval(x1, n1, { confidence })
  const second = wilsonInterval(x2, n2, { confidence })
  if (first === null || second === null) return null

  const p1 = x1 / n1
  const p2 = x2 / n2
  const difference = p1 - p2
  return {
    difference,
    confidence,
    // Rounding could leave a limit a hair outside [−1, 1].
    lower: Math.max(-1, difference - Math.hypot(p1 - first.lower, second.upper - p2)),
    upper: Math.min(1, difference + Math.hypot(first.upper - p1, p2 - second.lower)),
    method: 'newcombe',
  }
}
