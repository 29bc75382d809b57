import { expect, test } from 'vitest'
import { clopperPearsonInterval } from '#app/statistics/clopper-pearson-interval'
import { logitInterval } from '#app/statistics/logit-interval'
import { wilsonInterval } from '#app/statistics/wilson-interval'
import { randomNumbers, wholeNumber } from './random-numbers'

const bothMethods = [wilsonInterval, clopperPearsonInterval]

test.each([
  [170, 200, '0.793944', '0.892864', '0.792841', '0.896450'],
  [40, 40, '0.912378', '1.000000', '0.911903', '1.000000'],
  [0, 25, '0.000000', '0.133192', '0.000000', '0.137185'],
])('worked example 2: %d of %d', (successes, n, wilsonLower, wilsonUpper, exactLower, exactUpper) => {
  const wilson = wilsonInterval(successes, n)
  const exact = clopperPearsonInterval(successes, n)
  expect([wilson?.lower.toFixed(6), wilson?.upper.toFixed(6)]).toEqual([wilsonLower, wilsonUpper])
  expect([exact?.lower.toFixed(6), exact?.upper.toFixed(6)]).toEqual([exactLower, exactUpper])
})

test('worked example 2: one-sided Wilson lower bound', () => {
  expect(wilsonInterval(170, 200, { sides: 1 })?.lower.toFixed(6)).toBe('0.803812')
})

test.each([
  [356, 'lower', '0.861600'],
  [346, 'lower', '0.834431'],
  [332, 'upper', '0.858652'],
  [315, 'upper', '0.819154'],
] as const)('worked example 9: %d of 400, one-sided Wilson %s bound', (successes, end, bound) => {
  expect(wilsonInterval(successes, 400, { sides: 1 })?.[end].toFixed(6)).toBe(bound)
})

test('worked example 3: logit-t on three degrees of freedom', () => {
  const interval = logitInterval(0.61875, 0.136635, 3)
  // The printed standard error has six digits, so its interval is checked to five.
  expect(interval?.lower).toBeCloseTo(0.204392, 5)
  expect(interval?.upper).toBeCloseTo(0.911134, 5)
})

test('a one-sided 95 percent bound is a limit of the two-sided 90 percent interval', () => {
  for (const interval of bothMethods) {
    const bound = interval(17, 20, { sides: 1 })
    const two = interval(17, 20, { confidence: 0.9 })
    expect(bound?.lower).toBeCloseTo(two!.lower, 12)
    expect(bound?.upper).toBeCloseTo(two!.upper, 12)
  }
})

test('Clopper-Pearson at the ends has a closed form', () => {
  expect(clopperPearsonInterval(0, 25)?.upper).toBeCloseTo(1 - 0.025 ** (1 / 25), 12)
  expect(clopperPearsonInterval(40, 40)?.lower).toBeCloseTo(0.025 ** (1 / 40), 12)
})

test('nobody asked gives no interval', () => {
  for (const interval of bothMethods) expect(interval(0, 0)).toBeNull()
})

test('one person gives a wide interval', () => {
  for (const interval of bothMethods) {
    expect(interval(1, 1)).toMatchObject({ upper: 1 })
    expect(interval(1, 1)!.lower).toBeLessThan(0.21)
    expect(interval(0, 1)!.upper).toBeCloseTo(1 - interval(1, 1)!.lower, 12)
  }
})

test('random cases: ordered, inside [0, 1] and mirrored', () => {
  const random = randomNumbers(7)
  for (let round = 0; round < 300; round += 1) {
    const n = wholeNumber(random, 1, 500)
    const successes = wholeNumber(random, 0, n)
    for (const method of bothMethods) {
      const { lower, upper } = method(successes, n)!
      const mirrored = method(n - successes, n)!
      expect(0 <= lower && lower <= successes / n && successes / n <= upper && upper <= 1).toBe(true)
      expect(mirrored.lower).toBeCloseTo(1 - upper, 12)
    }
  }
})

test('intervals shrink with n and grow with confidence', () => {
  const random = randomNumbers(8)
  for (let round = 0; round < 100; round += 1) {
    const n = wholeNumber(random, 1, 200)
    const successes = wholeNumber(random, 0, n)
    for (const method of bothMethods) {
      expect(width(method(2 * successes, 2 * n))).toBeLessThan(width(method(successes, n)))
      expect(width(method(successes, n, { confidence: 0.99 }))).toBeGreaterThan(width(method(successes, n)))
    }
  }
})

test('logit limits hold the rate, stay inside [0, 1] and never widen with precision or degrees of freedom', () => {
  const random = randomNumbers(9)
  for (let round = 0; round < 300; round += 1) {
    const p = 0.001 + 0.998 * random()
    const se = 0.001 + 0.2 * random()
    const df = wholeNumber(random, 1, 60)
    const { lower, upper } = logitInterval(p, se, df)!
    expect(0 <= lower && lower <= p && p <= upper && upper <= 1).toBe(true)
    expect(width(logitInterval(p, se / 2, df))).toBeLessThanOrEqual(upper - lower)
    expect(width(logitInterval(p, se, df + 1))).toBeLessThanOrEqual(upper - lower)
  }
})

test.each([
  ['rate 0', 0, 0.1, 9],
  ['rate 1', 1, 0.1, 9],
  ['no variation', 0.5, 0, 9],
  ['no degrees of freedom', 0.5, 0.1, 0],
])('logit interval is not estimable with %s', (_, p, se, df) => {
  expect(logitInterval(p, se, df)).toBeNull()
})

test('fractional effective counts are legal', () => {
  expect(wilsonInterval(7.8, 12.6)?.lower).toBeLessThan(7.8 / 12.6)
  expect(clopperPearsonInterval(7.8, 12.6)?.upper).toBeGreaterThan(7.8 / 12.6)
})

test('illegal input is refused', () => {
  for (const method of bothMethods) {
    for (const [successes, n] of [
      [-1, 5],
      [6, 5],
      [0, -1],
      [Number.NaN, 5],
      [0, Number.POSITIVE_INFINITY],
    ] as const) {
      expect(() => method(successes, n)).toThrow(RangeError)
    }
    expect(() => method(1, 2, { sides: 1, confidence: 0.4 })).toThrow(RangeError)
    for (const confidence of [0, 1, 95, Number.NaN]) expect(() => method(0, 0, { confidence })).toThrow(RangeError)
  }
  for (const [p, se, df] of [
    [1.1, 0.1, 5],
    [0.5, -0.1, 5],
    [0.5, Number.NaN, 5],
    [0.5, 0.1, -1],
  ] as const) {
    expect(() => logitInterval(p, se, df)).toThrow(RangeError)
  }
})

function width(interval: { lower: number; upper: number } | null): number {
  return interval!.upper - interval!.lower
}
