import { requireRate } from './require-rate'

/**
 * How many independent yes/no observations would give a rate p its standard error: n_eff = p(1 − p) / se².
 *
 * Null when p is 0 or 1 or the standard error is 0. Throws RangeError unless 0 ≤ p ≤ 1 and se is finite and at least 0.
 * Source: knowledge-rate definitions, section 4.
 */
export function effectiveSampleSize(p: number, se: number): number | null {
  requireRate(p, se, 0)
  return p === 0 || p === 1 || se === 0 ? null : (p * (1 - p)) / se ** 2
}
