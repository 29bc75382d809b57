import { expect, test } from 'vitest'
import { scoreItem } from '#app/statistics/score-item'

const key = Object.freeze(['a', 'c'])

test('the exact set scores 1 in any order', () => {
  expect(scoreItem(Object.freeze(['c', 'a']), key)).toBe(1)
})

test('duplicates in answer and key are ignored', () => {
  expect(scoreItem(['a', 'a', 'c'], ['c', 'a', 'c'])).toBe(1)
  expect(scoreItem(['a', 'a'], ['c', 'a', 'c'], { multiSelect: 'partial' })).toBe(0.5)
})

test.each([[['a']], [['a', 'b']], [['a', 'b', 'c']], [['b']], [[]]])(
  '%j is not the exact set and scores 0',
  (answer) => {
    expect(scoreItem(answer, key)).toBe(0)
  },
)

test.each([
  [['a', 'c'], 1],
  [['a'], 0.5],
  [['a', 'b', 'c'], 0.5],
  [['a', 'b'], 0],
  [['b', 'd'], 0],
  [[], 0],
])('partial credit for %j is %d', (answer, score) => {
  expect(scoreItem(answer, key, { multiSelect: 'partial' })).toBe(score)
})

test('an item without a key is refused', () => {
  expect(() => scoreItem(['a'], [])).toThrow(RangeError)
})
