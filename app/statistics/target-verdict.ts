import { type BoundMethod, oneSidedBounds } from './one-sided-bounds'

/** P: probability sample. Q: self-selected or quota. L: learners. census: a count of everybody, such as a roster. */
export type EvidenceTier = 'P' | 'Q' | 'L' | 'census'

/**
 * The estimate to judge; an Estimate or a survey estimate fits. Bounds are computed by `method`, or else by the method
 * of the interval that the estimate carries. `tier` left out counts as P, if there is a method.
 */
export type VerdictInput = {
  readonly value: number | null
  readonly n: number
  readonly se?: number | null
  readonly df?: number | null
  readonly deff?: number | null
  readonly method?: BoundMethod
  readonly interval?: { readonly method: BoundMethod } | null
  readonly tier?: EvidenceTier
}

/** met 已达标, above_but_not_proven 高于目标但证据不足, below_but_not_excluded 低于目标但不能排除达标, not_met 未达标. */
export type Verdict = 'met' | 'above_but_not_proven' | 'below_but_not_excluded' | 'not_met' | 'withheld'

/** noData: nobody asked. notASample: tier Q or L has no sampling error to judge by. noInterval: no bounds. */
export type WithheldReason = 'noData' | 'notASample' | 'noInterval'

/**
 * `lower` and `upper` are one-sided bounds at 1 − alpha each; `pValue` is one-sided, against “below the target”, for
 * holmAdjust when many places are judged. All are null when withheld, and for a census, which has no sampling error.
 */
export type TargetVerdict = {
  readonly verdict: Verdict
  readonly reason: WithheldReason | null
  readonly value: number | null
  readonly target: number
  readonly alpha: number
  readonly lower: number | null
  readonly upper: number | null
  readonly pValue: number | null
  readonly method: BoundMethod | null
  readonly n: number
}

/**
 * Has the target been met? With m the estimate, L and U its one-sided bounds (the limits of the two-sided 1 − 2·alpha
 * interval of its method) and T the target: L ≥ T met; m ≥ T > L above_but_not_proven; m < T ≤ U
 * below_but_not_excluded; U < T not_met. A census is compared plainly: met or not_met.
 *
 * Throws RangeError unless 0 < target ≤ 1, 0 < alpha < 0.5, value is null or in [0, 1] and n is finite and at least 0.
 * Source: knowledge-rate definitions, section 8; WHO/IVB/18.09 (one-sided test against a coverage threshold).
 */
export function targetVerdict(
  estimate: VerdictInput,
  { target, alpha = 0.05 }: { readonly target: number; readonly alpha?: number },
): TargetVerdict {
  requireQuestion(estimate, target, alpha)
  const { value, n, se = null, df = null, deff, tier = 'P' } = estimate
  const none = { reason: null, value, target, alpha, lower: null, upper: null, pValue: null, method: null, n }
  if (value === null || n === 0) return { ...none, verdict: 'withheld', reason: 'noData' }
  if (tier === 'census') return { ...none, verdict: reaches(value, target) ? 'met' : 'not_met' }
  if (tier !== 'P') return { ...none, verdict: 'withheld', reason: 'notASample' }

  const method = estimate.method ?? estimate.interval?.method
  const bounds = method ? oneSidedBounds({ value, se, df, n, deff }, method, { target, alpha }) : null
  if (bounds === null) return { ...none, verdict: 'withheld', reason: 'noInterval' }
  return { ...none, ...bounds, verdict: verdictOf(value, bounds, target) }
}

function verdictOf(value: number, { lower, upper }: { lower: number; upper: number }, target: number): Verdict {
  if (lower >= target) return 'met'
  if (reaches(value, target)) return 'above_but_not_proven'
  return upper >= target ? 'below_but_not_excluded' : 'not_met'
}

/** The last digits of a weighted mean must not decide. */
function reaches(value: number, target: number): boolean {
  return value >= target - 1e-12
}

function requireQuestion({ value, n }: VerdictInput, target: number, alpha: number): void {
  if (!(target > 0 && target <= 1)) throw new RangeError(`A target is a share above 0 and at most 1, not ${target}`)
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`Alpha must lie between 0 and 0.5, not ${alpha}`)
  if (value !== null && !(value >= 0 && value <= 1)) throw new RangeError(`A rate must lie in [0, 1], not ${value}`)
  if (!(n >= 0 && Number.isFinite(n))) throw new RangeError(`n must be finite and at least 0, not ${n}`)
}
