import { incompleteBetaTails } from './incomplete-beta-tails'
import { requireShapes } from './require-shapes'

/**
 * Probability that a beta variable with shapes a and b is at most x: I_x(a, b), the regularised incomplete
 * beta function.
 *
 * Error below 1e-10, relative as well as absolute, for shapes up to a million.
 * Throws RangeError unless 0 ≤ x ≤ 1 and both shapes are positive and finite.
 * Source: see incompleteBetaTails.
 */
export function betaCdf(x: number, a: number, b: number): number {
  requireShapes(a, b)
  if (!(x >= 0 && x <= 1)) throw new RangeError(`A beta variable lies in [0, 1], not at ${x}`)
  return incompleteBetaTails(x, 1 - x, a, b).lower
}
