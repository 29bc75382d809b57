import { incompleteGammaTails } from './incomplete-gamma-tails'
import type { TailOptions } from './tails'

/**
 * Probability that a standard normal variable is at most z or, with `tail: 'upper'`, more than z.
 *
 * Error below 1e-10, relative as well as absolute, in either tail. Throws RangeError when z is not a number.
 * Formula: for z ≤ 0, Q(1/2, z²/2) / 2, Q the upper incomplete gamma function; above 0 by symmetry.
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.2.30 and 6.5.17.
 */
export function normalCdf(z: number, { tail = 'lower' }: TailOptions = {}): number {
  if (Number.isNaN(z)) throw new RangeError('z must be a number')
  const beyond = incompleteGammaTails((z * z) / 2, 0.5).upper / 2
  const isOutside = tail === 'lower' ? z <= 0 : z >= 0
  return isOutside ? beyond : 1 - beyond
}
