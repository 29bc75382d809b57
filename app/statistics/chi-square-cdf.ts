import { incompleteGammaTails } from './incomplete-gamma-tails'
import { isMeasurable } from './is-measurable'
import type { TailOptions } from './tails'

/**
 * Probability that a χ² variable on `df` degrees of freedom is at most x or, with `tail: 'upper'`, more than x: the
 * p-value of a test, accurate far out.
 *
 * Error below 1e-10, relative as well as absolute. A negative x has probability 0 of being reached from below.
 * Throws RangeError unless x is a number (infinite is legal) and df positive and finite; fractions are legal.
 * Formula: P(df/2, x/2) and Q(df/2, x/2). Source: Abramowitz and Stegun (1964), 26.4.19.
 */
export function chiSquareCdf(x: number, df: number, { tail = 'lower' }: TailOptions = {}): number {
  if (Number.isNaN(x)) throw new RangeError('x must be a number')
  if (!(df > 0 && isMeasurable(df))) {
    throw new RangeError(`Degrees of freedom of χ² must be positive and finite, not ${df}`)
  }
  // So far above any degrees of freedom nothing is left of the tail.
  const at = x > FARTHEST ? Number.POSITIVE_INFINITY : Math.max(0, x)
  return incompleteGammaTails(at / 2, df / 2)[tail]
}

const FARTHEST = 1e52
