import { betaLogitQuantile } from './beta-logit-quantile'
import { requireFDegrees } from './require-f-degrees'
import { requireProbability } from './require-probability'

/**
 * The x that an F variable on `above` (numerator) and `below` (denominator) degrees of freedom stays below with the
 * given probability.
 *
 * Error below 1e-10 relative.
 * Throws RangeError unless 0 < probability < 1 and both degrees of freedom are positive and finite, and for a quantile
 * beyond what betaLogitQuantile reaches (degrees of freedom far below 1).
 * Formula: below/above · y/(1 − y), y the beta quantile for shapes above/2 and below/2.
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.6.2.
 */
export function fQuantile(probability: number, above: number, below: number): number {
  requireProbability(probability)
  requireFDegrees(above, below)
  const logit = betaLogitQuantile(probability, above / 2, below / 2)
  const quantile = (below / above) * Math.exp(logit)
  if (Math.abs(logit) > REACH || !Number.isFinite(quantile))
    throw new RangeError(`An F quantile of ${probability} on ${above} and ${below} degrees of freedom is out of reach`)
  return quantile
}

/** Just inside the ±700 at which betaLogitQuantile cuts. */
const REACH = 699.9
