/** Refuses an empty list of weights, and any weight that is missing, not positive or not finite, with a RangeError. */
export function requireWeights(weights: readonly number[]): void {
  if (weights.length === 0) throw new RangeError('A design needs at least one person')
  for (let person = 0; person < weights.length; person += 1) {
    const weight = weights[person]
    const isLegal = typeof weight === 'number' && weight > 0 && Number.isFinite(weight)
    if (!isLegal) throw new RangeError(`The weight of person ${person} must be positive and finite, not ${weight}`)
  }
}
