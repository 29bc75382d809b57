import { holmAdjust } from './holm-adjust'
import { normalCdf } from './normal-cdf'
import { requireStandardError } from './require-standard-error'
import type { MeasuredValue } from './wave-difference'

/** `first` and `second` are positions in the list of estimates, first < second; difference = first − second. */
export type PairwiseComparison = {
  readonly first: number
  readonly second: number
  readonly difference: number | null
  readonly se: number | null
  readonly z: number | null
  readonly pValue: number | null
  readonly adjustedP: number | null
  readonly flags: readonly 'notEstimable'[]
}

/**
 * Every estimate against every other, for estimates from independent samples such as 街道.
 *
 * z = Δ/√(se₁² + se₂²), two-sided p from the normal distribution, Holm's adjustment over all pairs that have one. A pair
 * has none, and a flag, when a value or standard error is null or both standard errors are 0.
 * Order: (0, 1), (0, 2), …, (1, 2), ….
 *
 * Throws RangeError for values or standard errors that are not finite, or negative standard errors.
 * Source: knowledge-rate definitions, section 9 (ranking).
 */
export function pairwiseComparisons(estimates: readonly MeasuredValue[]): PairwiseComparison[] {
  for (const estimate of estimates) requireStandardError(estimate)
  const pairs = estimates.flatMap((one, first) =>
    estimates.slice(first + 1).map((other, gap) => ({ first, second: first + 1 + gap, ...compared(one, other) })),
  )
  const adjusted = holmAdjust(pairs.map(({ pValue }) => pValue).filter((pValue) => pValue !== null))
  return pairs.map((pair) => ({
    ...pair,
    adjustedP: pair.pValue === null ? null : adjusted.shift()!,
    flags: pair.pValue === null ? ['notEstimable'] : [],
  }))
}

function compared(one: MeasuredValue, other: MeasuredValue) {
  const difference = one.value === null || other.value === null ? null : one.value - other.value
  const se = one.se === null || other.se === null ? null : Math.hypot(one.se, other.se)
  if (difference === null || !se) return { difference, se, z: null, pValue: null }
  const z = difference / se
  return { difference, se, z, pValue: 2 * normalCdf(-Math.abs(z)) }
}
