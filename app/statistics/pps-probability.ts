import { isMeasurable } from './is-measurable'

/**
 * Probability that a community of `size` is among the `draws` drawn with probability proportional to size: k·M_c / ΣM.
 *
 * Throws RangeError unless sizes and draws are positive and finite, and the probability is at most 1: a community
 * larger than ΣM / k is to be taken with certainty, and the rest drawn without it.
 * Source: knowledge-rate definitions, section 5; Hansen and Hurwitz (1943).
 */
export function ppsProbability({
  size,
  totalSize,
  draws,
}: {
  readonly size: number
  readonly totalSize: number
  readonly draws: number
}): number {
  const areSizes = size > 0 && totalSize >= size && isMeasurable(size) && isMeasurable(totalSize)
  const areLegal = areSizes && Number.isSafeInteger(draws) && draws > 0
  if (!areLegal) throw new RangeError(`Not a draw by size: ${draws} draws, a community of ${size} in ${totalSize}`)
  const probability = (draws * size) / totalSize
  if (probability > 1) throw new RangeError(`A community of ${size} in ${totalSize} must be taken with certainty`)
  return probability
}
