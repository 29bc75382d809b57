import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseWeights } from '#app/statistics/base-weights'
import { collapseCells } from '#app/statistics/collapse-cells'
import { postStratify } from '#app/statistics/post-stratify'
import { ppsProbability } from '#app/statistics/pps-probability'
import { surveyDesign } from '#app/statistics/survey-design'

test('drawing by size and then a fixed take gives every household the same chance', () => {
  const probability = (size: number) => ppsProbability({ size, totalSize: 12000, draws: 5 })
  const communities = {
    north: { probability: probability(1200), population: 1200, drawn: 20 },
    south: { probability: probability(300), population: 300, drawn: 20 },
  }
  const persons = ['north', 'south'].flatMap((community) => Array(20).fill({ community }))
  for (const weight of baseWeights(persons, communities).weights) expect(weight).toBeCloseTo(12000 / (5 * 20), 10)
})

test('a weight is selection times household times non-response', () => {
  const persons = [{ community: 1, eligible: 3 }, { community: 1 }]
  const { weights, selection, household, nonResponse } = baseWeights(persons, {
    1: { probability: 0.25, population: 100, drawn: 5 },
  })
  expect(selection).toEqual([80, 80])
  expect(household).toEqual([3, 1])
  expect(nonResponse).toEqual([2.5, 2.5])
  expect(weights).toEqual([600, 200])
})

test('without households, the weights of a community add up to its persons over its probability', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9 }), (respondents, refusals) => {
      const drawn = respondents + refusals
      const draw = { a: { probability: 0.5, population: drawn + 40, drawn } }
      const { weights } = baseWeights(Array(respondents).fill({ community: 'a' }), draw)
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2 * (drawn + 40), 8)
    }),
  )
})

test('what cannot be is refused', () => {
  const one = [{ community: 'a' }]
  const draw = { probability: 0.5, population: 10, drawn: 1 }
  expect(() => baseWeights([], {})).toThrow(RangeError)
  expect(() => baseWeights(one, {})).toThrow(/Nothing is known/)
  expect(() => baseWeights([{ community: 'toString' }], {})).toThrow(RangeError)
  for (const wrong of [{ probability: 0 }, { probability: 1.5 }, { drawn: 0 }, { drawn: 11 }, { population: 9.5 }]) {
    expect(() => baseWeights(one, { a: { ...draw, ...wrong } })).toThrow(RangeError)
  }
  expect(() => baseWeights([{ community: 'a', eligible: 0 }], { a: draw })).toThrow(RangeError)
  expect(() => ppsProbability({ size: 600, totalSize: 1000, draws: 2 })).toThrow(/with certainty/)
  expect(() => ppsProbability({ size: 6, totalSize: 1000, draws: 0 })).toThrow(RangeError)
})

const bands = (...totals: number[]) => totals.map((total, index) => ({ cell: 'abcde'[index]!, total }))
const people = (...sizes: number[]) => sizes.flatMap((size, index) => Array<string>(size).fill('abcde'[index]!))
const collapse = (cells: string[], groups: Parameters<typeof collapseCells>[2]) =>
  collapseCells(
    cells.map(() => 1),
    cells,
    groups,
  )

test('cells that are large enough stay as they are', () => {
  const cells = people(10, 20, 30)
  expect(collapse(cells, [bands(10, 20, 30)])).toEqual({
    cells,
    totals: { a: 10, b: 20, c: 30 },
    joined: [],
    tooSmall: [],
  })
})

test('fewer than ten respondents join the smaller neighbour', () => {
  const { joined, totals, cells } = collapse(people(30, 9, 12), [bands(30, 9, 12)])
  expect(joined).toEqual([['b', 'c']])
  expect(totals).toEqual({ a: 30, 'b+c': 21 })
  expect(cells.at(-1)).toBe('b+c')
})

test('a cell that would be weighted up more than four times is joined, too', () => {
  // b: 500 of 700 people, 12 of 132 respondents.
  const { joined } = collapse(people(60, 12, 60), [bands(100, 500, 100)])
  expect(joined).toEqual([['a', 'b']])
})

test('an empty cell is joined when it has a population, and vanishes when it has none', () => {
  expect(collapse(people(20, 0, 20), [bands(20, 5, 20)]).joined).toEqual([['a', 'b']])
  expect(collapse(people(20, 0, 20), [bands(20, 0, 20)])).toMatchObject({ joined: [], totals: { a: 20, c: 20 } })
})

test('cells are joined within their group only, and what stays too small is said', () => {
  const { joined, tooSmall } = collapse(people(4, 30, 3, 4), [bands(10, 10).slice(0, 2), bands(0, 0, 10, 10).slice(2)])
  expect(joined).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(tooSmall).toEqual(['c+d'])
})

test('collapsed cells can always be post-stratified, with nobody lost', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(counts, counts, (sizes, totals) => {
      fc.pre(sizes.some((size) => size > 0) && totals.some((total) => total > 0))
      const weights = people(...sizes).map(() => 2)
      const result = collapseCells(weights, people(...sizes), [bands(...totals)])
      const design = postStratify(surveyDesign({ weights, singlePsu: 'adjust' }), result.cells, result.totals)
      const sum = totals.reduce((all, total) => all + total, 0)
      expect(design.weights.reduce((all, weight) => all + weight, 0)).toBeCloseTo(sum, 8)
    }),
  )
})

test('cells that no group names, or two do, are refused', () => {
  expect(() => collapse(['x'], [bands(1)])).toThrow(RangeError)
  expect(() => collapse(['a'], [bands(1), bands(1)])).toThrow(RangeError)
  expect(() => collapse(['a'], [bands(0)])).toThrow(RangeError)
  expect(() => collapse(['a'], [bands(-1)])).toThrow(RangeError)
  expect(() => collapseCells([1, 1], ['a'], [bands(1)])).toThrow(RangeError)
  expect(() => collapseCells([0], ['a'], [bands(1)])).toThrow(RangeError)
})
