import type { DifferenceFlag, DifferenceTest, Direction } from './difference'
import { isMeasurable } from './is-measurable'
import { normalCdf } from './normal-cdf'
import { normalQuantile } from './normal-quantile'
import { requireConfidence } from './require-confidence'
import { requireStandardError } from './require-standard-error'
import { studentTCdf } from './student-t-cdf'
import { studentTQuantile } from './student-t-quantile'

/** `df` null: the standard error is taken as known, and z is normal. */
export type MeasuredDifference = {
  readonly difference: number | null
  readonly se: number | null
  readonly df: number | null
}

/**
 * Interval and two-sided test against 0 for a difference with its standard error.
 *
 * difference ± q·se and statistic = difference / se, with q and the p-value from the normal distribution or from
 * Student's t on df degrees of freedom. Without a standard error, or with one of 0, there is neither.
 *
 * Throws RangeError unless 0 < confidence < 1, difference and se are null or finite, se ≥ 0, and df is null or finite and
 * at least 0.
 * Source: knowledge-rate definitions, section 7.
 */
export function differenceTest({ difference, se, df }: MeasuredDifference, confidence: number): DifferenceTest {
  requireConfidence(confidence)
  requireStandardError({ value: difference, se })
  if (df !== null && !(df >= 0 && isMeasurable(df)))
    throw new RangeError(`Degrees of freedom must be finite and at least 0, not ${df}`)
  const flags: DifferenceFlag[] = df !== null && df < 8 ? ['fewDegreesOfFreedom'] : []
  const none = { difference, df, statistic: null, pValue: null, interval: null, direction: 'unclear' as const }
  if (difference === null || se === null || (df !== null && df < 1)) {
    return { ...none, se: null, flags: ['notEstimable', ...flags] }
  }
  if (se === 0) return { ...none, se, flags: ['noVariation', ...flags] }

  const statistic = difference / se
  const halfWidth = upperQuantile((1 - confidence) / 2, df) * se
  const lower = difference - halfWidth
  const upper = difference + halfWidth
  return {
    difference,
    se,
    df,
    statistic,
    pValue: 2 * upperTail(Math.abs(statistic), df),
    interval: { difference, confidence, lower, upper, method: df === null ? 'normal' : 'studentT' },
    direction: directionOf(lower, upper),
    flags,
  }
}

function directionOf(lower: number, upper: number): Direction {
  if (lower > 0) return 'up'
  return upper < 0 ? 'down' : 'unclear'
}

function upperQuantile(tail: number, df: number | null): number {
  return df === null ? -normalQuantile(tail) : -studentTQuantile(tail, df)
}

function upperTail(size: number, df: number | null): number {
  return df === null ? normalCdf(-size) : studentTCdf(-size, df)
}
