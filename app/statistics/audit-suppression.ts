import { type CountNetwork, type CountTable, countNetwork } from './count-network'
import { type HiddenRange, hiddenRange } from './hidden-range'
import { smallSums } from './small-sums'
import { hiddenEdges, requireThreshold, type SuppressionPattern } from './suppression-pattern'

/** A figure of the table; row or column `total` = a total. */
export type FigurePosition = { readonly row: number | 'total'; readonly column: number | 'total' }

/** What an attacker knows of one hidden figure. Safe: at least two values are possible. */
export type AttackedFigure = FigurePosition & HiddenRange & { readonly isSafe: boolean }

/**
 * shown: a count of 1 to k − 1 that is not hidden. derivable: a hidden figure with one possible value.
 * smallSum: a hidden figure of a line whose hidden figures are known to count fewer than k together.
 */
export type SuppressionLeak = FigurePosition & { readonly kind: 'shown' | 'derivable' | 'smallSum' }

export type SuppressionAudit = {
  readonly hidden: readonly AttackedFigure[]
  readonly leaks: readonly SuppressionLeak[]
  readonly isSafe: boolean
}

/**
 * Attacks a table published with totals and with the figures of `pattern` hidden: the exact range of every hidden figure
 * for somebody who knows all others and that counts are not below 0, in reading order, and everything that leaks.
 *
 * A range is that of the linear programme over all tables with the shown figures; its limits are whole, upper may be
 * Infinity when totals are hidden, too.
 * Throws RangeError for an empty or ragged table, counts that are not whole or below 0, a pattern of another shape, or k
 * not whole or below 1.
 * Source: knowledge-rate definitions, section 9, privacy; see hiddenRange.
 */
export function auditSuppression(
  table: CountTable,
  pattern: SuppressionPattern,
  { k = 10 }: { readonly k?: number } = {},
): SuppressionAudit {
  requireThreshold(k)
  const network = countNetwork(table)
  const hidden = hiddenEdges(network, pattern)
  const positions = [...network.edges.keys()]
  const attacked = positions.filter((edge) => hidden[edge]).map((edge) => attack(network, hidden, edge))
  const isShownSmall = (edge: number) => !hidden[edge] && isBetween(network.edges[edge]!.value, k)
  const inSmallSums = new Set(smallSums(network, hidden, k).flatMap((line) => line.hidden))

  const leaks: SuppressionLeak[] = [
    ...positions.filter(isShownSmall).map((edge) => ({ ...positionOf(network, edge), kind: 'shown' as const })),
    ...attacked.filter(({ isSafe }) => !isSafe).map(({ row, column }) => ({ row, column, kind: 'derivable' as const })),
    ...[...inSmallSums].map((edge) => ({ ...positionOf(network, edge), kind: 'smallSum' as const })),
  ]
  return { hidden: attacked, leaks, isSafe: leaks.length === 0 }
}

function attack(network: CountNetwork, hidden: readonly boolean[], edge: number): AttackedFigure {
  const range = hiddenRange(network, hidden, edge)
  return { ...positionOf(network, edge), ...range, isSafe: range.upper - range.lower >= 1 }
}

function positionOf({ edges, rows, columns }: CountNetwork, edge: number): FigurePosition {
  const { row, column } = edges[edge]!
  return { row: row === rows ? 'total' : row, column: column === columns ? 'total' : column }
}

function isBetween(count: number, k: number): boolean {
  return count > 0 && count < k
}
