/**
 * Stirling's error δ(x) = ln Γ(x + 1) − ln(√(2πx)·(x/e)^x), for x > 0, to about 1e-15.
 *
 * It lets probabilities with large arguments be computed without subtracting huge log-gammas from each other.
 * Series 1/12x − 1/360x³ + … above 10; below, δ(x) = δ(x + 1) + (x + ½)·ln(1 + 1/x) − 1.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function stirlingError(x: number): number {
  if (x < 10) return stirlingError(x + 1) + (x + 0.5) * Math.log1p(1 / x) - 1

  const square = x * x
  return SERIES.reduceRight((sum, coefficient) => sum / square + coefficient, 0) / x
}

const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]
