import { deviance } from './deviance'
import { stirlingError } from './stirling-error'
import type { Tails } from './tails'

/**
 * Both tails of the gamma distribution with shape a > 0 and scale 1 at x ≥ 0: the regularised incomplete gamma
 * functions P(a, x) and Q(a, x). Relative error about 1e-12 in either tail for shapes up to a million.
 *
 * Below a + 1 the series x^a e^(−x) / Γ(a + 1) · (1 + x/(a + 1) + …), above it Legendre's continued fraction.
 * Throws RangeError when neither converges (shapes beyond about 1e12).
 * Source: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 6.5.29 and 6.5.31.
 */
export function incompleteGammaTails(x: number, a: number): Tails {
  if (x === 0) return { lower: 0, upper: 1 }
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 }
  if (x < a + 1) {
    const lower = Math.min(1, powerTerm(x, a) * series(x, a))
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, powerTerm(x, a) * a * continuedFraction(x, a))
  return { lower: 1 - upper, upper }
}

/** x^a e^(−x) / Γ(a + 1), by Loader's saddle-point form. */
function powerTerm(x: number, a: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + … */
function series(x: number, a: number): number {
  let term = 1
  let sum = 1
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    term *= x / (a + step)
    sum += term
    if (term <= sum * (Number.EPSILON / 4)) return sum
  }
  throw new RangeError(`The incomplete gamma function did not converge for shape ${a}`)
}

/** 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))) by the modified Lentz method. */
function continuedFraction(x: number, a: number): number {
  let bottom = x + 1 - a
  let numerator = Number.MAX_VALUE
  let denominator = 1 / bottom
  let fraction = denominator

  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const top = -step * (step - a)
    bottom += 2
    denominator = 1 / nonZero(top * denominator + bottom)
    numerator = nonZero(bottom + top / numerator)
    const factor = numerator * denominator
    fraction *= factor
    if (Math.abs(factor - 1) <= 2 * Number.EPSILON) return fraction
  }
  throw new RangeError(`The incomplete gamma function did not converge for shape ${a}`)
}

function nonZero(value: number): number {
  return value === 0 ? Number.MIN_VALUE : value
}

const MOST_STEPS = 1_000_000
