import { incompleteBetaTails } from './incomplete-beta-tails'
import { requireFDegrees } from './require-f-degrees'
import type { TailOptions } from './tails'

/**
 * Probability that an F variable on `above` (numerator) and `below` (denominator) degrees of freedom is at most x or,
 * with `tail: 'upper'`, more than x.
 *
 * Error below 1e-10, relative as well as absolute. A negative x has probability 0 of being reached from below.
 * Throws RangeError unless x is finite and both degrees of freedom are positive and finite; fractions are legal.
 * Formula: I_y(above/2, below/2) with y = above·x / (above·x + below).
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.6.2.
 */
export function fCdf(x: number, above: number, below: number, { tail = 'lower' }: TailOptions = {}): number {
  requireFDegrees(above, below)
  if (!Number.isFinite(x)) throw new RangeError(`x must be finite, not ${x}`)
  const odds = (above * Math.max(0, x)) / below
  return incompleteBetaTails(odds / (1 + odds), 1 / (1 + odds), above / 2, below / 2)[tail]
}
