import { expect, test } from 'vitest'
import { baseWeights } from '#app/statistics/base-weights'
import { collapseCells } from '#app/statistics/collapse-cells'
import { compositeScore } from '#app/statistics/composite-score'
import { dimensionRate } from '#app/statistics/dimension-rate'
import { educationRate } from '#app/statistics/education-rate'
import { itemRates } from '#app/statistics/item-rates'
import { kishDesignEffect } from '#app/statistics/kish-design-effect'
import type { Margin } from '#app/statistics/margin'
import { masteryRate } from '#app/statistics/mastery-rate'
import { overallRate } from '#app/statistics/overall-rate'
import { postStratify } from '#app/statistics/post-stratify'
import { rake } from '#app/statistics/rake'
import { selectAttempts } from '#app/statistics/select-attempts'
import { surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { targetVerdict } from '#app/statistics/target-verdict'
import { trimWeights } from '#app/statistics/trim-weights'
import { wilsonInterval } from '#app/statistics/wilson-interval'

const four = surveyDesign({ weights: [1, 1, 1, 1] })
const rows = [{ scores: [1, 0] }, { scores: [1, 1] }, { scores: [0, 0] }, { scores: [1, 0] }]

test.each([
  ['missing', undefined],
  ['null', null],
  ['0', 0],
  ['negative', -2],
  ['NaN', Number.NaN],
  ['infinite', Number.POSITIVE_INFINITY],
  ['a text', '1'],
  ['so large that its square is infinite', 1e300],
  ['so small that its square is 0', 5e-324],
])('a weight that is %s is refused, with the person named', (_, weight) => {
  // As it could arrive from a file, past the types.
  const weights = [1, weight, 1] as number[]
  expect(() => surveyDesign({ weights })).toThrow(/^The weight of person 1 must be positive and finite/)
  expect(() => kishDesignEffect(weights)).toThrow(RangeError)
  expect(() => collapseCells(weights, ['a', 'a', 'a'], [[{ cell: 'a', total: 3 }]])).toThrow(RangeError)
})

test('no persons are refused, and so is a person without stratum or cluster', () => {
  expect(() => surveyDesign({ weights: [] })).toThrow('A design needs at least one person')
  expect(() => surveyDesign({ weights: [1, 1], strata: ['a', ''] })).toThrow('Person 1 has no entry in strata')
  expect(() => surveyDesign({ weights: [1, 1], clusters: [Number.NaN, 3] })).toThrow(
    'Person 0 has no entry in clusters',
  )
})

test('a stratum with one cluster is refused by default and flagged under the other policies', () => {
  const input = { weights: [1, 1, 1, 1], strata: ['a', 'a', 'b', 'b'], clusters: ['1', '2', '3', '3'] }
  expect(() => surveyDesign(input)).toThrow('A stratum has only one cluster')
  const seOf = (singlePsu: 'adjust' | 'certainty') => surveyMean(surveyDesign({ ...input, singlePsu }), [1, 0, 1, 1])
  expect(seOf('adjust').flags).toContain('singlePsu')
  expect(seOf('certainty').flags).toContain('singlePsu')
  expect(seOf('adjust').se!).toBeGreaterThan(seOf('certainty').se!)
})

test('an empty post-stratum and a respondent outside all of them are refused by name', () => {
  const cells = ['young', 'young', 'old', 'old']
  expect(() => postStratify(four, cells, { young: 5, old: 5, oldest: 2 })).toThrow(
    /^Cell oldest has a population but no/,
  )
  expect(() => postStratify(four, cells, { young: 5 })).toThrow(/^Person 2 is in cell old, which has no population/)
  expect(() => postStratify(four, cells, { young: Number.NaN, old: 5 })).toThrow(
    /^The population of cell young must be/,
  )
  expect(() => postStratify(four, cells.slice(1), { young: 5, old: 5 })).toThrow(
    /^The design has 4 persons, but 3 have/,
  )
})

test('a cell that cannot be joined with anything is said to be too small', () => {
  const { tooSmall } = collapseCells([1, 1], ['a', 'a'], [[{ cell: 'a', total: 5 }], [{ cell: 'b', total: 5 }]])
  expect(tooSmall).toEqual(['a', 'b'])
})

test('margins with different totals are scaled to the first, and flagged above half a percent', () => {
  const sex = { cells: ['f', 'm', 'f', 'm'], totals: { f: 50, m: 50 } }
  const age = (old: number) => ({ cells: ['y', 'y', 'o', 'o'], totals: { y: 60, o: old } })
  const sumOf = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0)
  expect(rake(four, [sex, age(40.4)]).flags).toEqual([])
  const far = rake(four, [sex, age(50)])
  expect(far.flags).toEqual(['marginsRescaled'])
  expect(sumOf(far.weights)).toBeCloseTo(100, 8)
  expect(surveyMean(far, [1, 0, 1, 1]).flags).toContain('marginsRescaled')
})

test('margins that contradict each other are refused, not fitted halfway', () => {
  const margins: Margin[] = [
    { cells: ['f', 'f', 'm', 'm'], totals: { f: 70, m: 30 } },
    { cells: ['o', 'o', 'y', 'y'], totals: { o: 30, y: 70 } },
  ]
  expect(() => rake(four, margins)).toThrow(/^Raking did not settle within 10000 cycles/)
  expect(() => rake(four, [])).toThrow('Raking needs at least one margin')
})

test('rows of unequal length and scores that are none are refused by every rate', () => {
  const ragged = [{ scores: [1, 0] }, { scores: [1] }]
  const strange = [{ scores: [1, 0] }, { scores: [Number.NaN, 1] }]
  for (const bad of [ragged, strange]) {
    expect(() => overallRate(bad)).toThrow(RangeError)
    expect(() => masteryRate(bad)).toThrow(RangeError)
    expect(() => itemRates(bad)).toThrow(RangeError)
    expect(() => dimensionRate(bad, [0])).toThrow(RangeError)
    expect(() => compositeScore(bad, [0.5, 0.5])).toThrow(RangeError)
  }
})

test('a design of another length than the rows is refused', () => {
  expect(() => overallRate(rows.slice(1), four)).toThrow('The design has 4 persons, but a list about them has 3')
  expect(() => masteryRate(rows, {}, four, { domain: [true] })).toThrow(RangeError)
})

test('more respondents than were drawn, or a community nobody knows, have no weights', () => {
  const draw = { probability: 0.1, population: 100, drawn: 1 }
  expect(() => baseWeights([{ community: 'a' }, { community: 'a' }], { a: draw })).toThrow(/^Community a has 2 respond/)
  expect(() => baseWeights([{ community: 'b' }], { a: draw })).toThrow('Nothing is known of how community b was drawn')
  expect(() => baseWeights([{ community: 'a' }], { a: { ...draw, probability: 0 } })).toThrow(
    /^The probability of comm/,
  )
})

test('a person twice in a wave counts once, and the second answer is counted as left out', () => {
  const twice = [1, 2].map((at) => ({ person: 'the same', at, isValid: true }))
  const { selected, excluded } = selectAttempts(twice, { rule: 'survey' })
  expect([selected, excluded.repeated]).toEqual([[twice[0]], 1])
})

test('nobody asked is “no data”, never 0 %', () => {
  const nobody = [overallRate([]), masteryRate([]), overallRate(rows, four, { domain: rows.map(() => false) })]
  for (const { value, se, interval, flags } of nobody) {
    expect([value, se, interval]).toEqual([null, null, null])
    expect(flags).toContain('noData')
  }
  expect(targetVerdict(overallRate([]), { target: 0.8 })).toMatchObject({ verdict: 'withheld', reason: 'noData' })
})

test('a self-selected sample never gets a verdict, and 80 is no target', () => {
  const rate = overallRate(rows)
  expect(targetVerdict({ ...rate, tier: 'Q' }, { target: 0.8 })).toMatchObject({ verdict: 'withheld', lower: null })
  expect(() => targetVerdict(rate, { target: 80 })).toThrow('A target is a share above 0 and at most 1, not 80')
})

test('limits, counts and populations that make no sense are refused', () => {
  expect(() => trimWeights(four, { upper: 0.5 })).toThrow(RangeError)
  expect(() => wilsonInterval(5, 4)).toThrow(RangeError)
  expect(() => wilsonInterval(Number.NaN, 4)).toThrow(RangeError)
  expect(() => educationRate({ participation: [], population: -1 })).toThrow(RangeError)
  const one = { person: 'a', residence: 'confirmed' } as const
  expect(educationRate({ participation: [one], population: 0 })).toMatchObject({ value: null, flags: ['noPopulation'] })
})
