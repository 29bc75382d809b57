import { betaCdf } from './beta-cdf'
import { betaQuantile } from './beta-quantile'
import { clopperPearsonInterval } from './clopper-pearson-interval'
import { logitInterval } from './logit-interval'
import { normalCdf } from './normal-cdf'
import { requireRate } from './require-rate'
import { studentTCdf } from './student-t-cdf'
import { studentTQuantile } from './student-t-quantile'
import { wilsonInterval } from './wilson-interval'

/** The default methods of section 4: unweighted yes/no, overall rate, weighted yes/no, and no variation. */
export type BoundMethod = 'wilson' | 'logitT' | 'kornGraubard' | 'clopperPearson'

/** A rate to be judged. `se` and `df` are needed by logitT and kornGraubard; `deff` of the whole sample, if there is one. */
export type JudgedRate = {
  readonly value: number
  readonly se: number | null
  readonly df: number | null
  readonly n: number
  readonly deff?: number | null
}

/** One-sided bounds at 1 − alpha each, and the one-sided p-value against “the rate is below the target”. */
export type OneSidedBounds = {
  readonly lower: number
  readonly upper: number
  readonly pValue: number
  readonly method: BoundMethod
}

/**
 * Bounds of a rate by the method of its interval, with a p-value that agrees: p ≤ alpha exactly when lower ≥ target.
 *
 * Where the standard error is 0 or the rate 0 or 1, logitT and kornGraubard give way to Clopper-Pearson with
 * n/max(1, deff) persons. Null when not estimable: nobody asked, or a design-based method without se or with df < 1.
 *
 * Throws RangeError unless value is in [0, 1], n, se and df at least 0, and 0 < alpha < 0.5.
 * Source: knowledge-rate definitions, sections 4 and 8.
 */
export function oneSidedBounds(
  rate: JudgedRate,
  method: BoundMethod,
  { target, alpha }: { readonly target: number; readonly alpha: number },
): OneSidedBounds | null {
  const { value, n, se, df } = rate
  requireRate(value, se ?? 0, df ?? 0)
  if (method === 'wilson') return wilsonBounds(value, n, target, alpha)
  if (method === 'clopperPearson') return exactBounds(value, n / Math.max(1, rate.deff ?? 1), target, alpha)
  if (se === null || df === null || df < 1) return null
  if (se === 0 || value === 0 || value === 1) return oneSidedBounds(rate, 'clopperPearson', { target, alpha })
  if (method === 'logitT') return logitBounds(value, se, df, target, alpha)
  return n < 2 ? null : kornGraubardBounds({ value, se, df, n }, target, alpha)
}

function wilsonBounds(value: number, n: number, target: number, alpha: number): OneSidedBounds | null {
  const interval = wilsonInterval(value * n, n, { confidence: 1 - alpha, sides: 1 })
  if (interval === null) return null
  const z = (value - target) / Math.sqrt((target * (1 - target)) / n)
  return { lower: interval.lower, upper: interval.upper, pValue: target === 1 ? 1 : normalCdf(-z), method: 'wilson' }
}

function exactBounds(value: number, n: number, target: number, alpha: number): OneSidedBounds | null {
  const successes = value * n
  const interval = clopperPearsonInterval(successes, n, { confidence: 1 - alpha, sides: 1 })
  if (interval === null) return null
  const pValue = successes === 0 ? 1 : betaCdf(target, successes, n - successes + 1)
  return { lower: interval.lower, upper: interval.upper, pValue, method: 'clopperPearson' }
}

function logitBounds(value: number, se: number, df: number, target: number, alpha: number): OneSidedBounds | null {
  const interval = logitInterval(value, se, df, { confidence: 1 - alpha, sides: 1 })
  if (interval === null) return null
  const t = ((logit(value) - logit(target)) * value * (1 - value)) / se
  return {
    lower: interval.lower,
    upper: interval.upper,
    pValue: target === 1 ? 1 : studentTCdf(-t, df),
    method: 'logitT',
  }
}

/** As kornGraubardInterval; its effective sample size depends on the confidence, so the p-value holds at this alpha. */
function kornGraubardBounds(
  { value, se, df, n }: { readonly value: number; readonly se: number; readonly df: number; readonly n: number },
  target: number,
  alpha: number,
): OneSidedBounds {
  const lost = studentTQuantile(alpha, n - 1) / studentTQuantile(alpha, df)
  const size = ((value * (1 - value)) / se ** 2) * lost ** 2
  return {
    lower: betaQuantile(alpha, size * value, size * (1 - value) + 1),
    upper: betaQuantile(1 - alpha, size * value + 1, size * (1 - value)),
    pValue: betaCdf(target, size * value, size * (1 - value) + 1),
    method: 'kornGraubard',
  }
}

function logit(p: number): number {
  return Math.log(p / (1 - p))
}
