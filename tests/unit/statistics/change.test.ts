import { describe, expect, test } from 'vitest'
import { clusteredPairedDifference } from '#app/statistics/clustered-paired-difference'
import { cochranArmitageTest } from '#app/statistics/cochran-armitage-test'
import { mcnemarTest } from '#app/statistics/mcnemar-test'
import { newcombeDifferenceInterval } from '#app/statistics/newcombe-difference-interval'
import { pairedDifferenceInterval } from '#app/statistics/paired-difference-interval'
import { pairedMeanDifference } from '#app/statistics/paired-mean-difference'
import { trendSlope } from '#app/statistics/trend-slope'
import { waveDifference } from '#app/statistics/wave-difference'

const trained = { a: 60, b: 5, c: 25, d: 10 }
const none = { a: 0, b: 0, c: 0, d: 0 }
const methods = ['newcombe', 'tango', 'bonettPrice', 'wald'] as const

describe('worked example 7: paired', () => {
  test('tests', () => {
    const { statistic, df, pValue } = mcnemarTest(trained, { method: 'chiSquare' })
    expect([statistic?.toFixed(4), df, pValue.toFixed(6)]).toEqual(['13.3333', 1, '0.000261'])
    expect(mcnemarTest(trained, { method: 'exact' }).pValue.toFixed(9)).toBe('0.000324914')
    expect(mcnemarTest(trained)).toMatchObject({ method: 'midP', statistic: null, df: null, discordant: 30, n: 100 })
    expect(mcnemarTest(trained).pValue.toFixed(9)).toBe('0.000192195')
  })

  test.each([
    ['newcombe', '0.096322', '0.299851'],
    ['tango', '0.099613', '0.303484'],
    ['bonettPrice', '0.094258', '0.297899'],
    ['wald', '0.100061', '0.299939'],
  ] as const)('%s interval', (method, lower, upper) => {
    const interval = pairedDifferenceInterval(trained, { method })!
    expect([interval.lower.toFixed(6), interval.upper.toFixed(6)]).toEqual([lower, upper])
    expect(interval).toMatchObject({ difference: 0.2, confidence: 0.95, method })
  })

  test('newcombe is the default', () => {
    expect(pairedDifferenceInterval(trained)).toEqual(pairedDifferenceInterval(trained, { method: 'newcombe' }))
  })
})

describe('worked example 8: unpaired and waves', () => {
  const waves = [
    { value: 0.7, se: 0.014 },
    { value: 0.742, se: 0.0135 },
    { value: 0.781, se: 0.0142 },
  ] as const

  test('two independent shares', () => {
    const interval = newcombeDifferenceInterval(180, 240, 150, 230)!
    expect([interval.difference, interval.lower, interval.upper].map((limit) => limit.toFixed(6))).toEqual([
      '0.097826',
      '0.015076',
      '0.179067',
    ])
  })

  test('wave to wave', () => {
    const { difference, se, interval, pValue, direction } = waveDifference(waves[1], waves[2])
    expect([difference, se].map((figure) => figure?.toFixed(6))).toEqual(['0.039000', '0.019593'])
    expect([interval?.lower.toFixed(6), interval?.upper.toFixed(6)]).toEqual(['0.000598', '0.077402'])
    expect([pValue?.toFixed(4), direction]).toEqual(['0.0465', 'up'])
  })

  test('slope over three waves', () => {
    const { slope, se } = trendSlope(waves, [1, 2, 3])
    expect([slope?.toFixed(6), se?.toFixed(6)]).toEqual(['0.040508', '0.009970'])
  })
})

// R 4.2.2: 2*pbinom(k, m, .5) capped at 1; minus dbinom (1 - .5*dbinom when b = c); mcnemar.test(correct = FALSE).
test.each([
  [3, 11, 0.057373046875, 0.03515625, 0.0325094446457196],
  [0, 6, 0.03125, 0.015625, 0.0143058784354296],
  [7, 7, 1, 0.895263671875, 1],
  [120, 171, 0.0033087986331269, 0.00277739359513802, 0.00279276296598309],
])('McNemar against R: b %d, c %d', (b, c, exact, midP, chiSquare) => {
  const table = { a: 9, b, c, d: 4 }
  expect(mcnemarTest(table, { method: 'exact' }).pValue / exact).toBeCloseTo(1, 10)
  expect(mcnemarTest(table).pValue / midP).toBeCloseTo(1, 10)
  expect(mcnemarTest(table, { method: 'chiSquare' }).pValue / chiSquare).toBeCloseTo(1, 10)
})

// R 4.2.2: uniroot(tol = 1e-15) on Tango's statistic.
test.each([
  [5, 25, 100, -0.0996129055306402, -0.3034840242924717],
  [11, 3, 40, 0.3753038021474177, 0.0184362621449555],
  [0, 6, 21, -0.0868926899537682, -0.4995638071608558],
  [2, 2, 9, 0.427397680237015, -0.427397680237015],
])('Tango against R: b %d, c %d of %d, before and after exchanged', (b, c, n, upper, lower) => {
  const interval = pairedDifferenceInterval({ a: n - b - c, b: c, c: b, d: 0 }, { method: 'tango' })!
  expect(interval.lower).toBeCloseTo(lower, 12)
  expect(interval.upper).toBeCloseTo(upper, 12)
})

// R 4.2.2: the formula of section 7 with prop.test(correct = FALSE)$conf.int for the Wilson limits.
test.each([
  [1, 7, 1, 12, -0.5069202266861409, -0.0255591241648599],
  [12, 9, 11, 8, -0.16207371192369, 0.255913743524331],
  [2, 9, 14, 1, -0.162113020290326, 0.500250207834906],
  [0, 0, 5, 0, 0.385549005690344, 1],
])('Newcombe paired against R: %d %d %d %d', (a, b, c, d, lower, upper) => {
  const interval = pairedDifferenceInterval({ a, b, c, d })!
  expect(interval.lower).toBeCloseTo(lower, 12)
  expect(interval.upper).toBeCloseTo(upper, 12)
})

test('Newcombe unpaired against R', () => {
  const interval = newcombeDifferenceInterval(56, 70, 48, 80)!
  expect(interval.lower).toBeCloseTo(0.0524314724023649, 12)
  expect(interval.upper).toBeCloseTo(0.3338726540369058, 12)
})

// R 4.2.2: prop.trend.test(c(15, 10, 5, 30), c(30, 30, 30, 70)); prop.trend.test(…, c(2022, 2024, 2025)).
test('Cochran-Armitage against R', () => {
  const fell = cochranArmitageTest([
    { successes: 15, n: 30 },
    { successes: 10, n: 30 },
    { successes: 5, n: 30 },
    { successes: 30, n: 70 },
  ])
  expect(fell.statistic).toBeCloseTo(0.122605363984675, 12)
  expect(fell.pValue).toBeCloseTo(0.726225762565478, 12)
  const rose = [140, 168, 189].map((successes, wave) => ({ successes, n: [200, 226, 242][wave]! }))
  expect(cochranArmitageTest(rose, [2022, 2024, 2025])).toMatchObject({ df: 1, flags: [] })
  expect(cochranArmitageTest(rose, [2022, 2024, 2025]).statistic).toBeCloseTo(3.68511633662588, 10)
  expect(cochranArmitageTest(rose, [2022, 2024, 2025]).z).toBeGreaterThan(0)
})

// R 4.2.2: weighted least squares with weights 1/se², variance solve(X'WX).
test('slope over unequal times against R', () => {
  const waves = [0.61, 0.66, 0.64, 0.73].map((value, wave) => ({ value, se: [0.021, 0.018, 0.03, 0.016][wave]! }))
  const { slope, se, direction } = trendSlope(waves, [2022, 2023, 2024.5, 2026])
  expect(slope).toBeCloseTo(0.0268730522521166, 12)
  expect(se).toBeCloseTo(0.0059755281238614, 12)
  expect(direction).toBe('up')
})

const before = [0.4, 0.6, 0.2, 0.8, 0.5, 0.6, 0.3, 0.7, 0.9]
const after = [0.7, 0.6, 0.5, 0.9, 0.8, 0.5, 0.6, 0.8, 0.9]
const pairs = before.map((pre, person) => ({ pre, post: after[person]!, session: [...'aaabbcccd'][person]! }))

// R 4.2.2: t.test(post, pre, paired = TRUE).
test('paired t against R, incomplete pairs apart', () => {
  const change = pairedMeanDifference([...pairs, { pre: 0.5, post: null }, { pre: null, post: null }])
  expect(change).toMatchObject({ df: 8, n: 9, lost: 2, direction: 'up', flags: [] })
  expect(change.statistic).toBeCloseTo(2.72554057547699, 12)
  expect(change.pValue).toBeCloseTo(0.0260246874079101, 12)
  expect(change.interval?.lower).toBeCloseTo(0.0222340142666202, 12)
  expect(change.interval?.upper).toBeCloseTo(0.2666548746222687, 12)
})

// R 4.2.2, survey 4.1: svymean(~D, svydesign(ids = ~session)), confint(df = 3).
test('sessions as clusters against R', () => {
  const change = clusteredPairedDifference([...pairs, { pre: null, post: 1, session: 'e' }])
  expect(change).toMatchObject({ df: 3, n: 9, lost: 1, sessions: 4, flags: ['fewDegreesOfFreedom'] })
  expect(change.se).toBeCloseTo(0.0360076425583989, 12)
  expect(change.interval?.lower).toBeCloseTo(0.0298520554224914, 12)
  expect(change.interval?.upper).toBeCloseTo(0.2590368334663975, 12)
  expect(change.pValue).toBeCloseTo(0.027798822971363, 12)
})

test('every person a session gives the paired t', () => {
  const alone = clusteredPairedDifference(pairs.map((pair, person) => ({ ...pair, session: `${person}` })))
  expect(alone.se).toBeCloseTo(pairedMeanDifference(pairs).se!, 14)
})

test('a panel has a smaller error of the change than two samples', () => {
  const [one, two] = [
    { value: 0.6, se: 0.02 },
    { value: 0.61, se: 0.02 },
  ] as const
  expect(waveDifference(one, two, { covariance: 0.0003 }).se).toBeCloseTo(Math.sqrt(0.0002), 14)
  expect(waveDifference(one, two, { covariance: 0.02 * 0.02 })).toMatchObject({ se: 0, flags: ['noVariation'] })
  expect(waveDifference(one, two).direction).toBe('unclear')
  expect(waveDifference({ value: 0.8, se: 0.02 }, one).direction).toBe('down')
})

test('nothing changed', () => {
  expect(mcnemarTest({ ...none, a: 5 })).toMatchObject({ pValue: 1, discordant: 0 })
  expect(mcnemarTest(none, { method: 'chiSquare' })).toMatchObject({ pValue: 1, statistic: 0, n: 0 })
  const constant = [0.2, 0.5, 0.6].map((pre) => ({ pre, post: pre, session: `${pre}` }))
  for (const change of [pairedMeanDifference(constant), clusteredPairedDifference(constant)])
    expect(change).toMatchObject({ difference: 0, se: 0, pValue: null, interval: null, direction: 'unclear' })
  expect(pairedMeanDifference(constant).flags).toContain('noVariation')
})

test('what cannot be estimated is null with a flag', () => {
  for (const method of methods) expect(pairedDifferenceInterval(none, { method })).toBeNull()
  expect(newcombeDifferenceInterval(0, 0, 1, 2)).toBeNull()
  expect(pairedMeanDifference([])).toMatchObject({
    difference: null,
    se: null,
    df: null,
    n: 0,
    flags: ['notEstimable'],
  })
  expect(pairedMeanDifference([{ pre: 0, post: 1 }])).toMatchObject({ difference: 1, se: null, pValue: null })
  expect(clusteredPairedDifference([])).toMatchObject({ difference: null, sessions: 0 })
  expect(clusteredPairedDifference([{ pre: 0, post: 1, session: 'a' }]).flags).toContain('notEstimable')
  expect(waveDifference({ value: null, se: null }, { value: 0.5, se: 0.1 }).flags).toEqual(['notEstimable'])
  const known = { value: 0.5, se: 0.1 }
  expect(trendSlope([known, known], [1, 1])).toMatchObject({ slope: null, flags: ['notEstimable'] })
  expect(trendSlope([known, { value: 0.5, se: 0 }], [1, 2]).slope).toBeNull()
  expect(
    cochranArmitageTest([
      { successes: 3, n: 3 },
      { successes: 2, n: 2 },
    ]).flags,
  ).toEqual(['noVariation'])
  expect(cochranArmitageTest([]).pValue).toBeNull()
})

test('illegal input is refused', () => {
  for (const b of [-1, 0.5, Number.NaN]) {
    expect(() => mcnemarTest({ ...trained, b })).toThrow(RangeError)
    expect(() => pairedDifferenceInterval({ ...trained, b })).toThrow(RangeError)
  }
  const known = { value: 0.5, se: 0.1 }
  expect(() => pairedDifferenceInterval(trained, { confidence: 95 })).toThrow(RangeError)
  expect(() => newcombeDifferenceInterval(3, 2, 1, 2)).toThrow(RangeError)
  expect(() => waveDifference(known, known, { covariance: 0.02 })).toThrow(RangeError)
  expect(() => waveDifference(known, { value: 0.5, se: -1 })).toThrow(RangeError)
  expect(() => trendSlope([known], [1, 2])).toThrow(RangeError)
  expect(() => trendSlope([known], [Number.NaN])).toThrow(RangeError)
  expect(() => cochranArmitageTest([{ successes: 3, n: 2 }])).toThrow(RangeError)
  expect(() => pairedMeanDifference([{ pre: Number.NaN, post: 1 }])).toThrow(RangeError)
})
