import type { ConfidenceOption, DifferenceTest } from './difference'
import { differenceTest } from './difference-test'
import { isMeasurable } from './is-measurable'
import { requireStandardError } from './require-standard-error'
import type { MeasuredValue } from './wave-difference'

/** `slope` per unit of time; the other figures are those of a difference from 0. */
export type TrendSlope = DifferenceTest & { readonly slope: number | null }

/**
 * Change per unit of time over several waves of independent samples, for instance per year when times are years.
 *
 * Inverse-variance weighted: w = 1/se², slope Σw(x − x̄)(y − ȳ) / Σw(x − x̄)² with weighted means, se 1/√Σw(x − x̄)²;
 * interval and test from the normal distribution.
 * Null figures and the flag notEstimable for fewer than two waves, waves all at one time, a wave without a standard
 * error or with one of 0 (its weight would be infinite). Section 7 asks for three waves before a trend is shown.
 *
 * Throws RangeError for lists of unequal length, times, values or standard errors that are not finite, or confidence
 * outside (0, 1).
 * Source: knowledge-rate definitions, section 7.
 */
export function trendSlope(
  estimates: readonly MeasuredValue[],
  times: readonly number[],
  { confidence = 0.95 }: ConfidenceOption = {},
): TrendSlope {
  if (estimates.length !== times.length) throw new RangeError('Every estimate needs exactly one time')
  for (const estimate of estimates) requireStandardError(estimate)
  if (!times.every(isMeasurable)) throw new RangeError('Times must be finite numbers')
  const test = differenceTest({ ...weightedSlope(estimates, times), df: null }, confidence)
  return { ...test, slope: test.difference }
}

function weightedSlope(estimates: readonly MeasuredValue[], times: readonly number[]) {
  const notEstimable = { difference: null, se: null }
  const points = estimates.map(({ value, se }, wave) => ({
    x: times[wave]!,
    y: value ?? 0,
    w: value === null || !se ? 0 : se ** -2,
  }))
  if (points.some(({ w }) => w === 0) || new Set(times).size < 2) return notEstimable

  const total = sum(points, ({ w }) => w)
  const middle = sum(points, ({ x, w }) => w * x) / total
  const level = sum(points, ({ y, w }) => w * y) / total
  const spread = sum(points, ({ x, w }) => w * (x - middle) ** 2)
  return {
    difference: sum(points, ({ x, y, w }) => w * (x - middle) * (y - level)) / spread,
    se: 1 / Math.sqrt(spread),
  }
}

function sum<Point>(points: readonly Point[], term: (point: Point) => number): number {
  return points.reduce((total, point) => total + term(point), 0)
}
