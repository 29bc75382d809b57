import { requireWeights } from './require-weights'

/**
 * What unequal weights alone cost: n·Σw² / (Σw)², at least 1; 1.5 = the precision of two thirds of the sample.
 *
 * Throws RangeError for no weights, or weights that are not positive and finite.
 * Source: Kish (1965), Survey Sampling, 11.7; knowledge-rate definitions, section 4.
 */
export function kishDesignEffect(weights: readonly number[]): number {
  requireWeights(weights)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0)
  return (weights.length * squares) / sum ** 2
}
