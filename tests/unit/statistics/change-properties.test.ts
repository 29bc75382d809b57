import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mcnemarTest } from '#app/statistics/mcnemar-test'
import { newcombeDifferenceInterval } from '#app/statistics/newcombe-difference-interval'
import { pairedDifferenceInterval } from '#app/statistics/paired-difference-interval'

const counts = fc.nat({ max: 60 })
const tables = fc.record({ a: counts, b: counts, c: counts, d: counts })
const score = ['newcombe', 'tango'] as const

test('−1 ≤ lower ≤ difference ≤ upper ≤ 1 for the paired score intervals', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(...score), (table, method) => {
      const interval = pairedDifferenceInterval(table, { method })
      if (interval === null) return
      const { lower, difference, upper } = interval
      expect(-1 <= lower && lower <= difference && difference <= upper && upper <= 1).toBe(true)
    }),
  )
})

test('exchanging before and after mirrors the interval and keeps the test', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(...score, 'bonettPrice', 'wald'), ({ a, b, c, d }, method) => {
      const there = pairedDifferenceInterval({ a, b, c, d }, { method })
      const back = pairedDifferenceInterval({ a, b: c, c: b, d }, { method })
      expect(back?.lower ?? 0).toBeCloseTo(-(there?.upper ?? 0), 12)
      for (const kind of ['midP', 'exact', 'chiSquare'] as const) {
        const { pValue } = mcnemarTest({ a, b, c, d }, { method: kind })
        expect(mcnemarTest({ a: d, b: c, c: b, d: a }, { method: kind }).pValue).toBe(pValue)
        expect(pValue > 0 && pValue <= 1).toBe(true)
      }
    }),
  )
})

test('mid-p is below exact, and both fall as a difference grows', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 60 }), (b, more) => {
      const table = { a: 1, b, c: b + more, d: 1 }
      expect(mcnemarTest(table).pValue).toBeLessThan(mcnemarTest(table, { method: 'exact' }).pValue)
      expect(mcnemarTest({ ...table, c: table.c + 1 }).pValue).toBeLessThan(mcnemarTest(table).pValue)
    }),
  )
})

test('Tango excludes 0 exactly when the chi-square test is significant', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const interval = pairedDifferenceInterval(table, { method: 'tango' })
      if (interval === null) return
      const excludesNothing = interval.lower > 1e-12 || interval.upper < -1e-12
      expect(excludesNothing).toBe(mcnemarTest(table, { method: 'chiSquare' }).pValue < 0.05)
    }),
  )
})

test('the unpaired interval is ordered, mirrored and shrinks with n', () => {
  const shares = fc.tuple(counts, counts, counts, counts)
  fc.assert(
    fc.property(shares, ([x1, more1, x2, more2]) => {
      const [n1, n2] = [x1 + more1, x2 + more2]
      const interval = newcombeDifferenceInterval(x1, n1, x2, n2)
      if (interval === null) return
      const { lower, difference, upper } = interval
      expect(-1 <= lower && lower <= difference && difference <= upper && upper <= 1).toBe(true)
      expect(newcombeDifferenceInterval(x2, n2, x1, n1)!.lower).toBeCloseTo(-upper, 12)
      const larger = newcombeDifferenceInterval(4 * x1, 4 * n1, 4 * x2, 4 * n2)!
      expect(larger.upper - larger.lower).toBeLessThan(upper - lower)
    }),
  )
})
