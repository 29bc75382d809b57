import type { NumberedMargin } from './margin'

export type FitOptions = { readonly tolerance: number; readonly maxIterations: number }

/**
 * Weights fitted to all margins by iterative proportional fitting: w' = w·N_g / Σ_g w for one margin after the other,
 * until no margin changes a weight by more than `tolerance` of itself in a whole cycle.
 *
 * Throws RangeError when that takes more than `maxIterations` cycles: margins that contradict each other never settle.
 * Source: Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427–444.
 */
export function fitMargins(
  weights: readonly number[],
  margins: readonly NumberedMargin[],
  { tolerance, maxIterations }: FitOptions,
): number[] {
  const fitted = [...weights]
  for (let cycle = 1; cycle <= maxIterations; cycle += 1) {
    // Judged step by step: margins that contradict each other end where they began, cycle after cycle.
    const change = margins.reduce((most, margin) => Math.max(most, fitOne(fitted, margin)), 0)
    // One margin is met exactly after one cycle.
    if (change <= tolerance || margins.length === 1) return fitted
  }
  throw new RangeError(`Raking did not settle within ${maxIterations} cycles: the margins may contradict each other`)
}

/** Fits the weights in place and returns the largest change, relative to the weight. */
function fitOne(weights: number[], { cellOf, totals }: NumberedMargin): number {
  const sums = new Array<number>(totals.length).fill(0)
  for (let person = 0; person < weights.length; person += 1) sums[cellOf[person]!]! += weights[person]!
  const factors = totals.map((total, cell) => total / sums[cell]!)
  for (let person = 0; person < weights.length; person += 1) weights[person]! *= factors[cellOf[person]!]!
  return factors.reduce((most, factor) => Math.max(most, Math.abs(factor - 1)), 0)
}
