import { expect, test } from 'vitest'
import { designEffect } from '#app/statistics/design-effect'
import { effectiveSampleSize } from '#app/statistics/effective-sample-size'
import { kishDesignEffect } from '#app/statistics/kish-design-effect'
import { kornGraubardInterval } from '#app/statistics/korn-graubard-interval'
import { logitInterval } from '#app/statistics/logit-interval'
import { studentTQuantile } from '#app/statistics/student-t-quantile'
import { surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { surveyRatio } from '#app/statistics/survey-ratio'
import { wilsonInterval } from '#app/statistics/wilson-interval'

/** Worked example 3. Cluster ids start again in stratum B: they are nested. */
const y = [...'1110100111', ...'10100010'].map(Number)
const strata = [...'AAAAAAAAAA', ...'BBBBBBBB']
const clusters = [...'1111222333', ...'11112222']
const weights = strata.map((stratum) => (stratum === 'A' ? 300 : 125))
const design = surveyDesign({ weights, strata, clusters })

test('worked example 3: mean, standard error, degrees of freedom and effective size', () => {
  const mean = surveyMean(design, y)
  expect(mean.value?.toFixed(6)).toBe('0.618750')
  expect(mean.se?.toFixed(6)).toBe('0.136635')
  expect(mean).toMatchObject({ df: 3, n: 18, flags: ['fewRespondents', 'fewDegreesOfFreedom'] })
  expect(mean.deff?.toFixed(5)).toBe('1.34539')
  expect(mean.nEff?.toFixed(6)).toBe('12.635725')
  expect(designEffect(design, y)).toBe(mean.deff)
  expect(effectiveSampleSize(mean.value!, mean.se!)).toBeCloseTo(mean.nEff!, 10)
})

test('worked example 3: with 12 and 8 communities in the population', () => {
  const finite = surveyDesign({ weights, strata, clusters, fpc: { firstStage: { A: 12, B: 8 } } })
  expect(surveyMean(finite, y).se?.toFixed(6)).toBe('0.118330')
})

test('worked example 3: intervals, and why Wald is not used', () => {
  const { value, se, n, df, nEff } = surveyMean(design, y)
  const limits = (interval: { lower: number; upper: number } | null) =>
    [interval!.lower, interval!.upper].map((limit) => limit.toFixed(6))
  expect(limits(logitInterval(value!, se!, df!))).toEqual(['0.204392', '0.911134'])
  expect(limits(kornGraubardInterval(value!, se!, n, df!))).toEqual(['0.176029', '0.945188'])
  expect(limits(wilsonInterval(value! * nEff!, nEff!))).toEqual(['0.354922', '0.827208'])
  const reach = studentTQuantile(0.975, df!) * se!
  expect(limits({ lower: value! - reach, upper: value! + reach })).toEqual(['0.183916', '1.053584'])
})

test('equal weights without clusters are a simple random sample', () => {
  const { value, se, df, deff, nEff } = surveyMean(surveyDesign({ weights: y.map(() => 250) }), y)
  const p = 10 / 18
  expect(value).toBeCloseTo(p, 12)
  expect(se).toBeCloseTo(Math.sqrt((p * (1 - p)) / 17), 12)
  expect(df).toBe(17)
  expect(deff).toBeCloseTo(1, 12)
  expect(nEff).toBeCloseTo(17, 10)
})

test('one id in two strata means two clusters, and clusters keep their own totals', () => {
  const renamed = clusters.map((cluster, person) => `${strata[person]}-${cluster}`)
  expect(surveyMean(surveyDesign({ weights, strata, clusters: renamed }), y)).toEqual(surveyMean(design, y))
})

test('a domain sets values to zero and keeps every cluster of the sample', () => {
  // By hand: persons of cluster A1 only. m = 3/4, u = (0 in A1), so the variance is 0 although three of four are right.
  const domain = clusters.map((cluster, person) => strata[person] === 'A' && cluster === '1')
  expect(surveyMean(design, y, { domain })).toMatchObject({ value: 0.75, se: 0, df: 0, n: 4 })

  // A1 and A2: z = w(y − 4/7)/7w, u₁ = (3 − 16/7)/7 = 5/49, u₂ = −5/49, u₃ = 0; V = 3/2·2·(5/49)².
  const two = clusters.map((cluster, person) => strata[person] === 'A' && cluster !== '3')
  const mean = surveyMean(design, y, { domain: two })
  expect(mean.value).toBeCloseTo(4 / 7, 12)
  expect(mean.se).toBeCloseTo(Math.sqrt(3) * (5 / 49), 12)
  expect(mean.df).toBe(1)
})

test('null is not in the ratio, exactly like a person outside the domain', () => {
  const domain = y.map((_, person) => person % 3 !== 0)
  const blanked = y.map((value, person) => (domain[person] ? value : null))
  expect(surveyMean(design, blanked)).toEqual(surveyMean(design, y, { domain }))
  const sizes = y.map((_, person) => (domain[person] ? 5 : null))
  expect(surveyRatio(design, y, sizes).n).toBe(12)
})

test('a ratio of a constant denominator is the mean divided by it', () => {
  const mean = surveyMean(design, y)
  const ratio = surveyRatio(design, y, Array(18).fill(4))
  expect(ratio.value).toBeCloseTo(mean.value! / 4, 12)
  expect(ratio.se).toBeCloseTo(mean.se! / 4, 12)
  expect(ratio.deff).toBeCloseTo(mean.deff!, 10)
})

test('values beyond [0, 1] have the effective size n/deff', () => {
  const mean = surveyMean(
    design,
    y.map((value) => 40 + 20 * value),
  )
  expect(mean.nEff).toBeCloseTo(18 / mean.deff!, 10)
})

test('nobody, one person and equal values are values with a flag', () => {
  const nobody = surveyMean(design, y, { domain: y.map(() => false) })
  expect(nobody).toMatchObject({ value: null, se: null, df: null, n: 0, nEff: null, deff: null, flags: ['noData'] })
  const one = surveyMean(design, y, { domain: y.map((_, person) => person === 3) })
  expect(one).toMatchObject({ value: 0, se: null, n: 1 })
  expect(one.flags).toContain('singleRespondent')
  const equal = surveyMean(design, Array(18).fill(0.1))
  expect(equal).toMatchObject({ se: 0, nEff: null, deff: null })
  expect(equal.flags).toContain('noVariation')
  expect(surveyRatio(design, y, Array(18).fill(0)).flags).toContain('noData')
})

test('a single cluster that is all there is needs no policy, and adds nothing', () => {
  const alone = { weights, strata, clusters: strata }
  expect(() => surveyDesign(alone)).toThrow(/only one cluster/)
  expect(surveyDesign({ ...alone, singlePsu: 'adjust' }).flags).toEqual(['singlePsu'])
  const whole = surveyDesign({ ...alone, fpc: { firstStage: { A: 1, B: 1 } } })
  expect(whole.flags).toEqual(['wholePopulation'])
  expect(surveyMean(whole, y)).toMatchObject({ se: 0, flags: expect.not.arrayContaining(['noVariation']) })
})

test('Infinity stands for an unknown number of communities', () => {
  const unknown = surveyDesign({
    weights,
    strata,
    clusters,
    fpc: { firstStage: { A: Number.POSITIVE_INFINITY, B: 8 } },
  })
  expect(unknown.populationUnits).toEqual([null, 8])
  expect(surveyMean(unknown, y).se).toBeGreaterThan(0.12)
})

test('a design is plain data and its input stays as it was', () => {
  expect(JSON.parse(JSON.stringify(design))).toEqual(design)
  const frozen = Object.freeze([...weights])
  expect(surveyDesign({ weights: frozen }).weights).not.toBe(frozen)
})

test('unequal weights cost what Kish says', () => {
  expect(kishDesignEffect([2, 2, 2])).toBe(1)
  expect(kishDesignEffect([1, 3])).toBe(1.25)
  expect(() => kishDesignEffect([])).toThrow(RangeError)
})

test('Korn-Graubard limits can be capped, bounded on one side, and are null when not estimable', () => {
  const capped = kornGraubardInterval(0.5, 0.05, 40, 39, { capEffectiveN: true })!
  expect(capped.lower).toBeLessThan(kornGraubardInterval(0.5, 0.05, 40, 39)!.lower)
  const bound = kornGraubardInterval(0.5, 0.1, 40, 9, { sides: 1 })!
  expect(bound.lower).toBeCloseTo(kornGraubardInterval(0.5, 0.1, 40, 9, { confidence: 0.9 })!.lower, 12)
  expect([kornGraubardInterval(0, 0.1, 40, 9), kornGraubardInterval(0.5, 0, 40, 9)]).toEqual([null, null])
  expect([kornGraubardInterval(0.5, 0.1, 1, 0), kornGraubardInterval(0.5, 0.1, 4, 0)]).toEqual([null, null])
  expect(() => kornGraubardInterval(0.5, 0.1, 4.5, 3)).toThrow(RangeError)
})

test.each<[string, Parameters<typeof surveyDesign>[0]]>([
  ['no persons', { weights: [] }],
  ['a weight of 0', { weights: [1, 0] }],
  ['a negative weight', { weights: [1, -2] }],
  ['a weight that is not a number', { weights: [1, Number.NaN] }],
  ['an infinite weight', { weights: [1, Number.POSITIVE_INFINITY] }],
  ['a hole in the weights', { weights: Array(3) }],
  ['too few strata', { weights: [1, 1], strata: ['A'] }],
  ['an empty stratum', { weights: [1, 1], strata: ['A', ''] }],
  ['too many clusters', { weights: [1, 1], clusters: [1, 2, 3] }],
  ['fewer units in the population than in the sample', { weights: [1, 1], fpc: { firstStage: 1 } }],
  ['a stratum without a count', { weights: [1, 1, 1], strata: [1, 1, 2], fpc: { firstStage: { 1: 9 } } }],
  ['one count for two strata', { weights: [1, 1], strata: [1, 1], fpc: { firstStage: 9 } }],
  ['counts by stratum without strata', { weights: [1, 1], fpc: { firstStage: { A: 9 } } }],
  [
    'two counts for one cluster',
    { weights: [1, 1, 1, 1], clusters: [1, 1, 2, 2], fpc: { firstStage: 9, secondStage: [5, 6, 5, 5] } },
  ],
  [
    'one person of many drawn from a cluster',
    { weights: [1, 1, 1], clusters: [1, 2, 2], fpc: { firstStage: 9, secondStage: [5, 5, 5] } },
  ],
])('%s is refused', (_, input) => {
  expect(() => surveyDesign(input)).toThrow(RangeError)
})

test('lists of another length and values that are not finite are refused', () => {
  expect(() => surveyMean(design, y.slice(1))).toThrow(RangeError)
  expect(() => surveyMean(design, y, { domain: [true] })).toThrow(RangeError)
  expect(() => surveyMean(design, [Number.NaN, ...y.slice(1)])).toThrow(RangeError)
  expect(() => effectiveSampleSize(1.2, 0.1)).toThrow(RangeError)
})
