import type { ConfidenceOption, DifferenceTest } from './difference'
import { differenceTest } from './difference-test'
import { isMeasurable } from './is-measurable'

/** One person's figures before and after; null = missing, and the pair is lost. */
export type ScorePair = { readonly pre: number | null; readonly post: number | null }

/** `n` complete pairs; `lost` those with one or both figures missing, to be reported beside n. */
export type PairedMeanDifference = DifferenceTest & { readonly n: number; readonly lost: number }

/**
 * Mean change from before to after of a figure per person, such as the share of items right: the paired t-test.
 *
 * D = post − pre; difference mean(D), se sd(D)/√n, df n − 1. Complete pairs only. Null figures below two pairs.
 * Where sessions are recorded use clusteredPairedDifference: people trained together change together.
 *
 * Throws RangeError for figures that are not finite, or confidence outside (0, 1).
 * Source: knowledge-rate definitions, section 7.
 */
export function pairedMeanDifference(
  pairs: readonly ScorePair[],
  { confidence = 0.95 }: ConfidenceOption = {},
): PairedMeanDifference {
  const changes = pairs.map(changeOf).filter((change) => change !== null)
  const n = changes.length
  const mean = changes.reduce((total, change) => total + change, 0) / n
  const squares = changes.reduce((total, change) => total + (change - mean) ** 2, 0)
  const isConstant = changes.every((change) => change === changes[0])
  const se = isConstant ? 0 : Math.sqrt(squares / (n - 1) / n)
  const test = differenceTest(
    { difference: n === 0 ? null : mean, se: n < 2 ? null : se, df: n === 0 ? null : n - 1 },
    confidence,
  )
  return { ...test, n, lost: pairs.length - n }
}

/** post − pre, or null for a lost pair. Throws RangeError for figures that are neither null nor finite. */
export function changeOf({ pre, post }: ScorePair): number | null {
  for (const figure of [pre, post])
    if (figure !== null && !isMeasurable(figure)) throw new RangeError(`A score must be finite or null, not ${figure}`)
  return pre === null || post === null ? null : post - pre
}
