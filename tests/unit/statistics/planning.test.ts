import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plannedDesignEffect } from '#app/statistics/planned-design-effect'
import { precisionTable } from '#app/statistics/precision-table'
import { sampleSizePaired } from '#app/statistics/sample-size-paired'
import { sampleSizeProportion } from '#app/statistics/sample-size-proportion'
import { sampleSizeTargetTest } from '#app/statistics/sample-size-target-test'
import { sampleSizeTwoProportions } from '#app/statistics/sample-size-two-proportions'

test('worked example 6: one proportion', () => {
  expect(sampleSizeProportion({ p: 0.85, margin: 0.05 }).completes).toBe(196)
  const small = sampleSizeProportion({ p: 0.85, margin: 0.04, N: 3000 })
  expect([small.unlimited.toFixed(2), small.completes]).toEqual(['306.12', 278])
  const plan = sampleSizeProportion({ p: 0.9, margin: 0.03, N: 150000, deff: 1.5, responseRate: 0.6 })
  expect(plan).toMatchObject({ completes: 575, invites: 959 })
})

test('worked example 6: two waves, a design effect, and proving a target', () => {
  expect(sampleSizeTwoProportions({ p1: 0.7, p2: 0.76, power: 0.8 }).completes).toBe(859)
  expect(plannedDesignEffect({ clusterSize: 12, correlation: 0.04 }).toFixed(2)).toBe('1.44')
  const target = sampleSizeTargetTest({ p0: 0.8, p1: 0.84, power: 0.8 })
  expect([target.exact.toFixed(2), target.completes]).toEqual(['583.81', 584])
})

test('pairs for McNemar follow the formula', () => {
  // (1.959964·√.3 + .841621·√(.3 − .01))² / .01
  expect(sampleSizePaired({ p01: 0.1, p10: 0.2 }).exact.toFixed(2)).toBe('233.09')
  expect(sampleSizePaired({ p01: 0.1, p10: 0.2, deff: 2 }).completes).toBe(467)
})

test('unequal weights multiply the design effect', () => {
  expect(plannedDesignEffect({ clusterSize: 1 })).toBe(1)
  expect(plannedDesignEffect({ clusterSize: 11, correlation: 0.05, weightVariation: 0.5 })).toBeCloseTo(1.875, 12)
})

test('no rounding error costs a person', () => {
  const { finite } = sampleSizeProportion({ p: 0.5, margin: 0.1 })
  expect(sampleSizeProportion({ p: 0.5, margin: 0.1, deff: 300 / finite }).completes).toBe(300)
})

test('the precision table is the sample size turned round', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      fc.integer({ min: 1000, max: 1_000_000 }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      (p, margin, N, deff) => {
        const { finite } = sampleSizeProportion({ p, margin, N, deff })
        const [row] = precisionTable({ sizes: [deff * finite], rates: [p], N, deff })
        expect(row!.margin).toBeCloseTo(margin, 10)
      },
    ),
  )
})

test('the table has a row for every size and rate; a whole population has no margin', () => {
  const table = precisionTable({ sizes: [100, 400], rates: [0.5, 0.8] })
  expect(table.map(({ n, p, margin }) => [n, p, margin.toFixed(4)])).toEqual([
    [100, 0.5, '0.0980'],
    [100, 0.8, '0.0784'],
    [400, 0.5, '0.0490'],
    [400, 0.8, '0.0392'],
  ])
  expect(precisionTable({ sizes: [500], rates: [0.5], N: 500 })[0]?.margin).toBe(0)
})

test('illegal input is refused', () => {
  const plan = { p: 0.5, margin: 0.05 }
  for (const wrong of [{ p: 0 }, { p: 1 }, { margin: 0 }, { margin: 5 }, { N: 0 }, { deff: 0 }, { responseRate: 0 }]) {
    expect(() => sampleSizeProportion({ ...plan, ...wrong })).toThrow(RangeError)
  }
  for (const wrong of [{ responseRate: 60 }, { confidence: 95 }, { N: Number.NaN }]) {
    expect(() => sampleSizeProportion({ ...plan, ...wrong })).toThrow(RangeError)
  }
  expect(() => sampleSizeTwoProportions({ p1: 0.5, p2: 0.5 })).toThrow(RangeError)
  expect(() => sampleSizeTargetTest({ p0: 0.8, p1: 0.8 })).toThrow(/cannot be proved/)
  expect(() => sampleSizePaired({ p01: 0.2, p10: 0.2 })).toThrow(RangeError)
  expect(() => sampleSizePaired({ p01: 0.7, p10: 0.4 })).toThrow(RangeError)
  for (const wrong of [
    { clusterSize: 0 },
    { clusterSize: 5, correlation: 2 },
    { clusterSize: 5, weightVariation: -1 },
  ]) {
    expect(() => plannedDesignEffect(wrong)).toThrow(RangeError)
  }
  expect(() => precisionTable({ sizes: [0], rates: [0.5] })).toThrow(RangeError)
  expect(() => precisionTable({ sizes: [10], rates: [1] })).toThrow(RangeError)
})
