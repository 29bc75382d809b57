import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphaIfItemDeleted } from '#app/statistics/alpha-if-item-deleted'
import { alphaInterval } from '#app/statistics/alpha-interval'
import { correctedPointBiserial } from '#app/statistics/corrected-point-biserial'
import { cronbachAlpha } from '#app/statistics/cronbach-alpha'
import { distractorTable } from '#app/statistics/distractor-table'
import { facilityIndex } from '#app/statistics/facility-index'
import { itemFlags } from '#app/statistics/item-flags'
import { kr20 } from '#app/statistics/kr20'
import { pointBiserial } from '#app/statistics/point-biserial'
import { standardErrorOfMeasurement } from '#app/statistics/standard-error-of-measurement'

const example = scoresOf('1111 1110 1100 1010 1111 0100 1000 0000')

test('worked example 10', () => {
  expect(facilityIndex(example)).toEqual([0.75, 0.625, 0.5, 0.25])
  expect(rounded(pointBiserial(example))).toEqual(['0.688033', '0.639064', '0.825029', '0.793884'])
  expect(rounded(correctedPointBiserial(example))).toEqual(['0.454699', '0.346410', '0.629941', '0.616670'])
  expect(rounded([kr20(example)])).toEqual(['0.717087'])
})

const partial = [
  [1, 1, 0.5, 0],
  [1, 0.5, 0.5, 1],
  [0, 0, 0.5, 0],
  [1, 1, 1, 1],
  [0.5, 0, 0, 0.5],
  [1, 1, 0, 0.5],
  [0, 0.5, 0.5, 0],
]

// R 4.2.2: k/(k-1)*(1 - sum(apply(M, 2, var))/var(rowSums(M))), cor(M[, j], rowSums(M[, -j])), sd(rowSums(M))*sqrt(1 - alpha).
test('partial credit against R', () => {
  expect(cronbachAlpha(partial)).toBeCloseTo(0.715686274509804, 12)
  expectClose(alphaIfItemDeleted(partial), [0.5, 0.603896103896104, 0.777272727272727, 0.658536585365854])
  expect(standardErrorOfMeasurement(partial)).toBeCloseTo(0.67846699279881, 12)
  expectClose(pointBiserial(partial), [0.875414541343155, 0.790295814267318, 0.488093530091976, 0.738302668591836])
  expectClose(
    correctedPointBiserial(partial),
    [0.720097680774254, 0.580429492463921, 0.241209075662211, 0.495496215205162],
  )
})

// R 4.2.2: 1 - (1 - alpha)*qf(c(.975, .025), n - 1, (n - 1)*(k - 1)).
test('Feldt interval against R', () => {
  const interval = alphaInterval(0.717, 120, 10)!
  expectClose([interval.lower, interval.upper], [0.63506522070721, 0.786858613704033])
  const wide = alphaInterval(0.25, 15, 4, { confidence: 0.9 })!
  expectClose([wide.lower, wide.upper], [-0.451256609933468, 0.6681781542927])
})

test('an item that nobody varies on has no discrimination, not one of 0', () => {
  const scores = scoresOf('111 101 110 100')
  expect(pointBiserial(scores)[0]).toBeNull()
  expect(correctedPointBiserial(scores)[0]).toBeNull()
})

test('items that were not administered do not enter', () => {
  const scores = [
    [1, null, 1],
    [0, 1, 0],
    [1, 1, null],
    [0, 0, 0],
  ]
  expect(facilityIndex(scores)).toEqual([0.5, 2 / 3, 1 / 3])
  expect(correctedPointBiserial(scores)[0]).toBeCloseTo(0.9045340337332909, 12)
  expect(facilityIndex([[null, 1]])).toEqual([null, 1])
  expect(() => kr20(scores as number[][])).toThrow(RangeError)
  expect(() => cronbachAlpha(scores as number[][])).toThrow(RangeError)
})

test('too little for a figure gives null', () => {
  for (const scores of [[], [[1, 0]], scoresOf('1 0'), scoresOf('10 01 10'), scoresOf('11 11')]) {
    expect(cronbachAlpha(scores)).toBeNull()
    expect(kr20(scores)).toBeNull()
    expect(standardErrorOfMeasurement(scores)).toBeNull()
  }
  expect(alphaIfItemDeleted(scoresOf('10 01 11'))).toEqual([null, null])
  expect(facilityIndex([])).toEqual([])
  expect(alphaInterval(null, 50, 5)).toBeNull()
  expect(alphaInterval(0.5, 1, 5)).toBeNull()
})

test('equal sums of partial credit do not pass for variation', () => {
  const scores = [
    [0.1, 0.2, 0.3],
    [0.3, 0.2, 0.1],
    [0.2, 0.1, 0.3],
  ]
  expect(cronbachAlpha(scores)).toBeNull()
  expect(pointBiserial(scores)).toEqual([null, null, null])
})

test('flags of an item', () => {
  expect(itemFlags({ facility: 0.6, discrimination: 0.45, n: 50 })).toEqual([])
  expect(itemFlags({ facility: 0.1999, discrimination: -0.01, n: 49 })).toEqual(['tooHard', 'checkKey', 'fewPersons'])
  expect(itemFlags({ facility: 0.96, discrimination: 0.19, n: 80 })).toEqual(['tooEasy', 'review'])
  expect(itemFlags({ facility: null, discrimination: null, n: 0 })).toEqual(['fewPersons'])
})

test('options by top and bottom third', () => {
  const chosen = ['a', 'a', 'b', 'a', 'b', 'c', 'c', 'b', '']
  const choices = chosen.map((option, person) => ({ chosen: option ? [option] : [], total: 9 - person }))
  const table = distractorTable(choices, ['a', 'b', 'c', 'd'])
  expect(table).toMatchObject({ n: { all: 9, top: 3, bottom: 3 }, flags: [] })
  expect(table.options).toEqual([
    { option: 'a', all: 3 / 9, top: 2 / 3, bottom: 0 },
    { option: 'b', all: 3 / 9, top: 1 / 3, bottom: 1 / 3 },
    { option: 'c', all: 2 / 9, top: 0, bottom: 1 / 3 },
    { option: 'd', all: 0, top: 0, bottom: 0 },
  ])
  expect(table.skipped).toMatchObject({ all: 1 / 9, top: 0, bottom: 1 / 3 })
})

test('whoever ties with the last of a third belongs to it; thirds that overlap are not compared', () => {
  const choices = [5, 4, 4, 4, 2, 1].map((total) => ({ chosen: ['a'], total }))
  expect(distractorTable(choices, ['a']).n).toEqual({ all: 6, top: 4, bottom: 2 })
  const equal = choices.map((choice) => ({ ...choice, total: 3 }))
  expect(distractorTable(equal, ['a'])).toMatchObject({ options: [{ all: 1, top: null }], flags: ['noSpread'] })
  expect(distractorTable([], ['a'])).toMatchObject({ options: [{ all: null, top: null }], flags: ['noData'] })
})

test('the order of persons changes nothing, KR-20 is at most 1 and correlations lie in [−1, 1]', () => {
  const bit = fc.integer({ min: 0, max: 1 })
  const tables = fc
    .integer({ min: 1, max: 6 })
    .chain((items) => fc.array(fc.array(bit, { minLength: items, maxLength: items }), { maxLength: 30 }))
  fc.assert(
    fc.property(tables, (scores) => {
      expect(kr20(scores) ?? 0).toBeLessThanOrEqual(1 + 1e-12)
      expect(kr20(scores.toReversed()) ?? 0).toBeCloseTo(kr20(scores) ?? 0, 10)
      for (const r of [...pointBiserial(scores), ...correctedPointBiserial(scores)])
        expect(r === null || Math.abs(r) <= 1).toBe(true)
    }),
  )
})

test('illegal input is refused', () => {
  for (const figure of [facilityIndex, pointBiserial, correctedPointBiserial, cronbachAlpha, alphaIfItemDeleted]) {
    expect(() => figure([[1, 0], [1]])).toThrow(RangeError)
    expect(() => figure([[1, Number.NaN]])).toThrow(RangeError)
  }
  expect(() => kr20([[0.5, 1]])).toThrow(RangeError)
  expect(() => alphaInterval(1.1, 50, 5)).toThrow(RangeError)
  expect(() => alphaInterval(0.5, 50.5, 5)).toThrow(RangeError)
  expect(() => alphaInterval(0.5, 50, 5, { confidence: 95 })).toThrow(RangeError)
  expect(() => itemFlags({ facility: 1, discrimination: 1, n: -1 })).toThrow(RangeError)
  expect(() => distractorTable([{ chosen: ['x'], total: 1 }], ['a'])).toThrow(RangeError)
  expect(() => distractorTable([], ['a', 'a'])).toThrow(RangeError)
  expect(() => distractorTable([{ chosen: [], total: Number.NaN }], ['a'])).toThrow(RangeError)
})

function scoresOf(patterns: string): number[][] {
  return patterns.split(' ').map((pattern) => [...pattern].map(Number))
}

function rounded(figures: readonly (number | null)[]): (string | undefined)[] {
  return figures.map((figure) => figure?.toFixed(6))
}

function expectClose(figures: readonly (number | null)[], expected: readonly number[]): void {
  expect(figures.length).toBe(expected.length)
  for (const [index, figure] of figures.entries()) expect(figure).toBeCloseTo(expected[index]!, 12)
}
