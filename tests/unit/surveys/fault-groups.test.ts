import { describe, expect, test } from 'vitest'
import { groupFaults, numberRanges } from '#app/measure/surveys/fault-groups'

const shifted = (column: number, item: number, looksLike: number) =>
  ({ problem: 'shifted', column, title: `第${column}列`, item, looksLike }) as const

describe('faults of many columns', () => {
  test('are one where the columns have slipped equally far', () => {
    const [first, other] = [shifted(4, 1, 2), shifted(23, 20, 1)]
    expect(groupFaults([first, shifted(5, 2, 3), shifted(6, 3, 4), other])).toEqual([
      { fault: first, columns: ['4–6'] },
      { fault: other, columns: null },
    ])
  })

  test('of different kinds stay apart, and what is no column stays as it is', () => {
    const missing = { problem: 'itemsMissing' as const, items: [1, 2] }
    const twice = [2, 9].map((column) => ({ problem: 'columnTwice', column, title: '' }) as const)
    expect(groupFaults([missing, ...twice, shifted(4, 1, 2)])).toEqual([
      { fault: missing, columns: null },
      { fault: twice[0], columns: ['2', '9'] },
      { fault: shifted(4, 1, 2), columns: null },
    ])
    expect(groupFaults([])).toEqual([])
  })
})

test('three numbers in a row and more are a range, two are not', () => {
  expect(numberRanges([10, 1, 4, 5, 6, 9, 4])).toEqual(['1', '4–6', '9', '10'])
  expect(numberRanges([])).toEqual([])
})

test('titles of other items and letters that items lack are said once for all their columns', () => {
  const title = (column: number, item: number, names: number) =>
    ({ problem: 'otherTitle', column, title: '', item, names }) as const
  const beyond = (column: number) =>
    ({ problem: 'beyond', column, title: '', item: column, cells: 9, said: 'E' }) as const
  expect(groupFaults([title(2, 1, 2), title(3, 2, 3), title(4, 3, 9), beyond(5), beyond(7)])).toEqual([
    { fault: title(2, 1, 2), columns: ['2', '3'] },
    { fault: title(4, 3, 9), columns: null },
    { fault: beyond(5), columns: ['5', '7'] },
  ])
})
