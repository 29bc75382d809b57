import { incompleteBetaTails } from './incomplete-beta-tails'
import type { TailOptions } from './tails'

/**
 * Probability of at most `successes` in n independent trials of probability p or, with `tail: 'upper'`, of more.
 *
 * Error below 1e-10, relative as well as absolute. Fewer than 0 successes have probability 0, n or more are certain.
 * Throws RangeError unless successes and n are whole, n ≥ 0 and 0 ≤ p ≤ 1.
 * Formula: P(X > k) = I_p(k + 1, n − k). Source: Abramowitz and Stegun (1964), 26.5.24.
 */
export function binomialCdf(successes: number, n: number, p: number, { tail = 'lower' }: TailOptions = {}): number {
  if (!(Number.isInteger(successes) && Number.isInteger(n) && n >= 0)) {
    throw new RangeError(`Successes and trials must be whole numbers, not ${successes} and ${n}`)
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability must lie between 0 and 1, not ${p}`)
  if (successes < 0) return tail === 'lower' ? 0 : 1
  if (successes >= n) return tail === 'lower' ? 1 : 0

  const { lower, upper } = incompleteBetaTails(p, 1 - p, successes + 1, n - successes)
  return tail === 'lower' ? upper : lower
}
