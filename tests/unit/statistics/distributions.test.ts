import { expect, test } from 'vitest'
import { betaCdf } from '#app/statistics/beta-cdf'
import { betaQuantile } from '#app/statistics/beta-quantile'
import { normalQuantile } from '#app/statistics/normal-quantile'
import { stirlingError } from '#app/statistics/stirling-error'
import { studentTCdf } from '#app/statistics/student-t-cdf'
import { studentTQuantile } from '#app/statistics/student-t-quantile'
import { randomNumbers, wholeNumber } from './random-numbers'

// Long values were computed with mpmath 1.3 at 50 digits or more; those with a source agree with what is printed there.

test.each([
  [0.25, -0.6744897501960817], // Wichura (1988), check value
  [0.001, -3.090232306167814], // Wichura (1988), check value
  [1e-20, -9.26234008979841], // Wichura (1988), check value
  [1e-300, -37.0470962993612],
  [1e-6, -4.753424308822899],
  [0.1, -1.2815515655446004],
  [0.425, -0.18911842627279252],
  [0.7, 0.5244005127080407],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
  [0.9999, 3.7190164854557084],
])('normal quantile of %d', (probability, z) => {
  expectClose(normalQuantile(probability), z)
})

test.each([
  [0.975, 1, 12.706204736432095], // printed tables: 12.706
  [0.975, 2, 4.302652729696142], // printed tables: 4.303
  [0.975, 5, 2.5705818356363146], // printed tables: 2.571
  [0.975, 10, 2.2281388519862744], // printed tables: 2.228
  [0.95, 30, 1.6972608865939574], // printed tables: 1.697
  [0.995, 120, 2.617421145106866], // printed tables: 2.617
  [0.9995, 1000, 3.300282648423944], // printed tables: 3.300
  [0.975, 99, 1.9842169515864172],
  [0.025, 3, -3.1824463052837095],
  [0.001, 4, -7.1731822197823085],
  [0.3, 7.5, -0.5474128775812612],
  [1e-12, 3, -10331.108244292485],
  [0.975, 100000, 1.9599877075346093],
])('Student t quantile of %d on %d degrees of freedom', (probability, df, t) => {
  expectClose(studentTQuantile(probability, df), t)
})

test.each([
  [0.5, 2, 0.6666666666666666],
  [6, 3, 0.9953636425538577],
  [-3.1, 5, 0.013426592095017599],
  [-1000, 7.5, 8.519493651937289e-21],
  [-1, 30, 0.16265430771301495],
  [-10, 120, 8.569720587680508e-18],
  [0.01, 100000, 0.5039893463405885],
])('Student t distribution function at %d on %d degrees of freedom', (t, df, probability) => {
  expectClose(studentTCdf(t, df), probability)
})

test.each([
  [0.5, 2, 3, 0.38572756813238956],
  [0.025, 170, 31, 0.7928412963314493],
  [0.975, 171, 30, 0.8964504764781374],
  [0.005, 0.2, 3, 7.797948553893329e-13],
  [0.3, 3, 0.3, 0.9082755247375398],
  [1e-10, 7.3, 2.1, 0.03131785021453678],
  [0.995, 500, 500, 0.5406701019711997],
  [0.05, 3000, 12, 0.9939602385769682],
  [0.025, 90000, 10000, 0.8981330625227059],
  [0.975, 100000, 3, 0.9999938133597748],
])('beta quantile of %d for shapes %d and %d', (probability, a, b, x) => {
  expectClose(betaQuantile(probability, a, b), x)
})

test.each([
  [0.5, 2, 3, 0.6875],
  [0.001, 0.2, 3, 0.3314585160989153],
  [0.9, 3, 0.3, 0.28432968974193656],
  [0.77, 170, 31, 0.0033509677118598404],
  [0.1, 7.3, 2.1, 4.467707218661708e-7],
  [0.3, 500, 500, 4.326513207169085e-40],
  [0.97, 3000, 12, 1.8808154296093967e-26],
  [0.9, 90000, 10000, 0.498878605643062],
])('beta distribution function at %d for shapes %d and %d', (x, a, b, probability) => {
  expectClose(betaCdf(x, a, b), probability)
})

test('t has closed forms on one and two degrees of freedom', () => {
  for (const probability of [0.01, 0.2, 0.6, 0.975, 0.9999]) {
    expectClose(studentTQuantile(probability, 1), Math.tan(Math.PI * (probability - 0.5)))
    const spread = 4 * probability * (1 - probability)
    expectClose(studentTQuantile(probability, 2), 2 * (probability - 0.5) * Math.sqrt(2 / spread))
  }
})

test('beta has closed forms for shapes 1 and one half', () => {
  for (const x of [0.001, 0.2, 0.5, 0.93]) {
    expectClose(betaCdf(x, 1, 7), 1 - (1 - x) ** 7)
    expectClose(betaCdf(x, 7, 1), x ** 7)
    expectClose(betaCdf(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)))
  }
})

test('the beta distribution function is a binomial tail', () => {
  // P(X ≥ 3) for X ~ binomial(5, 0.4) = 0.31744, exactly.
  expectClose(betaCdf(0.4, 3, 3), 0.31744)
})

test('Stirling error gives known factorials', () => {
  const logFactorial = (x: number) => stirlingError(x) + (x + 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2
  expectClose(logFactorial(5), Math.log(120))
  expectClose(logFactorial(0.5), Math.log(Math.sqrt(Math.PI) / 2))
  expectClose(logFactorial(20), Math.log(2432902008176640000))
})

test('quantiles undo distribution functions, mirror, and rise', () => {
  const random = randomNumbers(11)
  for (let round = 0; round < 300; round += 1) {
    const probability = 0.001 + 0.998 * random()
    const [a, b, df] = [0.5 + 300 * random(), 0.5 + 300 * random(), wholeNumber(random, 1, 500)]
    expectClose(betaCdf(betaQuantile(probability, a, b), a, b), probability)
    expectClose(betaQuantile(probability, a, b), 1 - betaQuantile(1 - probability, b, a))
    expectClose(studentTCdf(studentTQuantile(probability, df), df), probability)
    expectClose(studentTQuantile(probability, df), -studentTQuantile(1 - probability, df))
    expectClose(normalQuantile(probability), -normalQuantile(1 - probability))
    expect(betaQuantile(probability + 0.0005, a, b)).toBeGreaterThan(betaQuantile(probability, a, b))
  }
})

test('t approaches the normal', () => {
  expect(studentTQuantile(0.975, 1e9)).toBeCloseTo(normalQuantile(0.975), 8)
})

test('medians are exact', () => {
  expect(normalQuantile(0.5)).toBe(0)
  expect(studentTQuantile(0.5, 4)).toBe(0)
  expect(studentTCdf(0, 4)).toBe(0.5)
})

test('the ends of [0, 1] have beta probability 0 and 1', () => {
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3)]).toEqual([0, 1])
})

test('illegal input is refused', () => {
  for (const probability of [0, 1, -0.1, 1.1, Number.NaN]) {
    expect(() => normalQuantile(probability)).toThrow(RangeError)
    expect(() => studentTQuantile(probability, 5)).toThrow(RangeError)
    expect(() => betaQuantile(probability, 2, 3)).toThrow(RangeError)
  }
  for (const df of [0, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => studentTQuantile(0.9, df)).toThrow(RangeError)
    expect(() => studentTCdf(1, df)).toThrow(RangeError)
  }
  for (const shape of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => betaCdf(0.5, shape, 1)).toThrow(RangeError)
    expect(() => betaQuantile(0.5, 1, shape)).toThrow(RangeError)
  }
  expect(() => betaCdf(1.1, 1, 1)).toThrow(RangeError)
  expect(() => studentTCdf(Number.NaN, 5)).toThrow(RangeError)
})

/** Relative error at most 1e-10. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected))
}
