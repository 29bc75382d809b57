import type { ConfidenceOption, DifferenceTest } from './difference'
import { differenceTest } from './difference-test'
import { requireStandardError } from './require-standard-error'

/** An estimate, or anything with its value and standard error; null = not estimable. */
export type MeasuredValue = { readonly value: number | null; readonly se: number | null }

/**
 * Change from one wave to the next, e2 − e1, for design-based estimates.
 *
 * se = √(se₁² + se₂² − 2·covariance); interval and test from the normal distribution. `covariance`: of the two
 * estimates, 0 for independent samples, positive for a panel. Null figures and a flag when either is not estimable.
 * The caller must have made sure that items, mode and frame are the same: otherwise there is no change to speak of.
 *
 * Throws RangeError for values or standard errors that are not finite, negative standard errors, a covariance greater
 * than the product of both (no two estimates can have it), or confidence outside (0, 1).
 * Source: knowledge-rate definitions, section 7.
 */
export function waveDifference(
  e1: MeasuredValue,
  e2: MeasuredValue,
  { covariance = 0, confidence = 0.95 }: ConfidenceOption & { readonly covariance?: number } = {},
): DifferenceTest {
  requireStandardError(e1)
  requireStandardError(e2)
  const difference = e1.value === null || e2.value === null ? null : e2.value - e1.value
  const isEstimable = difference !== null && e1.se !== null && e2.se !== null
  if (isEstimable) requireCovariance(covariance, e1.se * e2.se)
  const se = isEstimable ? errorOf(e1.se, e2.se, covariance) : null
  return differenceTest({ difference, se, df: null }, confidence)
}

function errorOf(se1: number, se2: number, covariance: number): number {
  const sum = se1 ** 2 + se2 ** 2
  const variance = sum - 2 * covariance
  // Perfect correlation leaves rounding noise here, which would pass for enormous precision.
  return variance <= 1e-14 * sum ? 0 : Math.sqrt(variance)
}

function requireCovariance(covariance: number, most: number): void {
  // A hair of room, because a correlation of 1 may be rounded up.
  if (!(Math.abs(covariance) <= most * (1 + 1e-12)))
    throw new RangeError(`A covariance of ${covariance} is impossible with these standard errors`)
}
