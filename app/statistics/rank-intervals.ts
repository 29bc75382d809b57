import { pairwiseComparisons } from './pairwise-comparisons'
import { requireProbability } from './require-probability'
import type { MeasuredValue } from './wave-difference'

/** Ranks count from 1, the highest value; null for an estimate that cannot be compared. Print “第2-6名”. */
export type RankInterval = { readonly best: number; readonly worst: number } | null

/**
 * From which rank to which each estimate may stand, the highest value first: [1 + number significantly higher,
 * m − number significantly lower], m the number of estimates with a value and a standard error.
 *
 * Significant: Holm-adjusted pairwise p ≤ alpha (default 0.05). Same order as the estimates.
 * Throws RangeError for values or standard errors that are not finite, or alpha outside (0, 1).
 * Source: knowledge-rate definitions, section 9 (ranking); after Tukey's HSD (arXiv 1708.02729).
 */
export function rankIntervals(
  estimates: readonly MeasuredValue[],
  { alpha = 0.05 }: { readonly alpha?: number } = {},
): RankInterval[] {
  requireProbability(alpha)
  const significant = pairwiseComparisons(estimates).filter(({ adjustedP }) => adjustedP !== null && adjustedP <= alpha)
  const comparable = estimates.filter(({ value, se }) => value !== null && se !== null).length

  return estimates.map(({ value, se }, index) => {
    if (value === null || se === null) return null
    const higher = significant.filter((pair) => loserOf(pair) === index).length
    const lower = significant.filter((pair) => winnerOf(pair) === index).length
    return { best: 1 + higher, worst: comparable - lower }
  })
}

type Compared = { readonly first: number; readonly second: number; readonly difference: number | null }

function winnerOf({ first, second, difference }: Compared): number {
  return (difference ?? 0) > 0 ? first : second
}

function loserOf(pair: Compared): number {
  return winnerOf(pair) === pair.first ? pair.second : pair.first
}
