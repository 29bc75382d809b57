import type { ConfidenceOption, DifferenceInterval } from './difference'
import { normalQuantile } from './normal-quantile'
import { type PairedTable, requirePairedTable } from './paired-table'
import { requireConfidence } from './require-confidence'
import { tangoLimits } from './tango-limits'
import { wilsonInterval } from './wilson-interval'

export type PairedDifferenceMethod = 'newcombe' | 'tango' | 'bonettPrice' | 'wald'

type Limits = { readonly lower: number; readonly upper: number }

/**
 * Interval for the change Δ = (c − b)/n of a share when the same persons were asked before and after.
 *
 * - newcombe (default): square-and-add from the Wilson limits of both margins, with their correlation;
 * - tango: the score interval;
 * - bonettPrice: Wald with one pair added to b and to c, cut at ±1;
 * - wald: Δ ± z·√(b + c − (b − c)²/n)/n; for checking only.
 * Null when there are no pairs.
 *
 * Throws RangeError for counts that are not whole or below 0, or confidence outside (0, 1).
 * Source: Newcombe (1998), Statistics in Medicine 17, 2635–2650, method 10; Tango (1998), ibid. 891–908; Bonett and
 * Price (2012), Journal of Educational and Behavioral Statistics 37, 479–488.
 */
export function pairedDifferenceInterval(
  table: PairedTable,
  { method = 'newcombe', confidence = 0.95 }: ConfidenceOption & { readonly method?: PairedDifferenceMethod } = {},
): DifferenceInterval | null {
  requirePairedTable(table)
  requireConfidence(confidence)
  const { a, b, c, d } = table
  const n = a + b + c + d
  if (n === 0) return null
  return { difference: (c - b) / n, confidence, ...limitsBy(method, table, n, confidence), method }
}

function limitsBy(method: PairedDifferenceMethod, table: PairedTable, n: number, confidence: number): Limits {
  const { b, c } = table
  const z = -normalQuantile((1 - confidence) / 2)
  if (method === 'tango') return tangoLimits(b, c, n, z)
  if (method === 'wald') return waldLimits(b / n, c / n, n, z)
  if (method === 'bonettPrice') {
    const { lower, upper } = waldLimits((b + 1) / (n + 2), (c + 1) / (n + 2), n + 2, z)
    return { lower: Math.max(-1, lower), upper: Math.min(1, upper) }
  }
  return newcombeLimits(table, n, confidence)
}

/** `before` and `after`: shares of pairs right before only and after only. */
function waldLimits(before: number, after: number, n: number, z: number): Limits {
  const difference = after - before
  const se = Math.sqrt((before + after - difference ** 2) / n)
  return { lower: difference - z * se, upper: difference + z * se }
}

function newcombeLimits(table: PairedTable, n: number, confidence: number): Limits {
  const { a, b, c } = table
  const before = (a + b) / n
  const after = (a + c) / n
  const old = wilsonInterval(a + b, n, { confidence })!
  const now = wilsonInterval(a + c, n, { confidence })!
  const correlation = correlationOf(table, n)
  return {
    lower: (c - b) / n - combined(after - now.lower, old.upper - before, correlation),
    upper: (c - b) / n + combined(now.upper - after, before - old.lower, correlation),
  }
}

function combined(one: number, other: number, correlation: number): number {
  return Math.sqrt(Math.max(0, one ** 2 - 2 * correlation * one * other + other ** 2))
}

/** φ with Newcombe's correction for continuity: n/2 is taken off a positive ad − bc, down to 0. */
function correlationOf({ a, b, c, d }: PairedTable, n: number): number {
  const margins = (a + b) * (c + d) * (a + c) * (b + d)
  if (margins === 0) return 0
  const excess = a * d - b * c
  return (excess > 0 ? Math.max(0, excess - n / 2) : excess) / Math.sqrt(margins)
}
