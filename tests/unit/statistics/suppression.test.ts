import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditSuppression } from '#app/statistics/audit-suppression'
import { suppressSmallCells } from '#app/statistics/suppress-small-cells'
import type { SuppressionPattern } from '#app/statistics/suppression-pattern'

const example = [
  [25, 6, 19],
  [31, 28, 22],
  [17, 24, 9],
]

test('worked example 11: the two small cells alone are recoverable from totals', () => {
  const audit = auditSuppression(example, { cells: cellsOf('.X.', '...', '..X') })
  expect(audit.hidden).toEqual([
    { row: 0, column: 1, lower: 6, upper: 6, isSafe: false },
    { row: 2, column: 2, lower: 9, upper: 9, isSafe: false },
  ])
  expect(audit.isSafe).toBe(false)
})

test('worked example 11: 19 and 24 make them safe', () => {
  const pattern = suppressSmallCells(example)
  expect(drawn(pattern)).toEqual(['.XX.', '....', '.XX.', '....'])
  const { hidden, leaks, isSafe } = auditSuppression(example, pattern)
  expect(hidden.find(({ row, column }) => row === 0 && column === 1)).toMatchObject({ lower: 0, upper: 25 })
  expect(hidden.find(({ row, column }) => row === 2 && column === 2)).toMatchObject({ lower: 3, upper: 28 })
  expect([leaks, isSafe]).toEqual([[], true])
})

test.each([
  [
    'nothing small, nothing hidden',
    [
      [10, 20],
      [30, 0],
    ],
    ['...', '...', '...'],
  ],
  ['one of two lines is small: both vanish, the total stays', [[5], [200]], ['XX', 'XX', '..']],
  [
    'fewer than ten persons: all but the zeros',
    [
      [3, 0],
      [0, 2],
    ],
    ['X.X', '.XX', 'XXX'],
  ],
  [
    'small in every line',
    [
      [5, 5, 40],
      [5, 5, 40],
      [40, 40, 90],
    ],
    ['XX..', 'XX..', '....', '....'],
  ],
  [
    'four that count five in a line take larger ones with them',
    [
      [2, 3, 50],
      [3, 2, 60],
      [70, 80, 90],
    ],
    ['XXX.', 'XXX.', 'XX..', '....'],
  ],
  ['nobody', [[0, 0]], ['...', '...']],
])('%s', (_, table, expected) => {
  const pattern = suppressSmallCells(table)
  expect(drawn(pattern)).toEqual(expected)
  expect(auditSuppression(table, pattern).leaks).toEqual([])
})

test('what leaks is named', () => {
  const audit = auditSuppression(
    [
      [5, 40],
      [50, 60],
    ],
    { cells: cellsOf('..', '.X') },
  )
  expect(audit.leaks).toEqual([
    { row: 0, column: 0, kind: 'shown' },
    { row: 1, column: 1, kind: 'derivable' },
  ])
  const sums = auditSuppression(
    [
      [2, 3, 50],
      [3, 2, 60],
      [70, 80, 90],
    ],
    { cells: cellsOf('XX.', 'XX.', '...') },
  )
  expect(sums.hidden.map(({ lower, upper }) => [lower, upper])).toEqual([
    [0, 5],
    [0, 5],
    [0, 5],
    [0, 5],
  ])
  expect(sums.leaks.map(({ kind }) => kind)).toEqual(['smallSum', 'smallSum', 'smallSum', 'smallSum'])
})

test('a count whose totals are hidden, too, has no upper limit', () => {
  const everything = { cells: [[true]], rowTotals: [true], columnTotals: [true], total: true }
  expect(auditSuppression([[3]], everything).hidden[0]).toMatchObject({ lower: 0, upper: Number.POSITIVE_INFINITY })
})

const sizes = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
const tables = (most: number) =>
  sizes.chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat({ max: most }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

test('suppressed output never leaks', () => {
  fc.assert(
    fc.property(fc.oneof(tables(12), tables(40), tables(300)), fc.constantFrom(3, 5, 10), (table, k) => {
      const audit = auditSuppression(table, suppressSmallCells(table, { k }), { k })
      expect(audit.leaks).toEqual([])
      for (const { lower, upper } of audit.hidden) expect(upper - lower).toBeGreaterThanOrEqual(1)
    }),
    { numRuns: 400 },
  )
})

test('nothing is hidden without need: showing any figure that is not small leaks', () => {
  fc.assert(
    fc.property(tables(40), (table) => {
      const pattern = suppressSmallCells(table)
      for (const [row, line] of table.entries()) {
        for (const [column, count] of line.entries()) {
          if (!pattern.cells[row]![column] || (count > 0 && count < 10)) continue
          const cells = pattern.cells.map((marks) => [...marks])
          cells[row]![column] = false
          expect(auditSuppression(table, { ...pattern, cells }).isSafe).toBe(false)
        }
      }
    }),
  )
})

test('ranges are those of every table that agrees with what is shown', () => {
  const small = fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 })
  const marks = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(small, marks, (table, cells) => {
      const possible = agreeing(table, cells)
      for (const { row, column, lower, upper } of auditSuppression(table, { cells }).hidden) {
        const values = possible.map((one) => one[Number(row)]![Number(column)]!)
        expect([lower, upper]).toEqual([Math.min(...values), Math.max(...values)])
      }
    }),
  )
})

test('a table of forty lines and twenty columns is protected', () => {
  const table = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => (row * 7 + column * 13) % 31),
  )
  expect(auditSuppression(table, suppressSmallCells(table)).isSafe).toBe(true)
})

test('illegal input is refused', () => {
  for (const table of [[], [[]], [[1], [1, 2]], [[-1]], [[1.5]], [[Number.NaN]]])
    expect(() => suppressSmallCells(table)).toThrow(RangeError)
  for (const k of [0, 2.5, Number.NaN]) {
    expect(() => suppressSmallCells(example, { k })).toThrow(RangeError)
    expect(() => auditSuppression(example, suppressSmallCells(example), { k })).toThrow(RangeError)
  }
  expect(() => auditSuppression(example, { cells: cellsOf('.X') })).toThrow(RangeError)
  expect(() => auditSuppression(example, { cells: cellsOf('...', '...', '...'), rowTotals: [] })).toThrow(RangeError)
})

/** Every table of counts with the shown cells and all totals of `table`; two rows, so one row decides. */
function agreeing(table: number[][], cells: boolean[][]): number[][][] {
  const found: number[][][] = []
  const columnTotals = table[0]!.map((count, column) => count + table[1]![column]!)
  const choices = columnTotals.map((total) => Array.from({ length: total + 1 }, (_, count) => count))
  for (const a of choices[0]!)
    for (const b of choices[1]!)
      for (const c of choices[2]!) {
        const first = [a, b, c]
        const second = columnTotals.map((total, column) => total - first[column]!)
        const fits = [first, second].every((line, row) =>
          line.every((count, column) => cells[row]![column] || count === table[row]![column]),
        )
        if (fits && a + b + c === table[0]!.reduce((sum, count) => sum + count, 0)) found.push([first, second])
      }
  return found
}

function cellsOf(...lines: string[]): boolean[][] {
  return lines.map((line) => [...line].map((mark) => mark === 'X'))
}

/** One line a row, totals last. */
function drawn({ cells, rowTotals, columnTotals, total }: Required<SuppressionPattern>): string[] {
  const lines = cells.map((line, row) => [...line, rowTotals[row]!])
  return [...lines, [...columnTotals, total]].map((line) => line.map((mark) => (mark ? 'X' : '.')).join(''))
}
