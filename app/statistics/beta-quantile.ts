import { betaLogitQuantile } from './beta-logit-quantile'
import { requireProbability } from './require-probability'
import { requireShapes } from './require-shapes'

/**
 * The x in [0, 1] that a beta variable with shapes a and b stays below with the given probability.
 *
 * Error below 1e-10, relative as well as absolute, for shapes up to a million.
 * Throws RangeError unless 0 < probability < 1 and both shapes are positive and finite.
 * Formula: the inverse of betaCdf, by bisection on the logit scale.
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  requireProbability(probability)
  requireShapes(a, b)
  return 1 / (1 + Math.exp(-betaLogitQuantile(probability, a, b)))
}
