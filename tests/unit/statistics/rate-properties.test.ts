import { expect, test } from 'vitest'
import { allCorrectRate } from '#app/statistics/all-correct-rate'
import type { Estimate } from '#app/statistics/estimate'
import { itemRates } from '#app/statistics/item-rates'
import { masteryRate } from '#app/statistics/mastery-rate'
import { overallRate } from '#app/statistics/overall-rate'
import type { RespondentRow } from '#app/statistics/respondent-row'
import { randomNumbers, wholeNumber } from './random-numbers'

const samples = Array.from({ length: 200 }, (_, index) => sample(randomNumbers(index + 1)))

test('0 ≤ lower ≤ value ≤ upper ≤ 1 for every rate of random samples', () => {
  for (const rows of samples) for (const estimate of allRates(rows)) expectOrder(estimate)
})

test('n and exclusions add up to the rows', () => {
  for (const rows of samples) {
    for (const { n, excluded } of allRates(rows)) {
      expect(n + excluded.notAdministered + excluded.brokenOff + excluded.incomplete).toBe(rows.length)
    }
  }
})

test('no figure is ever NaN', () => {
  for (const rows of samples) expect(JSON.stringify(allRates(rows), markNaN)).not.toContain('NaN')
})

test('the order of persons changes nothing that is counted', () => {
  for (const rows of samples) {
    expect(masteryRate(rows.toReversed())).toEqual(masteryRate(rows))
    expect(itemRates(rows.toReversed())).toEqual(itemRates(rows))
  }
})

test('mastery falls as the cut rises, down to all correct', () => {
  for (const rows of samples) {
    const values = [60, 80, 90, 100].map((cut) => masteryRate(rows, { cut }).value ?? 0)
    expect(values).toEqual(values.toSorted((one, other) => other - one))
    expect(values.at(-1)).toBe(allCorrectRate(rows).value ?? 0)
  }
})

test('four times the same persons narrow the interval', () => {
  for (const rows of samples) {
    const once = overallRate(rows)
    const often = overallRate([...rows, ...rows, ...rows, ...rows])
    if (once.interval && often.interval) expect(width(often)).toBeLessThan(width(once))
    expect(often.value ?? 0).toBeCloseTo(once.value ?? 0, 12)
  }
})

function sample(random: () => number): RespondentRow[] {
  const items = wholeNumber(random, 1, 6)
  const ease = random()
  return Array.from({ length: wholeNumber(random, 0, 40) }, () => ({
    scores: Array.from({ length: items }, () => (random() < 0.1 ? null : Number(random() < ease))),
    excluded: random() < 0.05 ? 'brokenOff' : null,
  }))
}

function allRates(rows: RespondentRow[]): Estimate[] {
  return [overallRate(rows), masteryRate(rows), allCorrectRate(rows), ...itemRates(rows)]
}

function expectOrder({ value, interval }: Estimate): void {
  if (value === null || interval === null) return
  const { lower, upper } = interval
  expect(0 <= lower && lower <= value && value <= upper && upper <= 1).toBe(true)
  expect(upper).toBeGreaterThan(lower)
}

function width({ interval }: Estimate): number {
  return interval!.upper - interval!.lower
}

function markNaN(_: string, value: unknown): unknown {
  return Number.isNaN(value) ? 'NaN' : value
}
