/**
 * Half the Poisson deviance: observed·ln(observed / expected) + expected − observed, for two positive numbers.
 *
 * It keeps its digits when both are large and close together, where the plain formula cancels.
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function deviance(observed: number, expected: number): number {
  const change = (expected - observed) / observed
  // Each form of the logarithm keeps its digits where the other loses them.
  const logarithm = Math.abs(change) < 0.5 ? Math.log1p(change) : Math.log(expected / observed)
  return observed * (change - logarithm)
}
