import { betaQuantile } from './beta-quantile'
import type { Interval, IntervalOptions } from './estimate'
import { requireRate } from './require-rate'
import { studentTQuantile } from './student-t-quantile'
import { tailProbability } from './tail-probability'

/** `capEffectiveN`: the effective sample size may not exceed n, as the NCHS has it; off, to agree with R. */
export type KornGraubardOptions = IntervalOptions & { readonly capEffectiveN?: boolean }

/**
 * Korn-Graubard interval for a yes/no share p of n persons with design-based standard error `se` on df degrees of
 * freedom.
 *
 * Clopper-Pearson with the effective sample size n* = p(1 − p)/se² · (t(n − 1)/t(df))², t the Student quantile at the
 * confidence asked for: [B(q; n*p, n*(1 − p) + 1), B(1 − q; n*p + 1, n*(1 − p))], B the beta quantile.
 * Null when not estimable: p = 0 or 1, se = 0, df < 1 or n < 2.
 *
 * Throws RangeError unless 0 ≤ p ≤ 1, se ≥ 0 and df ≥ 0 are finite, n is whole and 0 < confidence < 1.
 * Source: Korn and Graubard (1998), Survey Methodology 24, 193–201; "beta" of svyciprop in the R package survey.
 */
export function kornGraubardInterval(
  p: number,
  se: number,
  n: number,
  df: number,
  { confidence = 0.95, sides = 2, capEffectiveN = false }: KornGraubardOptions = {},
): Interval | null {
  requireRate(p, se, df)
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`n must be a whole number of persons, not ${n}`)
  const tail = tailProbability({ confidence, sides })
  if (p === 0 || p === 1 || se === 0 || df < 1 || n < 2) return null

  const lost = studentTQuantile(tail, n - 1) / studentTQuantile(tail, df)
  const uncapped = ((p * (1 - p)) / se ** 2) * lost ** 2
  const size = capEffectiveN ? Math.min(n, uncapped) : uncapped
  return {
    confidence,
    sides,
    lower: betaQuantile(tail, size * p, size * (1 - p) + 1),
    upper: betaQuantile(1 - tail, size * p + 1, size * (1 - p)),
    method: 'kornGraubard',
  }
}
