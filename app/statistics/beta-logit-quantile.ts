import { incompleteBetaTails } from './incomplete-beta-tails'

/**
 * ln(x / (1 − x)) at the quantile x of the beta distribution with shapes a > 0 and b > 0, for a probability in (0, 1).
 *
 * On the logit scale neither end of [0, 1] loses digits. Values beyond ±700 (x nearer to an end than 1e-304) are cut.
 * Bisection: the distribution function is monotone, so it cannot fail, and speed does not matter here.
 */
export function betaLogitQuantile(probability: number, a: number, b: number): number {
  let low = -700
  let high = 700

  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2
    if (isBelowQuantile(middle, probability, a, b)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function isBelowQuantile(logit: number, probability: number, a: number, b: number): boolean {
  const { lower, upper } = incompleteBetaTails(1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)), a, b)
  // The smaller tail has more digits.
  return probability < 0.5 ? lower < probability : upper > 1 - probability
}

/** 1400 · 2⁻⁶⁴ is below the spacing of doubles around 1. */
const HALVINGS = 64
