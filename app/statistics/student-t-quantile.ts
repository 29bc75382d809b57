import { betaLogitQuantile } from './beta-logit-quantile'
import { requireDegreesOfFreedom } from './require-degrees-of-freedom'

/**
 * The t that a Student t variable on `df` degrees of freedom stays below with the given probability.
 *
 * Error below 1e-10 relative to 1 + |t|.
 * Throws RangeError unless 1e-100 ≤ probability < 1 (smaller ones are out of reach) and df is finite and at least 1.
 * Formula: below the median, t = −√(df·(1 − x)/x), x the beta quantile of 2·probability for shapes df/2 and 1/2.
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.1 and 26.5.27.
 */
export function studentTQuantile(probability: number, df: number): number {
  requireDegreesOfFreedom(df)
  if (!(probability >= 1e-100 && probability < 1)) {
    throw new RangeError(`A probability must lie between 1e-100 and 1, not ${probability}`)
  }
  if (probability === 0.5) return 0
  if (probability > 0.5) return -studentTQuantile(1 - probability, df)
  return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * probability, df / 2, 0.5) / 2)
}
