import { incompleteBetaTails } from './incomplete-beta-tails'
import { requireDegreesOfFreedom } from './require-degrees-of-freedom'

/**
 * Probability that a Student t variable on `df` degrees of freedom is at most t.
 *
 * Error below 1e-10, relative as well as absolute. Throws RangeError unless t is finite and df finite and at least 1.
 * Formula: for t ≤ 0, I_x(df/2, 1/2) / 2 with x = df / (df + t²); above 0 by symmetry.
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.7.1 and 26.5.27.
 */
export function studentTCdf(t: number, df: number): number {
  requireDegreesOfFreedom(df)
  if (!Number.isFinite(t)) throw new RangeError(`t must be finite, not ${t}`)

  const square = (t * t) / df
  const { lower } = incompleteBetaTails(1 / (1 + square), square / (1 + square), df / 2, 0.5)
  return t <= 0 ? lower / 2 : 1 - lower / 2
}
