import { isMeasurable } from './is-measurable'

/**
 * Refuses an empty list of weights, and any weight that is missing, not positive, not finite, or so far from 1 that its
 * square would leave the range of numbers, with a RangeError.
 */
export function requireWeights(weights: readonly number[]): void {
  if (weights.length === 0) throw new RangeError('A design needs at least one person')
  for (let person = 0; person < weights.length; person += 1) {
    const weight = weights[person]
    const isLegal = typeof weight === 'number' && weight > 0 && isMeasurable(weight)
    if (!isLegal) throw new RangeError(`The weight of person ${person} must be positive and finite, not ${weight}`)
  }
}
