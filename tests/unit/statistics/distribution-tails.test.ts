import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaCdf } from '#app/statistics/beta-cdf'
import { binomialCdf } from '#app/statistics/binomial-cdf'
import { chiSquareCdf } from '#app/statistics/chi-square-cdf'
import { fCdf } from '#app/statistics/f-cdf'
import { fQuantile } from '#app/statistics/f-quantile'
import { normalCdf } from '#app/statistics/normal-cdf'
import { normalQuantile } from '#app/statistics/normal-quantile'
import { studentTCdf } from '#app/statistics/student-t-cdf'

const upper = { tail: 'upper' } as const

// Figures of R 4.2.2, by the call in the name of the test; those with a remark also stand in printed tables.

test.each([
  [2.5, 3, 20, 0.9111562480623108],
  [0.01, 7.5, 2, 3.914369860174187e-6],
  [0.001, 1, 1, 0.02012497830364413],
  [1.02, 100000, 100000, 0.9991290486055966],
])('pf(%d, %d, %d)', (x, above, below, probability) => {
  expectClose(fCdf(x, above, below), probability)
})

test.each([
  [40, 2, 60, 9.134745269349043e-12],
  [300, 12, 500, 1.591182936662996e-219],
])('pf(%d, %d, %d, lower.tail = FALSE)', (x, above, below, probability) => {
  expectClose(fCdf(x, above, below, upper), probability)
})

test.each([
  [0.95, 3, 20, 3.09839121214078], // printed tables: 3.10
  [0.975, 10, 1, 968.6274436769654], // printed tables: 968.63
  [0.001, 5, 9, 0.03670471179138248],
  [0.9999, 200, 3.5, 257.8402755769486],
  [0.05, 59, 590, 0.7089933391653314],
])('qf(%d, %d, %d)', (probability, above, below, x) => {
  expectClose(fQuantile(probability, above, below), x)
})

test.each([
  [3.841458820694124, 1, 0.95], // printed tables: 3.841
  [0.001, 10, 2.603081829703198e-19],
  [99000, 100000, 0.0124783156380828],
])('pchisq(%d, %d)', (x, df, probability) => {
  expectClose(chiSquareCdf(x, df), probability)
})

test.each([
  [13.333333333333334, 1, 0.0002607296328553166], // worked example 7: .000261
  [500, 3, 4.771672031912758e-108],
  [1300, 1, 1.130372844149274e-284],
  [2, 0.3, 0.03776368861086769],
])('pchisq(%d, %d, lower.tail = FALSE)', (x, df, probability) => {
  expectClose(chiSquareCdf(x, df, upper), probability)
})

test.each([
  [5, 30, 0.5, 0.0001624571159482005], // worked example 7: half the exact p .000324914
  [900, 1000, 0.99, 8.27477687891463e-65],
  [0, 400, 0.001, 0.6701859060067403],
  [50000, 100000, 0.5, 0.5012615631070984],
])('pbinom(%d, %d, %d)', (successes, n, p, probability) => {
  expectClose(binomialCdf(successes, n, p), probability)
})

test.each([
  [3, 5, 0.4, 0.08704], // exactly
  [120, 1000, 0.05, 1.0092112201749e-18],
])('pbinom(%d, %d, %d, lower.tail = FALSE)', (successes, n, p, probability) => {
  expectClose(binomialCdf(successes, n, p, upper), probability)
})

test.each([
  [1.96, 0.9750021048517796], // printed tables: .97500
  [0.001, 0.500398942213911],
  [-8, 6.220960574271785e-16],
  [-37, 5.725571222524577e-300],
])('pnorm(%d)', (z, probability) => {
  expectClose(normalCdf(z), probability)
  expectClose(normalCdf(-z, upper), probability)
})

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const df = fc.integer({ min: 1, max: 2000 })

test('distribution functions undo quantiles', () => {
  fc.assert(
    fc.property(probability, df, df, (p, above, below) => {
      expectClose(fCdf(fQuantile(p, above, below), above, below), p)
      expectClose(normalCdf(normalQuantile(p)), p)
    }),
  )
})

test('both tails add up to 1 and fall into each other', () => {
  fc.assert(
    fc.property(probability, df, df, (p, above, below) => {
      const x = fQuantile(p, above, below)
      expect(fCdf(x, above, below) + fCdf(x, above, below, upper)).toBeCloseTo(1, 12)
      expectClose(fCdf(1 / x, below, above, upper), fCdf(x, above, below))
      expect(chiSquareCdf(above * x, above) + chiSquareCdf(above * x, above, upper)).toBeCloseTo(1, 12)
      const successes = Math.floor(p * above)
      const [low, high] = [binomialCdf(successes, above, p), binomialCdf(successes, above, p, upper)]
      expect(low + high).toBeCloseTo(1, 12)
      expectClose(binomialCdf(above - successes - 1, above, 1 - p, upper), low)
    }),
  )
})

test('the distributions are related as the books say', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 6, noNaN: true }), df, (x, degrees) => {
      // z² is χ² on one degree of freedom, t² is F on one and df, χ² on two is exponential.
      expectClose(chiSquareCdf(x * x, 1, upper), 2 * normalCdf(-x))
      expectClose(fCdf(x * x, 1, degrees, upper), 2 * studentTCdf(-x, degrees))
      expectClose(chiSquareCdf(x, 2, upper), Math.exp(-x / 2))
      expectClose(binomialCdf(2, degrees + 2, x / 10, upper), betaCdf(x / 10, 3, degrees))
    }),
  )
})

test('the ends are certain', () => {
  expect([fCdf(0, 2, 3), fCdf(-1, 2, 3), fCdf(-1, 2, 3, upper)]).toEqual([0, 0, 1])
  expect([chiSquareCdf(-1, 2), chiSquareCdf(Number.POSITIVE_INFINITY, 2)]).toEqual([0, 1])
  expect([binomialCdf(-1, 5, 0.5), binomialCdf(5, 5, 0.5), binomialCdf(5, 5, 0.5, upper)]).toEqual([0, 1, 0])
  expect([binomialCdf(0, 5, 0), binomialCdf(4, 5, 1)]).toEqual([1, 0])
  expect([normalCdf(0), normalCdf(Number.POSITIVE_INFINITY), normalCdf(Number.NEGATIVE_INFINITY)]).toEqual([0.5, 1, 0])
})

test('illegal input is refused', () => {
  for (const degrees of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => chiSquareCdf(1, degrees)).toThrow(RangeError)
    expect(() => fCdf(1, degrees, 2)).toThrow(RangeError)
    expect(() => fQuantile(0.5, 2, degrees)).toThrow(RangeError)
  }
  for (const p of [0, 1, Number.NaN]) expect(() => fQuantile(p, 2, 3)).toThrow(RangeError)
  for (const p of [-0.1, 1.1, Number.NaN]) expect(() => binomialCdf(1, 2, p)).toThrow(RangeError)
  expect(() => binomialCdf(1.5, 2, 0.5)).toThrow(RangeError)
  expect(() => binomialCdf(0, -1, 0.5)).toThrow(RangeError)
  for (const cdf of [normalCdf, (x: number) => chiSquareCdf(x, 1), (x: number) => fCdf(x, 1, 1)]) {
    expect(() => cdf(Number.NaN)).toThrow(RangeError)
  }
})

/** Relative error at most 1e-10. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected))
}
