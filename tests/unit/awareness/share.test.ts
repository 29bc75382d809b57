import { expect, test } from 'vitest'
import { shareOf } from '#app/measure/awareness/share'

test('nobody asked is no data, never 0 %', () => {
  expect(shareOf({ count: 0, of: 0 })).toEqual({ kind: 'none' })
  expect(shareOf({ count: 0, of: 0, people: 50 })).toEqual({ kind: 'none' })
})

test.each([1, 9])('%i people are hidden, however many answers they gave', (people) => {
  expect(shareOf({ count: people, of: people })).toEqual({ kind: 'hidden' })
  expect(shareOf({ count: 500, of: 1000, people })).toEqual({ kind: 'hidden' })
})

test.each([10, 29])('%i people get counts and no percentage', (people) => {
  expect(shareOf({ count: 7, of: people })).toEqual({ kind: 'counts', count: 7, of: people })
  expect(shareOf({ count: 120, of: 290, people })).toEqual({ kind: 'counts', count: 120, of: 290 })
})

test('30 people get a percentage of one decimal, with its numerator and denominator', () => {
  expect(shareOf({ count: 19, of: 30 })).toEqual({ kind: 'percent', count: 19, of: 30, percent: 63.3 })
  expect(shareOf({ count: 190, of: 300, people: 30 })).toEqual({ kind: 'percent', count: 190, of: 300, percent: 63.3 })
})

test.each([
  [0, 40, 0],
  [40, 40, 100],
  [1, 3000, 0.1],
  [2999, 3000, 99.9],
  [1999, 2000, 99.9],
  [1, 32, 3.1],
  [25, 40, 62.5],
])('%i of %i is written %f: only all is 100 and only none is 0', (count, of, percent) => {
  expect(shareOf({ count, of })).toMatchObject({ percent })
})
