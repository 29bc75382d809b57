/** Variance with divisor n − 1 of at least two numbers; exactly 0 when they differ by rounding only. */
export function sampleVariance(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('A variance needs at least two values')
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  // Equal sums of partial credit leave rounding noise here, which would pass for variation.
  return squares <= values.length * (1e-12 * mean) ** 2 ? 0 : squares / (values.length - 1)
}
