import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allCorrectRate } from '#app/statistics/all-correct-rate'
import { clopperPearsonInterval } from '#app/statistics/clopper-pearson-interval'
import { compositeScore } from '#app/statistics/composite-score'
import { dimensionRate } from '#app/statistics/dimension-rate'
import type { Estimate } from '#app/statistics/estimate'
import { itemRates } from '#app/statistics/item-rates'
import { kishDesignEffect } from '#app/statistics/kish-design-effect'
import { kornGraubardInterval } from '#app/statistics/korn-graubard-interval'
import { logitInterval } from '#app/statistics/logit-interval'
import { masteryRate } from '#app/statistics/mastery-rate'
import { overallRate } from '#app/statistics/overall-rate'
import type { RespondentRow } from '#app/statistics/respondent-row'
import { type SurveyDesign, surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { surveyRatio } from '#app/statistics/survey-ratio'
import { frozenRows } from './frozen-rows'

const rows = frozenRows('11111', '11110', '11100', '10111', '11000', '10000', '1111·', '0·100')
const weights = [3, 1, 2, 4, 1, 2, 5, 2]
const weighted = surveyDesign({ weights })
const equal = surveyDesign({ weights: weights.map(() => 40) })
const clustered = surveyDesign({ weights: weights.map(() => 40), clusters: [1, 1, 2, 2, 3, 3, 4, 4] })

const points = rows.map(({ scores }) => scores.reduce<number>((sum, score) => sum + (score ?? 0), 0))
const given = rows.map(({ scores }) => scores.filter((score) => score !== null).length)

test('the overall rate of a design is the ratio of points to items, with a logit-t interval', () => {
  const rate = overallRate(rows, weighted)
  const { value, se, df, n, nEff, deff } = surveyRatio(weighted, points, given)
  expect(rate).toMatchObject({ value, se, df, n, nEff, deff, definition: 'overallRate' })
  expect(rate.interval).toEqual(logitInterval(value!, se!, df!))
})

test('shares of persons have Korn-Graubard intervals when weighted or clustered, Wilson otherwise', () => {
  for (const design of [weighted, clustered]) {
    const rates = [masteryRate(rows, {}, design), allCorrectRate(rows, design), itemRates(rows, design)[2]!]
    for (const { value, se, n, df, interval } of rates) {
      expect(interval).toEqual(kornGraubardInterval(value!, se!, n, df!))
    }
  }
  expect(masteryRate(rows, {}, equal).interval).toEqual(masteryRate(rows).interval)
})

test('equal weights and no clusters give what no design gives', () => {
  for (const [withDesign, without] of [
    [overallRate(rows, equal), overallRate(rows)],
    [masteryRate(rows, {}, equal), masteryRate(rows)],
    [allCorrectRate(rows, equal), allCorrectRate(rows)],
    [itemRates(rows, equal)[0]!, itemRates(rows)[0]!],
    [compositeScore(rows, HALVES, equal), compositeScore(rows, HALVES)],
  ] as const) {
    for (const figure of ['value', 'se', 'df', 'n', 'deff', 'nEff'] as const) {
      expect(withDesign[figure]).toBeCloseTo(without[figure]!, 10)
    }
  }
})

test('excluded rows are outside the domain and counted; nothing is filtered', () => {
  const broken = rows.map((row, person): RespondentRow => (person === 1 ? { ...row, excluded: 'brokenOff' } : row))
  const rate = overallRate(broken, clustered)
  const kept = points.map((_, person) => person !== 1)
  const { value, se, n, df } = surveyRatio(clustered, points, given, { domain: kept })
  expect(rate).toMatchObject({ value, se, n, df, excluded: { brokenOff: 1 } })
})

test('a domain restricts every rate, and counts its own exclusions', () => {
  const broken = rows.map((row, person): RespondentRow => (person < 2 ? { ...row, excluded: 'brokenOff' } : row))
  const domain = rows.map((_, person) => person !== 0 && person !== 5)
  for (const design of [undefined, weighted]) {
    for (const rate of [overallRate(broken, design, { domain }), masteryRate(broken, {}, design, { domain })]) {
      expect(rate).toMatchObject({ n: 5, excluded: { brokenOff: 1, notAdministered: 0 } })
    }
    expect(itemRates(broken, design, { domain })[4]).toMatchObject({ n: 4, excluded: { notAdministered: 1 } })
    expect(compositeScore(broken, HALVES, design, { domain }).n).toBe(5)
  }
  const alone = overallRate(rows.filter((_, person) => domain[person]))
  expect(overallRate(rows, undefined, { domain })).toEqual(alone)
  expect(() => overallRate(rows, undefined, { domain: [true] })).toThrow(RangeError)
  expect(() => overallRate(rows.slice(1), weighted)).toThrow(RangeError)
})

test('a domain in which all are right borrows the design effect of the whole sample', () => {
  const domain = rows.map((_, person) => person < 4)
  const rate = itemRates(rows, weighted, { domain })[0]!
  expect(rate).toMatchObject({ value: 1, se: 0, flags: expect.arrayContaining(['noVariation']) })
  const whole = surveyMean(
    weighted,
    rows.map(({ scores }) => scores[0]!),
  ).deff!
  const size = 4 / Math.max(1, whole)
  expect(rate.interval).toEqual(clopperPearsonInterval(size, size))
})

test('a sample in which all are right falls back to the design effect of the weights', () => {
  const right = frozenRows(...Array(8).fill('11'))
  const size = 8 / kishDesignEffect(weights)
  expect(masteryRate(right, {}, weighted).interval).toEqual(clopperPearsonInterval(size, size))
  expect(overallRate(right, weighted).interval).toEqual(clopperPearsonInterval(size, size))
})

test('without degrees of freedom, or for a whole population, there is no interval', () => {
  const domain = rows.map((_, person) => person < 2)
  expect(overallRate(rows, clustered, { domain })).toMatchObject({ df: 0, interval: null })
  const census = surveyDesign({ weights: weights.map(() => 1), fpc: { firstStage: 8 } })
  for (const rate of [overallRate(rows, census), masteryRate(rows, {}, census), compositeScore(rows, HALVES, census)]) {
    expect(rate).toMatchObject({ se: 0, interval: null })
    expect(rate.flags).toContain('wholePopulation')
  }
})

test('a dimension rate is the overall rate of its items', () => {
  const part = rows.map(({ scores }) => ({ scores: [scores[1]!, scores[4]!] }))
  const rate = dimensionRate(rows, [1, 4], weighted)
  expect(rate).toEqual({ ...overallRate(part, weighted), definition: 'dimensionRate' })
  expect(dimensionRate(frozenRows('1·', '0·', '11'), [1])).toMatchObject({ n: 1, excluded: { notAdministered: 2 } })
  for (const items of [[], [5], [1, 1], [-1]]) expect(() => dimensionRate(rows, items)).toThrow(RangeError)
})

/** Two dimensions of equal weight. */
const HALVES = [
  { weight: 0.5, items: [0, 1] },
  { weight: 0.5, items: [2, 3, 4] },
]

test('a composite score is in points, made of the dimension rates', () => {
  const score = compositeScore(rows, HALVES, weighted)
  const [first, second] = HALVES.map(({ items }) => dimensionRate(rows, items, weighted).value!)
  expect(score.value).toBeCloseTo(50 * first! + 50 * second!, 10)
  expect(score).toMatchObject({ definition: 'compositeScore', n: 8, interval: { method: 'logitT' } })
  expect(score.interval!.upper).toBeGreaterThan(score.value!)
  expect(score.interval!.upper).toBeLessThan(100)
})

test('when everybody has every score, a composite is the mean of persons', () => {
  const scored = [
    [0.8, 0.5, 1, 0.2],
    [0.4, 0.9, 0.6, 0.3],
    [1, 1, 0.7, 0.9],
    [0.2, 0.1, 0.5, 0],
  ]
  const lambda = [0.4, 0.3, 0.2, 0.1]
  const design = surveyDesign({ weights: [1, 2, 3, 4] })
  const score = compositeScore(
    scored.map((scores) => ({ scores })),
    lambda,
    design,
  )
  const mean = surveyMean(
    design,
    scored.map((scores) => scores.reduce((sum, one, d) => sum + 100 * lambda[d]! * one, 0)),
  )
  for (const figure of ['value', 'se', 'df', 'deff'] as const) expect(score[figure]).toBeCloseTo(mean[figure]!, 9)
})

test('a composite with one dimension is a hundred times the overall rate', () => {
  const score = compositeScore(rows, [{ weight: 1, items: [0, 1, 2, 3, 4] }], weighted)
  const rate = overallRate(rows, weighted)
  expect(score.se).toBeCloseTo(100 * rate.se!, 10)
  expect(score.interval?.lower).toBeCloseTo(100 * rate.interval!.lower, 10)
})

test('a composite without data in a dimension is not estimable, and odd weights are refused', () => {
  const empty = { value: null, se: null, n: 0, interval: null, flags: ['noData'] }
  expect(compositeScore(frozenRows('1·', '0·'), [0.5, 0.5])).toMatchObject(empty)
  expect(compositeScore([], [0.5, 0.5])).toMatchObject(empty)
  for (const lambda of [[0.5, 0.4], [1.5, -0.5], [1], [Number.NaN, 1]]) {
    if (lambda.length === 2) expect(() => compositeScore(frozenRows('11'), lambda)).toThrow(RangeError)
  }
  expect(() => compositeScore(frozenRows('11'), [0.5, 0.25, 0.25])).toThrow(/no item/)
})

const person = fc.record({
  scores: fc.array(fc.constantFrom(0, 1, 1, null), { minLength: 4, maxLength: 4 }),
  weight: fc.integer({ min: 1, max: 9 }),
  cluster: fc.integer({ min: 0, max: 5 }),
  inside: fc.boolean(),
})

test('0 ≤ lower ≤ value ≤ upper ≤ 1, or null, for every rate of every design; never NaN', () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 40 }), fc.boolean(), (persons, isClustered) => {
      const design = surveyDesign({
        weights: persons.map(({ weight }) => weight),
        singlePsu: 'adjust',
        ...(isClustered && { clusters: persons.map(({ cluster }) => cluster) }),
      })
      const domain = persons.map(({ inside }) => inside)
      for (const estimate of allRates(persons, design, domain)) {
        const top = estimate.definition === 'compositeScore' ? 100 : 1
        for (const figure of ['value', 'se', 'df', 'nEff', 'deff'] as const) expect(estimate[figure]).not.toBeNaN()
        if (estimate.value === null) expect(estimate.flags).toContain('noData')
        if (estimate.interval === null) continue
        const { lower, upper } = estimate.interval
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(lower).toBeLessThanOrEqual(estimate.value!)
        expect(upper).toBeGreaterThanOrEqual(estimate.value!)
        expect(upper).toBeLessThanOrEqual(top)
        expect(upper).toBeGreaterThan(lower)
      }
    }),
  )
})

function allRates(persons: readonly RespondentRow[], design: SurveyDesign, domain: boolean[]): Estimate[] {
  return [undefined, design].flatMap((used) => [
    overallRate(persons, used, { domain }),
    overallRate(persons, used),
    masteryRate(persons, { cut: 60, mustKnow: [0] }, used, { domain }),
    allCorrectRate(persons, used, { domain }),
    dimensionRate(persons, [1, 2], used, { domain }),
    compositeScore(persons, [0.4, 0.3, 0.2, 0.1], used, { domain }),
    ...itemRates(persons, used, { domain }),
  ])
}
