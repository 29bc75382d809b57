import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holmAdjust } from '#app/statistics/holm-adjust'
import { pairwiseComparisons } from '#app/statistics/pairwise-comparisons'
import { rankIntervals } from '#app/statistics/rank-intervals'

const streets = [
  { value: 0.9, se: 0.015 },
  { value: 0.84, se: 0.02 },
  { value: 0.82, se: 0.022 },
  { value: 0.73, se: 0.018 },
]

test('worked example 12', () => {
  const pairs = pairwiseComparisons(streets)
  expect(pairs.map(({ first, second }) => `${first}${second}`)).toEqual(['01', '02', '03', '12', '13', '23'])
  expect(pairs.map(({ adjustedP }) => adjustedP?.toFixed(6))).toEqual([
    '0.032790',
    '0.007982',
    '0.000000',
    '0.501155',
    '0.000217',
    '0.006178',
  ])
  expect(pairs[2]?.adjustedP?.toExponential(1)).toBe('2.4e-12')
  expect(rankIntervals(streets)).toEqual([
    { best: 1, worst: 1 },
    { best: 2, worst: 3 },
    { best: 2, worst: 3 },
    { best: 4, worst: 4 },
  ])
})

test('the order of the estimates does not matter', () => {
  expect(rankIntervals(streets.toReversed())).toEqual(rankIntervals(streets).toReversed())
})

// R 4.2.2: p.adjust(c(.01, .04, .03, .005, .8, .03), "holm").
test('Holm against R', () => {
  const adjusted = holmAdjust([0.01, 0.04, 0.03, 0.005, 0.8, 0.03])
  for (const [index, p] of [0.05, 0.12, 0.12, 0.03, 0.8, 0.12].entries()) expect(adjusted[index]).toBeCloseTo(p, 14)
  expect(holmAdjust([])).toEqual([])
})

test('Holm keeps the order, never lowers a p-value and stays within Bonferroni', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (p) => {
      const adjusted = holmAdjust(p)
      for (const [one, value] of p.entries()) {
        expect(adjusted[one]).toBeGreaterThanOrEqual(value)
        expect(adjusted[one]).toBeLessThanOrEqual(Math.min(1, value * p.length))
        for (const [other, larger] of p.entries())
          if (value <= larger) expect(adjusted[one]).toBeLessThanOrEqual(adjusted[other]!)
      }
    }),
  )
})

test('a rank lies in its interval, and precision narrows intervals', () => {
  const share = fc.double({ min: 0.2, max: 0.95, noNaN: true })
  const estimates = fc.array(fc.record({ value: share, se: fc.double({ min: 0.005, max: 0.1, noNaN: true }) }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(estimates, (places) => {
      const precise = rankIntervals(places.map(({ value, se }) => ({ value, se: se / 2 })))
      for (const [index, interval] of rankIntervals(places).entries()) {
        const { best, worst } = interval!
        const rank = 1 + places.filter(({ value }) => value > places[index]!.value).length
        expect(1 <= best && best <= rank && rank <= worst && worst <= places.length).toBe(true)
        expect(precise[index]!.best).toBeGreaterThanOrEqual(best)
        expect(precise[index]!.worst).toBeLessThanOrEqual(worst)
      }
    }),
  )
})

test('a place without an estimate has no rank and does not count', () => {
  const places = [...streets, { value: null, se: null }]
  expect(rankIntervals(places).at(-1)).toBeNull()
  expect(rankIntervals(places).slice(0, 4)).toEqual(rankIntervals(streets))
  const pairs = pairwiseComparisons(places)
  expect(pairs.find(({ second }) => second === 4)).toMatchObject({ z: null, adjustedP: null, flags: ['notEstimable'] })
  expect(
    pairwiseComparisons([
      { value: 0.5, se: 0 },
      { value: 0.6, se: 0 },
    ])[0]?.flags,
  ).toEqual(['notEstimable'])
  expect(rankIntervals([])).toEqual([])
})

test('illegal input is refused', () => {
  for (const p of [-0.1, 1.1, Number.NaN]) expect(() => holmAdjust([p])).toThrow(RangeError)
  expect(() => pairwiseComparisons([{ value: 0.5, se: -1 }])).toThrow(RangeError)
  expect(() => rankIntervals([{ value: Number.NaN, se: 1 }])).toThrow(RangeError)
  expect(() => rankIntervals(streets, { alpha: 5 })).toThrow(RangeError)
})
