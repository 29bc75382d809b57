import type { CountNetwork } from './count-network'

/** Positions of the hidden figures of one row or column; the line of totals is a line like the others. */
export type HiddenLine = { readonly shown: readonly number[]; readonly hidden: readonly number[] }

/**
 * Lines whose hidden figures together count 1 to k − 1 persons although the total of the line is shown: that sum can be
 * derived, and is as small as what was hidden.
 */
export function smallSums(network: CountNetwork, hidden: readonly boolean[], k: number): HiddenLine[] {
  return linesOf(network)
    .filter((line) => !hidden[line.at(-1)!])
    .map((line) => line.slice(0, -1))
    .map((line) => ({ shown: line.filter((edge) => !hidden[edge]), hidden: line.filter((edge) => hidden[edge]) }))
    .filter((line) => {
      const sum = line.hidden.reduce((total, edge) => total + network.edges[edge]!.value, 0)
      return sum > 0 && sum < k
    })
}

/** Positions along each row and each column, the total last. */
function linesOf({ rows, columns }: CountNetwork): number[][] {
  const width = columns + 1
  const alongRow = (row: number) => Array.from({ length: width }, (_, column) => row * width + column)
  const alongColumn = (column: number) => Array.from({ length: rows + 1 }, (_, row) => row * width + column)
  return [
    ...Array.from({ length: rows + 1 }, (_, row) => alongRow(row)),
    ...Array.from({ length: width }, (_, column) => alongColumn(column)),
  ]
}
