import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kornGraubardInterval } from '#app/statistics/korn-graubard-interval'
import { reliabilityFlag } from '#app/statistics/reliability-flag'
import { targetVerdict, type VerdictInput } from '#app/statistics/target-verdict'

const binary = (successes: number, n: number): VerdictInput => ({ value: successes / n, n, method: 'wilson' })

describe('worked example 9: T = 85 %, n = 400', () => {
  test.each([
    [356, 'met', 'lower', '0.861600'],
    [346, 'above_but_not_proven', 'lower', '0.834431'],
    [332, 'below_but_not_excluded', 'upper', '0.858652'],
    [315, 'not_met', 'upper', '0.819154'],
  ] as const)('%d right: %s', (successes, expected, end, bound) => {
    const verdict = targetVerdict(binary(successes, 400), { target: 0.85 })
    expect(verdict).toMatchObject({ verdict: expected, reason: null, method: 'wilson', n: 400, alpha: 0.05 })
    expect(verdict[end]?.toFixed(6)).toBe(bound)
  })
})

const overall: VerdictInput = { value: 0.83, se: 0.0171, df: 22, n: 412, tier: 'P' }

// R 4.2.2: pt() and qt() on the logit scale; pbeta() and qbeta() with n* = p(1-p)/se^2*(qt(.95, 411)/qt(.95, 22))^2.
test.each([
  ['logitT', 0.798593279334364, 0.857383866552341, 0.0571141052944627],
  ['kornGraubard', 0.797961348381982, 0.858723745193862, 0.0618312088643046],
] as const)('%s bounds and p-value against R', (method, lower, upper, pValue) => {
  const verdict = targetVerdict({ ...overall, interval: { method } }, { target: 0.8 })
  expect(verdict).toMatchObject({ verdict: 'above_but_not_proven', method })
  expect(verdict.lower).toBeCloseTo(lower, 10)
  expect(verdict.upper).toBeCloseTo(upper, 10)
  expect(verdict.pValue).toBeCloseTo(pValue, 10)
})

test('Korn-Graubard bounds are the limits of the two-sided 90 percent interval', () => {
  const verdict = targetVerdict({ ...overall, method: 'kornGraubard' }, { target: 0.8 })
  const interval = kornGraubardInterval(0.83, 0.0171, 412, 22, { confidence: 0.9 })!
  expect(verdict.lower).toBeCloseTo(interval.lower, 12)
  expect(verdict.upper).toBeCloseTo(interval.upper, 12)
})

test('Wilson p-values against R', () => {
  expect(targetVerdict(binary(356, 400), { target: 0.85 }).pValue).toBeCloseTo(0.0125309221719418, 12)
  expect(targetVerdict(binary(315, 400), { target: 0.85 }).pValue).toBeCloseTo(0.999767981233962, 12)
})

test('everybody right is judged by Clopper-Pearson with the persons that the design is worth', () => {
  const all: VerdictInput = { value: 1, se: 0, df: 20, n: 60, method: 'kornGraubard' }
  const verdict = targetVerdict(all, { target: 0.8 })
  expect(verdict).toMatchObject({ verdict: 'met', method: 'clopperPearson', upper: 1 })
  expect(verdict.lower).toBeCloseTo(0.05 ** (1 / 60), 12)
  expect(verdict.pValue).toBeCloseTo(0.8 ** 60, 16)
  const clustered = targetVerdict({ ...all, deff: 6 }, { target: 0.8 })
  expect(clustered.verdict).toBe('above_but_not_proven')
  expect(clustered.lower).toBeCloseTo(0.05 ** (1 / 10), 12)
  expect(targetVerdict({ ...all, value: 0 }, { target: 0.8 })).toMatchObject({
    verdict: 'not_met',
    lower: 0,
    pValue: 1,
  })
})

test('a target of 100 percent can be missed, never proven', () => {
  expect(targetVerdict(binary(40, 40), { target: 1 })).toMatchObject({ verdict: 'above_but_not_proven', pValue: 1 })
  expect(targetVerdict(binary(30, 40), { target: 1 }).verdict).toBe('not_met')
  expect(targetVerdict({ ...overall, method: 'logitT' }, { target: 1 })).toMatchObject({
    verdict: 'not_met',
    pValue: 1,
  })
})

test('an estimate equal to the target but for its last digit is not below it', () => {
  const value = 0.1 + 0.2 + 0.55 - 1e-16
  expect(targetVerdict({ value, n: 400, method: 'wilson' }, { target: 0.85 }).verdict).toBe('above_but_not_proven')
})

test.each([
  ['nobody asked', { value: null, n: 0, method: 'wilson' }, 'noData'],
  ['self-selected respondents', { ...overall, method: 'logitT', tier: 'Q' }, 'notASample'],
  ['learners', { ...overall, method: 'logitT', tier: 'L' }, 'notASample'],
  ['an estimate without an interval', { ...overall, interval: null }, 'noInterval'],
  ['no standard error', { value: 0.9, se: null, df: null, n: 1, method: 'logitT' }, 'noInterval'],
  ['no degrees of freedom', { value: 0.9, se: 0.1, df: 0, n: 9, method: 'kornGraubard' }, 'noInterval'],
] as const)('withheld: %s', (_, estimate, reason) => {
  const verdict = targetVerdict(estimate, { target: 0.85 })
  expect(verdict).toMatchObject({ verdict: 'withheld', reason, lower: null, upper: null, pValue: null, method: null })
})

test('a census is compared plainly', () => {
  expect(targetVerdict({ value: 1, n: 12, tier: 'census' }, { target: 1 })).toMatchObject({
    verdict: 'met',
    lower: null,
  })
  expect(targetVerdict({ value: 0.84, n: 12, tier: 'census' }, { target: 0.85 }).verdict).toBe('not_met')
})

test('bounds hold the estimate, verdicts follow from them, and p ≤ alpha exactly when met', () => {
  const estimates = fc.record({
    value: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    se: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
    df: fc.integer({ min: 1, max: 60 }),
    n: fc.integer({ min: 2, max: 900 }),
    method: fc.constantFrom('wilson', 'logitT', 'kornGraubard', 'clopperPearson'),
  })
  const targets = fc.double({ min: 0.05, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(estimates, targets, (estimate, target) => {
      const { verdict, lower, upper, pValue } = targetVerdict(estimate, { target })
      expect(0 <= lower! && lower! <= estimate.value && estimate.value <= upper! && upper! <= 1).toBe(true)
      expect(pValue! >= 0 && pValue! <= 1).toBe(true)
      if (Math.abs(lower! - target) > 1e-9) expect(verdict === 'met').toBe(pValue! <= 0.05)
      expect(verdict === 'not_met').toBe(upper! < target)
    }),
  )
})

// R 4.2.2: qbeta() with n* = min(120, .3*.7/.05^2*(qt(.975, 119)/qt(.975, 14))^2).
test('reliability by the width of the Korn-Graubard interval, against R', () => {
  const reliability = reliabilityFlag({ value: 0.3, n: 120, se: 0.05, df: 14 })
  expect(reliability.width).toBeCloseTo(0.2225173084762, 10)
  expect(reliability).toMatchObject({ isReliable: true, reasons: [], flags: [] })
})

test.each([
  ['29 persons', { value: 0.5, n: 29, se: 0.02, df: 28 }, ['fewRespondents', 'wideInterval']],
  ['300 persons worth 29', { value: 0.5, n: 300, se: 0.02, df: 200, nEff: 29 }, ['fewRespondents']],
  [
    '300 persons with a design effect of 11',
    { value: 0.5, n: 300, se: 0.02, df: 200, nEff: 40, deff: 11 },
    ['fewRespondents'],
  ],
  ['a wide interval', { value: 0.5, n: 200, se: 0.08, df: 60 }, ['wideInterval']],
  ['wide for a small share', { value: 0.04, n: 200, se: 0.015, df: 199 }, ['relativelyWide']],
  ['wide for a small complement', { value: 0.96, n: 200, se: 0.015, df: 199 }, ['relativelyWide']],
  ['nobody asked', { value: null, n: 0, se: null, df: null }, ['notEstimable']],
])('not reliable: %s', (_, estimate, reasons) => {
  expect(reliabilityFlag(estimate)).toMatchObject({ isReliable: false, reasons })
})

test('few degrees of freedom are flagged, not withheld; a narrow interval at the end is reliable', () => {
  const few = reliabilityFlag({ value: 0.5, n: 900, se: 0.02, df: 7 })
  expect(few).toMatchObject({ isReliable: true, flags: ['fewDegreesOfFreedom'] })
  expect(reliabilityFlag({ value: 1, n: 400, se: 0, df: 399 }).isReliable).toBe(true)
  expect(reliabilityFlag({ value: 1, n: 40, se: 0, df: 39 }).reasons).toEqual(['relativelyWide'])
})

test('illegal input is refused', () => {
  for (const target of [0, 85, Number.NaN]) expect(() => targetVerdict(overall, { target })).toThrow(RangeError)
  for (const alpha of [0, 0.5, 95]) expect(() => targetVerdict(overall, { target: 0.8, alpha })).toThrow(RangeError)
  expect(() => targetVerdict({ ...overall, value: 1.2 }, { target: 0.8 })).toThrow(RangeError)
  expect(() => targetVerdict({ ...overall, n: -1 }, { target: 0.8 })).toThrow(RangeError)
  expect(() => targetVerdict({ ...overall, se: -1, method: 'logitT' }, { target: 0.8 })).toThrow(RangeError)
  expect(() => targetVerdict({ ...overall, se: -1, method: 'kornGraubard' }, { target: 0.8 })).toThrow(RangeError)
  expect(() => reliabilityFlag({ value: 0.5, n: 50, se: -1, df: 49 })).toThrow(RangeError)
  expect(() => reliabilityFlag({ value: 1.5, n: 50, se: 0.1, df: 49 })).toThrow(RangeError)
})
