/** Whole counts of persons by row and column, without totals. */
export type CountTable = readonly (readonly number[])[]

/**
 * One figure of a published table: a cell, or with row = rows or column = columns a total. Raising it by 1 moves one
 * unit from node `from` to node `to`.
 */
export type CountEdge = {
  readonly row: number
  readonly column: number
  readonly value: number
  readonly from: number
  readonly to: number
}

/** Edges in reading order: (rows + 1) × (columns + 1), totals last. `at` lists the edges that touch each node. */
export type CountNetwork = {
  readonly rows: number
  readonly columns: number
  readonly edges: readonly CountEdge[]
  readonly at: readonly (readonly number[])[]
}

/**
 * A table with its totals as a network: what may change without changing any sum is exactly a circulation in it.
 *
 * Nodes are the rows, the row of totals, the columns and the column of totals. A cell leads from its row to its column,
 * a column total on to the row of totals, the grand total from there to the column of totals, and a row total back to
 * its row; so raising all four by 1 closes a cycle and keeps every sum.
 *
 * Throws RangeError for an empty table, rows of unequal length, or counts that are not whole or below 0.
 */
export function countNetwork(table: CountTable): CountNetwork {
  requireTable(table)
  const rows = table.length
  const columns = table[0]!.length
  const edges = withTotals(table).flatMap((line, row) =>
    line.map((value, column) => ({ row, column, value, ...direction(row, column, rows, columns) })),
  )
  const at: number[][] = Array.from({ length: rows + columns + 2 }, () => [])
  for (const [index, { from, to }] of edges.entries()) {
    at[from]!.push(index)
    at[to]!.push(index)
  }
  return { rows, columns, edges, at }
}

function direction(row: number, column: number, rows: number, columns: number): { from: number; to: number } {
  const rowNode = row
  const columnNode = rows + 1 + column
  const isOneTotal = (row === rows) !== (column === columns)
  return isOneTotal ? { from: columnNode, to: rowNode } : { from: rowNode, to: columnNode }
}

function withTotals(table: CountTable): number[][] {
  const lines = table.map((line) => [...line, sum(line)])
  return [...lines, lines[0]!.map((_, column) => sum(lines.map((line) => line[column]!)))]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function requireTable(table: CountTable): void {
  const columns = table[0]?.length ?? 0
  if (columns === 0) throw new RangeError('A table needs at least one row and one column')
  for (const line of table) {
    if (line.length !== columns) throw new RangeError('Rows of a table must have the same length')
    if (!line.every((count) => Number.isSafeInteger(count) && count >= 0))
      throw new RangeError('Counts of persons must be whole numbers of at least 0')
  }
}
