/**
 * Pearson's correlation of two equally long lists, in [−1, 1].
 * Null, not 0, for fewer than two pairs or when either list does not vary.
 */
export function pearsonCorrelation(xs: readonly number[], ys: readonly number[]): number | null {
  if (xs.length < 2 || isConstant(xs) || isConstant(ys)) return null
  const fromMeanX = centred(xs)
  const fromMeanY = centred(ys)
  const together = dot(fromMeanX, fromMeanY)
  const correlation = together / Math.sqrt(dot(fromMeanX, fromMeanX)) / Math.sqrt(dot(fromMeanY, fromMeanY))
  return Math.max(-1, Math.min(1, correlation))
}

/** Sums of partial credit differ in their last digits when nothing else does. */
function isConstant(values: readonly number[]): boolean {
  const least = values.reduce((a, b) => Math.min(a, b))
  const most = values.reduce((a, b) => Math.max(a, b))
  return most - least <= 1e-12 * Math.max(Math.abs(least), Math.abs(most))
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

function dot(xs: readonly number[], ys: readonly number[]): number {
  return xs.reduce((sum, x, index) => sum + x * ys[index]!, 0)
}
