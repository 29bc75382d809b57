import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kishDesignEffect } from '#app/statistics/kish-design-effect'
import { logitInterval } from '#app/statistics/logit-interval'
import type { Margin } from '#app/statistics/margin'
import { postStratify } from '#app/statistics/post-stratify'
import { rake } from '#app/statistics/rake'
import { surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { trimWeights } from '#app/statistics/trim-weights'

/** Worked example 4: 51 of 60 right, and 22 of 40. */
const ages = [...Array(60).fill('18-64'), ...Array(40).fill('65+')]
const ageRight = ages.map((age, person) => Number(age === '65+' ? person < 82 : person < 51))
const simple = surveyDesign({ weights: Array(100).fill(1) })
const census = { '18-64': 82000, '65+': 18000 }

/** Worked example 5. */
const ten = ['FY1', 'FY1', 'FO0', 'FO1', 'FO0', 'FO1', 'MY1', 'MO0', 'MO0', 'MY1']
const tenRight = ten.map((person) => Number(person[2]))
const tenMargins: readonly Margin[] = [
  { cells: ten.map((person) => person[0]!), totals: { F: 50, M: 50 } },
  { cells: ten.map((person) => person[1]!), totals: { O: 40, Y: 60 } },
]
const tenDesign = surveyDesign({ weights: Array(10).fill(1) })

test('worked example 4: post-stratification', () => {
  const before = surveyMean(simple, ageRight)
  expect([before.value?.toFixed(6), before.se?.toFixed(6)]).toEqual(['0.730000', '0.044620'])
  const design = postStratify(simple, ages, census)
  const { value, se, df } = surveyMean(design, ageRight)
  expect([value?.toFixed(6), se?.toFixed(6), df]).toEqual(['0.796000', '0.040568', 99])
  expect(kishDesignEffect(design.weights).toFixed(6)).toBe('1.201667')
  const { lower, upper } = logitInterval(value!, se!, df!)!
  expect([lower.toFixed(6), upper.toFixed(6)]).toEqual(['0.703864', '0.864970'])
})

test('worked example 5: raking', () => {
  const design = rake(tenDesign, tenMargins)
  const weightOf = (person: string) => design.weights[ten.findIndex((one) => one.startsWith(person))]?.toFixed(6)
  expect(['FY', 'FO', 'MY', 'MO'].map(weightOf)).toEqual(['12.943617', '6.028191', '17.056383', '7.943617'])
  const { value, se } = surveyMean(design, tenRight)
  expect([value?.toFixed(6), se?.toFixed(6)]).toEqual(['0.720564', '0.080505'])
  expect(surveyMean(tenDesign, tenRight).value).toBeCloseTo(0.6, 12)
  const { trimming, weights } = trimWeights(design)
  expect([trimming.kish.before.toFixed(6), trimming.largest.before.toFixed(6)]).toEqual(['1.188473', '1.705638'])
  expect(trimming).toMatchObject({ tooLow: 0, tooHigh: 0, rounds: 0 })
  expect(weights).toEqual(design.weights)
})

test('a post-stratification is a raking on one margin', () => {
  const raked = rake(simple, [{ cells: ages, totals: census }])
  const stratified = postStratify(simple, ages, census)
  expect(raked.weights).toEqual(stratified.weights)
  expect(surveyMean(raked, ageRight)).toEqual(surveyMean(stratified, ageRight))
})

test('a margin that follows from the others changes no figure', () => {
  const crossed = { cells: ten.map((person) => person.slice(0, 2)), totals: { FY: 26, FO: 24, MY: 34, MO: 16 } }
  const once = rake(tenDesign, [crossed])
  const twice = rake(tenDesign, [crossed, ...tenMargins])
  expect(surveyMean(twice, tenRight).se).toBeCloseTo(surveyMean(once, tenRight).se!, 10)
})

test('margins with another total are rescaled to the first, and flagged above half a percent', () => {
  const [sex, age] = tenMargins
  const close = rake(tenDesign, [sex!, { ...age!, totals: { O: 40.1, Y: 60.15 } }])
  expect(close.flags).toEqual([])
  expect(close.weights[0]).toBeCloseTo(12.943617, 5)
  const far = rake(tenDesign, [sex!, { ...age!, totals: { O: 80, Y: 120 } }])
  expect(far.flags).toEqual(['marginsRescaled'])
  expect(far.weights[0]).toBeCloseTo(12.943617, 5)
  expect(surveyMean(far, tenRight).flags).toContain('marginsRescaled')
})

const world = fc
  .array(
    fc.record({
      weight: fc.double({ min: 0.2, max: 40, noNaN: true }),
      town: fc.integer({ min: 0, max: 4 }),
      sex: fc.constantFrom('F', 'M'),
      right: fc.constantFrom(0, 1),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((persons) => {
    // Margins of the same persons under other weights can always be met.
    const sums = (key: 'town' | 'sex') => {
      const totals: Record<string, number> = {}
      for (const person of persons) totals[person[key]] = (totals[person[key]] ?? 0) + 41 - person.weight
      return { cells: persons.map((person) => person[key]), totals }
    }
    const design = surveyDesign({ weights: persons.map(({ weight }) => weight) })
    return { design, margins: [sums('town'), sums('sex')], right: persons.map(({ right }) => right) }
  })

test('raking meets every margin, and raking again changes nothing', () => {
  fc.assert(
    fc.property(world, ({ design, margins }) => {
      const raked = rake(design, margins)
      for (const { cells, totals } of margins) {
        for (const [cell, total] of Object.entries(totals)) {
          const sum = raked.weights.reduce((all, weight, person) => all + (`${cells[person]}` === cell ? weight : 0), 0)
          expect(sum / total).toBeCloseTo(1, 8)
        }
      }
      const again = rake(raked, margins)
      for (const [person, weight] of again.weights.entries()) expect(weight / raked.weights[person]!).toBeCloseTo(1, 8)
      expect(raked.weights.every((weight) => weight > 0 && Number.isFinite(weight))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('weights on another scale give the same estimate', () => {
  fc.assert(
    fc.property(world, fc.double({ min: 0.01, max: 1000, noNaN: true }), ({ design, margins, right }, scale) => {
      const scaled = surveyDesign({ weights: design.weights.map((weight) => weight * scale) })
      const [one, other] = [surveyMean(design, right), surveyMean(scaled, right)]
      expect(other.value).toBeCloseTo(one.value!, 10)
      expect(other.se).toBeCloseTo(one.se!, 10)
      const [raked, rakedScaled] = [rake(design, margins), rake(scaled, margins)]
      expect(surveyMean(rakedScaled, right).se).toBeCloseTo(surveyMean(raked, right).se!, 7)
    }),
    { numRuns: 60 },
  )
})

test('trimmed weights keep their sum, stay positive and lie within the limits', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 60 }), (weights) => {
      const { weights: trimmed, trimming, flags } = trimWeights(surveyDesign({ weights }))
      const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
      expect(trimmed.reduce((sum, weight) => sum + weight, 0) / trimmed.length / mean).toBeCloseTo(1, 10)
      expect(trimmed.every((weight) => weight > 0)).toBe(true)
      expect(trimming.rounds).toBeLessThanOrEqual(5)
      if (!flags.includes('trimmingUnsettled')) {
        expect(Math.max(...trimmed) / mean).toBeLessThan(5 + 1e-6)
        expect(Math.min(...trimmed) / mean).toBeGreaterThan(0.2 - 1e-6)
      }
    }),
  )
})

test('a raked design is raked again after trimming, and its variance knows the final weights', () => {
  const cells = Array.from({ length: 40 }, (_, person) => (person === 0 ? 'far' : person % 2 ? 'east' : 'west'))
  const wards = Array.from({ length: 40 }, (_, person) => (person % 5 === 0 ? 'north' : 'south'))
  const design = rake(surveyDesign({ weights: Array(40).fill(1) }), [
    { cells: wards, totals: { north: 250, south: 750 } },
    { cells, totals: { far: 150, east: 400, west: 450 } },
  ])
  const trimmed = trimWeights(design)
  expect(trimmed.trimming).toMatchObject({ tooHigh: 1, rounds: 5 })
  // The margin leaves the far person no other weight, so the limit cannot be kept.
  expect(trimmed.flags).toEqual(['trimmingUnsettled'])
  expect(trimmed.weights[0]).toBeCloseTo(150, 6)
  expect(trimmed.calibrations).toHaveLength(1)
  expect(trimmed.calibrations[0]?.after).toEqual(trimmed.weights)
  expect(trimmed.calibrations[0]?.before).toEqual(Array(40).fill(1))
})

test.each([
  ['a cell with population but no respondent', ages, { ...census, '6-17': 900 }],
  ['a respondent in an unknown cell', ages, { '18-64': 82000 }],
  ['a respondent in a cell without population', ages, { '18-64': 82000, '65+': 0 }],
  ['an inherited name taken for a cell', Array(100).fill('toString'), {}],
  ['a negative population', ages, { ...census, '6-17': -1 }],
  ['a population that is not finite', ages, { ...census, '65+': Number.POSITIVE_INFINITY }],
  ['too few cells', ages.slice(1), census],
])('%s is refused', (_, cells: string[], totals) => {
  expect(() => postStratify(simple, cells, totals)).toThrow(RangeError)
  expect(() => rake(simple, [{ cells, totals }])).toThrow(RangeError)
})

test('margins that contradict each other, no margins and bad limits are refused', () => {
  const [sex] = tenMargins
  const contradiction = { cells: sex!.cells, totals: { F: 40, M: 60 } }
  expect(() => rake(tenDesign, [sex!, contradiction])).toThrow(/did not settle/)
  expect(() => rake(tenDesign, tenMargins, { maxIterations: 1 })).toThrow(RangeError)
  expect(() => rake(tenDesign, [])).toThrow(RangeError)
  expect(() => rake(tenDesign, tenMargins, { tolerance: 0 })).toThrow(RangeError)
  for (const limits of [{ lower: 1 }, { upper: 1 }, { lower: -1 }]) {
    expect(() => trimWeights(tenDesign, limits)).toThrow(RangeError)
  }
})

test('an empty cell without population is no fault', () => {
  expect(postStratify(simple, ages, { ...census, '6-17': 0 }).weights).toHaveLength(100)
})
