import { betaCdf } from './beta-cdf'
import { chiSquareCdf } from './chi-square-cdf'
import { type PairedTable, requirePairedTable } from './paired-table'

export type McNemarMethod = 'midP' | 'exact' | 'chiSquare'

/** `statistic` and `df` only for chiSquare. `discordant` = b + c, the pairs that the test is about; `n` all pairs. */
export type McNemarResult = {
  readonly method: McNemarMethod
  readonly statistic: number | null
  readonly df: 1 | null
  readonly pValue: number
  readonly discordant: number
  readonly n: number
}

/**
 * Two-sided test of whether as many persons went from wrong to right (c) as from right to wrong (b).
 *
 * With m = b + c, k the smaller of both, and X binomial on m trials at ½:
 * - midP (default): 2·P(X ≤ k) − P(X = k), and 1 − P(X = k)/2 when b = c;
 * - exact: 2·P(X ≤ k), at most 1; conservative;
 * - chiSquare: (b − c)²/m on one degree of freedom, no continuity correction.
 * Nobody changed (m = 0): p = 1, statistic 0.
 *
 * Throws RangeError for counts that are not whole or below 0.
 * Source: Fagerland, Lydersen and Laake (2013), BMC Medical Research Methodology 13:91, with their supplement.
 */
export function mcnemarTest(
  table: PairedTable,
  { method = 'midP' }: { readonly method?: McNemarMethod } = {},
): McNemarResult {
  requirePairedTable(table)
  const { a, b, c, d } = table
  const discordant = b + c
  const pairs = { method, discordant, n: a + b + c + d }
  if (method === 'chiSquare') {
    const statistic = discordant === 0 ? 0 : (b - c) ** 2 / discordant
    return { ...pairs, statistic, df: 1, pValue: chiSquareCdf(statistic, 1, { tail: 'upper' }) }
  }
  return { ...pairs, statistic: null, df: null, pValue: method === 'exact' ? exactP(b, c) : midP(b, c) }
}

function exactP(b: number, c: number): number {
  return Math.min(1, 2 * atMost(Math.min(b, c), b + c))
}

function midP(b: number, c: number): number {
  if (b + c === 0) return 1
  const k = Math.min(b, c)
  const atMostK = atMost(k, b + c)
  const belowK = atMost(k - 1, b + c)
  // 2·P(X ≤ k) − P(X = k) without the subtraction, which would lose digits.
  return b === c ? 1 - (atMostK - belowK) / 2 : atMostK + belowK
}

/** Probability of at most k heads in m throws of a fair coin. */
function atMost(k: number, m: number): number {
  if (k < 0) return 0
  return k >= m ? 1 : betaCdf(0.5, m - k, k + 1)
}
