import type { CountNetwork } from './count-network'

/** Which figures of a table with totals are hidden (true). Totals that are left out are shown. */
export type SuppressionPattern = {
  readonly cells: readonly (readonly boolean[])[]
  readonly rowTotals?: readonly boolean[]
  readonly columnTotals?: readonly boolean[]
  readonly total?: boolean
}

/**
 * The pattern as one list in the order of the edges of a network.
 * Throws RangeError when it has not the shape of the table.
 */
export function hiddenEdges({ rows, columns }: CountNetwork, pattern: SuppressionPattern): boolean[] {
  const rowTotals = pattern.rowTotals ?? new Array<boolean>(rows).fill(false)
  const columnTotals = pattern.columnTotals ?? new Array<boolean>(columns).fill(false)
  const fits =
    pattern.cells.length === rows &&
    pattern.cells.every((line) => line.length === columns) &&
    rowTotals.length === rows &&
    columnTotals.length === columns
  if (!fits) throw new RangeError('The pattern must have the shape of the table')
  return [...pattern.cells.flatMap((line, row) => [...line, rowTotals[row]!]), ...columnTotals, pattern.total ?? false]
}

/** The inverse of hiddenEdges. */
export function patternOf({ rows, columns }: CountNetwork, hidden: readonly boolean[]): Required<SuppressionPattern> {
  const lineOf = (row: number) => hidden.slice(row * (columns + 1), row * (columns + 1) + columns)
  return {
    cells: Array.from({ length: rows }, (_, row) => lineOf(row)),
    rowTotals: Array.from({ length: rows }, (_, row) => hidden[row * (columns + 1) + columns]!),
    columnTotals: lineOf(rows),
    total: hidden.at(-1)!,
  }
}

/** Refuses a threshold that is not whole or below 1 with a RangeError. */
export function requireThreshold(k: number): void {
  if (!(Number.isInteger(k) && k >= 1)) throw new RangeError(`k must be a whole number of at least 1, not ${k}`)
}
