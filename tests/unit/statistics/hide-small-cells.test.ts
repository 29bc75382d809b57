import { expect, test } from 'vitest'
import { hideSmallCells } from '#app/statistics/hide-small-cells'
import { randomNumbers, wholeNumber } from './random-numbers'

test.each([
  ['nothing small, nothing hidden', [12, 10, 30], '...'],
  ['zeros are shown', [0, 12, 0, 30], '....'],
  ['1 to 9 are hidden, 10 is not', [1, 9, 10], 'XX.'],
  ['a single hidden cell takes the next smallest with it', [25, 6, 19], '.XX'],
  ['zeros do not protect a single hidden cell', [0, 6, 19, 40], '.XX.'],
  ['two that count fewer than ten take a third with them', [2, 3, 50, 40], 'XX.X'],
  ['two that count exactly ten are enough', [5, 5, 50], 'XX.'],
  ['of equals the first is taken', [6, 20, 20], 'XX.'],
  ['only two cells: both vanish', [6, 200], 'XX'],
  ['a list of fewer than ten persons vanishes whole', [3, 0, 4], 'XXX'],
  ['nobody at all is no secret', [0, 0], '..'],
  ['an empty list', [], ''],
])('%s', (_, counts, expected) => {
  expect(pattern(hideSmallCells(Object.freeze(counts)))).toBe(expected)
})

test('k is a parameter', () => {
  expect(pattern(hideSmallCells([4, 5, 6], { k: 5 }))).toBe('XX.')
  expect(pattern(hideSmallCells([1, 2], { k: 1 }))).toBe('..')
})

test('random lists never leak', () => {
  const random = randomNumbers(5)
  for (let round = 0; round < 2000; round += 1) {
    const counts = Array.from({ length: wholeNumber(random, 0, 8) }, () => wholeNumber(random, 0, 30))
    const hidden = hideSmallCells(counts)
    const hiddenCounts = counts.filter((_, cell) => hidden[cell])
    const total = counts.reduce((sum, count) => sum + count, 0)

    expect(counts.some((count, cell) => count > 0 && count < 10 && !hidden[cell])).toBe(false)
    if (total < 10 || hiddenCounts.length === 0) continue
    expect(hiddenCounts.length).toBeGreaterThan(1)
    expect(hiddenCounts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(10)
    expect(hiddenCounts).not.toContain(0)
  }
})

test('illegal input is refused', () => {
  for (const count of [-1, 2.5, Number.NaN]) expect(() => hideSmallCells([count])).toThrow(RangeError)
  for (const k of [0, 1.5, Number.NaN]) expect(() => hideSmallCells([1], { k })).toThrow(RangeError)
})

function pattern(hidden: boolean[]): string {
  return hidden.map((isHidden) => (isHidden ? 'X' : '.')).join('')
}
