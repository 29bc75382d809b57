import { expect, test } from 'vitest'
import { allCorrectRate } from '#app/statistics/all-correct-rate'
import type { RateOptions } from '#app/statistics/estimate'
import { itemRates } from '#app/statistics/item-rates'
import { masteryRate } from '#app/statistics/mastery-rate'
import { overallRate } from '#app/statistics/overall-rate'
import type { RespondentRow } from '#app/statistics/respondent-row'
import { frozenRows } from './frozen-rows'

/** Worked example 1, skipped = wrong. */
const six = frozenRows('11111', '11110', '11100', '10111', '11000', '10000')
const noExclusions = { notAdministered: 0, brokenOff: 0, incomplete: 0 }
const everyRate = [
  (rows: readonly RespondentRow[], options?: RateOptions) => overallRate(rows, undefined, options),
  (rows: readonly RespondentRow[], options?: RateOptions) => masteryRate(rows, {}, undefined, options),
  (rows: readonly RespondentRow[], options?: RateOptions) => allCorrectRate(rows, undefined, options),
]

test('worked example 1: item rates', () => {
  const values = itemRates(six).map(({ value }) => value?.toFixed(4))
  expect(values).toEqual(['1.0000', '0.6667', '0.6667', '0.5000', '0.3333'])
})

test('worked example 1: overall rate with the person as the unit', () => {
  const rate = overallRate(six)
  expect(rate.value?.toFixed(6)).toBe('0.633333')
  expect(rate.se?.toFixed(6)).toBe('0.120185')
  expect(rate.df).toBe(5)
  expect(rate.n).toBe(6)
  expect(rate.interval).toMatchObject({ confidence: 0.95, sides: 2, method: 'logitT' })
  expect(rate.interval?.lower.toFixed(6)).toBe('0.313492')
  expect(rate.interval?.upper.toFixed(6)).toBe('0.867258')
  expect(rate.flags).toEqual(['fewRespondents', 'fewDegreesOfFreedom'])
  expect(rate.excluded).toEqual(noExclusions)
})

test('worked example 1: mastery at 80 and all correct', () => {
  expect(masteryRate(six)).toMatchObject({ value: 0.5, n: 6, definition: 'masteryRate', cut: 80, mustKnow: [] })
  expect(allCorrectRate(six).value).toBeCloseTo(1 / 6, 12)
  expect(masteryRate(six).se).toBeCloseTo(Math.sqrt(0.25 / 5), 12)
})

test('worked example 1: answered only', () => {
  const rate = overallRate(frozenRows('11111', '11110', '11100', '1·111', '1100·', '10000'))
  expect(rate.value?.toFixed(6)).toBe('0.678571')
})

test('the standard error of a ratio follows the residuals of persons with unequal items', () => {
  // R = 3/4; residuals (1 − 3/4·1)/4, (2 − 3/4·3)/4.
  const rate = overallRate(frozenRows('1··', '110'))
  expect(rate.se).toBeCloseTo(Math.sqrt(2 * (0.0625 ** 2 + 0.0625 ** 2)), 12)
})

test('the overall rate is the mean of the item rates when everyone got the same items', () => {
  const values = itemRates(six).map(({ value }) => value ?? Number.NaN)
  expect(overallRate(six).value).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12)
})

test('all correct equals mastery at a cut of 100', () => {
  const { cut: _, mustKnow: __, ...mastery } = masteryRate(six, { cut: 100 })
  expect(allCorrectRate(six)).toEqual({ ...mastery, definition: 'allCorrectRate' })
})

test('an interval is given unless it is declined', () => {
  for (const rate of everyRate) {
    expect(rate(six).interval).not.toBeNull()
    expect(rate(six, { interval: false }).interval).toBeNull()
  }
  for (const rate of itemRates(six)) expect(rate.interval).not.toBeNull()
  for (const rate of itemRates(six, undefined, { interval: false })) expect(rate.interval).toBeNull()
})

test('shares of persons carry the Wilson interval', () => {
  expect(masteryRate(six, {}, undefined, { confidence: 0.9 }).interval).toMatchObject({
    method: 'wilson',
    confidence: 0.9,
  })
})

test('12 of 15 passes the cut of 80 percent and 11 of 15 does not', () => {
  expect(masteryRate(frozenRows('111111111111000', '111111111110000')).value).toBe(0.5)
})

test('exactly the cut passes and one item less fails, for every cut and number of items', () => {
  for (let items = 1; items <= 100; items += 1) {
    for (let cut = 1; cut <= 100; cut += 1) {
      const needed = Math.ceil((cut * items) / 100)
      const [enough, tooFew] = [needed, needed - 1].map((right) => '1'.repeat(right).padEnd(items, '0'))
      expect(masteryRate(frozenRows(enough!, tooFew!), { cut }).value).toBe(0.5)
    }
  }
})

test('a must-know item that is wrong fails the person, one not administered does not', () => {
  const rows = frozenRows('11111', '01111', '·1111')
  expect(masteryRate(rows).value).toBe(1)
  expect(masteryRate(rows, { mustKnow: [0] }).value).toBeCloseTo(2 / 3, 12)
})

test('items not administered leave numerator and denominator', () => {
  const rates = itemRates(frozenRows('1·', '0·', '11'))
  expect(rates[0]).toMatchObject({ n: 3, excluded: noExclusions })
  expect(rates[0]?.value).toBeCloseTo(2 / 3, 12)
  expect(rates[1]).toMatchObject({ value: 1, n: 1, excluded: { notAdministered: 2 } })
})

test('an item that nobody was given has no data, not 0 percent', () => {
  expect(itemRates(frozenRows('1·', '0·'))[1]).toMatchObject({
    value: null,
    se: null,
    df: null,
    n: 0,
    interval: null,
    flags: ['noData'],
  })
})

test('excluded persons are counted by reason and enter no rate', () => {
  const rows = [
    ...frozenRows('11', '··'),
    { scores: [0, 0], excluded: 'brokenOff' as const },
    { scores: [0, null], excluded: 'incomplete' as const },
  ]
  const excluded = { notAdministered: 1, brokenOff: 1, incomplete: 1 }
  for (const rate of everyRate) expect(rate(rows)).toMatchObject({ value: 1, n: 1, excluded })
  for (const rate of itemRates(rows)) expect(rate.n + Object.values(rate.excluded).reduce((a, b) => a + b)).toBe(4)
})

test('nobody asked gives null figures and a flag', () => {
  for (const rate of everyRate) {
    const empty = { value: null, se: null, df: null, n: 0, interval: null, flags: ['noData'], excluded: noExclusions }
    expect(rate([])).toMatchObject(empty)
  }
  expect(itemRates([])).toEqual([])
})

test('one person gives a value without standard error', () => {
  const rate = overallRate(frozenRows('1100'))
  expect(rate).toMatchObject({ value: 0.5, se: null, df: 0, n: 1, interval: null })
  expect(rate.flags).toContain('singleRespondent')
  expect(masteryRate(frozenRows('1100'))).toMatchObject({ value: 0, se: null, df: 0 })
})

test('all right or all wrong falls back to Clopper-Pearson on persons', () => {
  const right = overallRate(frozenRows(...Array(40).fill('11111')))
  expect(right).toMatchObject({
    value: 1,
    se: 0,
    flags: ['noVariation'],
    interval: { method: 'clopperPearson', upper: 1 },
  })
  expect(right.interval?.lower.toFixed(6)).toBe('0.911903')

  const wrong = overallRate(frozenRows(...Array(25).fill('00000')))
  expect(wrong.interval?.lower).toBe(0)
  expect(wrong.interval?.upper.toFixed(6)).toBe('0.137185')
})

test('equal scores between 0 and 1 never give an interval of zero width', () => {
  const alike = { scores: [1 / 3, 0.1, 0.7] }
  const rate = overallRate(Array(50).fill(alike))
  expect(rate.se).toBe(0)
  expect(rate.interval?.method).toBe('clopperPearson')
  expect(rate.interval!.upper - rate.interval!.lower).toBeGreaterThan(0.1)
})

test('30 respondents are enough for a percentage, 29 are flagged', () => {
  const rows = frozenRows(...Array(15).fill('10'), ...Array(15).fill('11'))
  expect(overallRate(rows).flags).toEqual([])
  expect(overallRate(rows.slice(1)).flags).toEqual(['fewRespondents'])
})

test('eight degrees of freedom are enough, seven are flagged', () => {
  const nine = frozenRows(...Array(9).fill('10'))
  expect(overallRate(nine).flags).not.toContain('fewDegreesOfFreedom')
  expect(overallRate(nine.slice(1)).flags).toContain('fewDegreesOfFreedom')
})

test('rows of unequal length and scores outside [0, 1] are refused', () => {
  for (const rate of [...everyRate, itemRates]) {
    expect(() => rate(frozenRows('11', '111'))).toThrow(RangeError)
    expect(() => rate([{ scores: [1.5] }])).toThrow(RangeError)
    expect(() => rate([{ scores: [Number.NaN] }])).toThrow(RangeError)
  }
})

test('partial credit is for the overall rate only', () => {
  const rows = [{ scores: [0.5, 1] }, { scores: [0, 0.5] }]
  expect(overallRate(rows).value).toBe(0.5)
  for (const rate of [masteryRate, allCorrectRate, itemRates]) expect(() => rate(rows)).toThrow(/Partial credit/)
})

test('illegal cuts, must-know positions and confidences are refused', () => {
  for (const cut of [0, 101, 79.5, Number.NaN]) expect(() => masteryRate(six, { cut })).toThrow(RangeError)
  for (const position of [-1, 5, 0.5]) expect(() => masteryRate(six, { mustKnow: [position] })).toThrow(RangeError)
  for (const rate of everyRate) expect(() => rate([], { confidence: 95 })).toThrow(RangeError)
})
