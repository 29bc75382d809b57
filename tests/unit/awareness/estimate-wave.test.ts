import { expect, test } from 'vitest'
import type { EstimateInput } from '#app/measure/awareness/estimate-input'
import { estimateResult } from '#app/measure/awareness/estimate-result'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import { inputOf, margin, person, persons } from '../../support/estimate-inputs'

function resultOf(input: EstimateInput) {
  const estimated = estimateWave(input)
  if (estimated.kind === 'refused') throw new Error(`refused: ${estimated.problem}`)
  return estimated.result
}

/** Example 4 of the definitions: 18–64 51 of 60 right, 65+ 22 of 40. */
const postStratified = inputOf({
  respondents: [
    ...persons(51, { age: 30 }),
    ...persons(9, { age: 30, answers: '0' }),
    ...persons(22, { age: 70 }),
    ...persons(18, { age: 70, answers: 'u' }),
  ],
  margins: [margin('age', { '18-64': 82_000, '65-75': 18_000 })],
  settings: { weighting: 'postStratify', ageBands: [18, 65] },
})

test('example 4 of the definitions comes out of a whole wave', () => {
  const { overall, weights } = resultOf(postStratified)
  expect(overall.unweighted).toBeCloseTo(0.73, 10)
  expect(overall.value).toBeCloseTo(0.796, 10)
  expect(overall.se).toBeCloseTo(0.040568, 6)
  expect(weights.kish).toBeCloseTo(1.201667, 6)
  expect(overall.df).toBe(99)
  expect(overall.interval).toMatchObject({ method: 'logitT', confidence: 0.95 })
  expect(overall.interval?.lower).toBeCloseTo(0.703864, 6)
  expect(overall.interval?.upper).toBeCloseTo(0.86497, 6)
  expect(weights.gapPoints).toBeCloseTo(6.6, 10)
  expect(resultOf(postStratified).flags).toContain('weightingGap')
})

test('example 5 of the definitions comes out of a whole wave', () => {
  const signs = 'FY1 FY1 FO0 FO1 FO0 FO1 MY1 MO0 MO0 MY1'.split(' ')
  const respondents = signs.map(([sex, age, y]) =>
    person({ sex: sex === 'F' ? 'female' : 'male', age: age === 'Y' ? 30 : 70, answers: y }),
  )
  const margins = [margin('sex', { female: 50, male: 50 }), margin('age', { '18-59': 60, '60-75': 40 })]
  const settings = { weighting: 'rake' as const, ageBands: [18, 60], fewestPerCell: 1 }
  const { overall, weights, flags } = resultOf(inputOf({ respondents, margins, settings }))
  expect(overall.unweighted).toBeCloseTo(0.6, 10)
  expect(overall.value).toBeCloseTo(0.720564, 6)
  expect(overall.se).toBeCloseTo(0.080505, 6)
  expect(weights.kish).toBeCloseTo(1.188473, 6)
  expect(weights.maxOverMean).toBeCloseTo(1.705638, 6)
  expect(weights.trimmed).toBe(0)
  expect(flags).toContain('fewRespondents')
})

/** Example 3: stratum A weight 300: clusters 1110 | 100 | 111; stratum B weight 125: 1010 | 0010. */
const clustered = (given: Partial<EstimateInput> = {}) => {
  const of = (stratum: string, weight: number, clusters: string[]) =>
    clusters.flatMap((answers, cluster) =>
      [...answers].map((answer) =>
        person({ stratum, weight, cluster: `${stratum}${cluster}`, street: stratum, answers: answer }),
      ),
    )
  const respondents = [...of('A', 300, ['1110', '100', '111']), ...of('B', 125, ['1010', '0010'])]
  return inputOf({ respondents, streets: { A: '梧桐街道', B: '河湾街道' }, ...given })
}

test('example 3 of the definitions: two streets of communities, with and without the finite population', () => {
  const { overall } = resultOf(clustered())
  expect(overall.value).toBeCloseTo(0.61875, 10)
  expect(overall.se).toBeCloseTo(0.136635, 6)
  expect(overall.df).toBe(3)
  expect(overall.deff).toBeCloseTo(1.34539, 5)
  expect(overall.interval?.lower).toBeCloseTo(0.204392, 6)
  const corrected = resultOf(clustered({ frameUnits: { A: 12, B: 8 } }))
  expect(corrected.overall.se).toBeCloseTo(0.11833, 5)
  // Fewer than ten in each street: both are hidden, with all their numbers.
  expect(overall.flags).toContain('fewDegreesOfFreedom')
  for (const street of resultOf(clustered()).domains.street) {
    expect(street).toMatchObject({ hidden: true, overall: { value: null, n: 0, se: null, unweighted: null } })
  }
})

test('communities that were sure to be drawn are strata: only what varies within them counts', () => {
  const respondents = [
    ...persons(20, { stratum: 'A', cluster: 'a1' }),
    ...persons(20, { stratum: 'A', cluster: 'a2', answers: '0' }),
  ]
  const between = resultOf(inputOf({ respondents, wave: { firstStage: 'pps' } }))
  expect(between.overall.se).toBeCloseTo(0.5, 10)
  const clusters = { a1: { size: 200, isCertain: true }, a2: { size: 200, isCertain: true } }
  const certain = resultOf(inputOf({ respondents, clusters }))
  expect(certain.overall).toMatchObject({ value: 0.5, se: 0, df: 38 })
  expect(certain.overall.interval?.lower).toBeGreaterThan(0.3)
})

test('a part of the sample is estimated within the whole one', () => {
  const respondents = [
    ...persons(40, { sex: 'female', stratum: 'A', cluster: 'a1' }),
    ...persons(30, { sex: 'male', stratum: 'A', cluster: 'a2' }),
    ...persons(10, { sex: 'male', stratum: 'A', cluster: 'a2', answers: '0' }),
    ...persons(20, { sex: 'female', stratum: 'A', cluster: 'a2', answers: '0' }),
  ]
  const { sex } = resultOf(inputOf({ respondents })).domains
  expect(sex.map(({ key, overall }) => [key, overall.value, overall.n])).toEqual([
    ['female', 40 / 60, 60],
    ['male', 0.75, 40],
  ])
  // The variance of the women's share by hand: u = Σ (y − 2/3)/60 of each community, V = 2/(2 − 1)·Σ(u − ū)².
  const u = [(40 * (1 / 3)) / 60, (20 * (-2 / 3)) / 60]
  expect(sex[0]?.overall.se).toBeCloseTo(Math.sqrt(2 * ((u[0] ?? 0) ** 2 + (u[1] ?? 0) ** 2)), 10)
})

test('a sample that chose itself has no interval, no standard error and no verdict', () => {
  const target = { planId: 'tongzhou', percent: 85, definition: null }
  const result = resultOf(
    inputOf({ ...postStratified, wave: { tier: 'Q' }, target, settings: postStratified.settings }),
  )
  const figures = [result.overall, result.mastery, result.allCorrect, result.composite, ...result.items]
  const all = [
    ...figures,
    ...result.dimensions,
    ...Object.values(result.domains)
      .flat()
      .map(({ overall }) => overall),
  ]
  for (const figure of all) expect(figure).toMatchObject({ interval: null, se: null, nEff: null, deff: null, df: null })
  expect(result.overall.value).toBeCloseTo(0.796, 10)
  expect(result.verdict).toMatchObject({ verdict: 'withheld', why: 'notASample', lower: null, upper: null })
  expect(result.flags).toEqual(expect.arrayContaining(['selfSelected', 'definitionOpen']))
})

test('the verdict is judged by the definition of the plan', () => {
  const respondents = [...persons(356), ...persons(44, { answers: '0' })]
  const target = { planId: 'tongzhou', percent: 85, definition: 'masteryRate' as const }
  const { verdict } = resultOf(inputOf({ respondents, target }))
  expect(verdict).toMatchObject({ verdict: 'met', definition: 'masteryRate', target: 0.85, why: null })
  expect(verdict?.lower).toBeCloseTo(0.8616, 4)
})

test('blanks are counted as chosen, and the two other ways stand beside it', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id,
    point: 'p.f1',
    dimension: 'escape',
    choices: 4,
    hash: id,
  }))
  const lines = ['11111', '11110', '11100', '1-111', '1100-', '10000']
  const respondents = lines.map((answers) => person({ answers }))
  const result = resultOf(inputOf({ respondents, instrument: { items } }))
  expect(result.overall.value).toBeCloseTo(19 / 30, 10)
  expect(result.mastery.value).toBeCloseTo(0.5, 10)
  expect(result.sensitivity).toEqual([
    { missing: 'answeredOnly', value: expect.closeTo(0.678571, 6) },
    { missing: 'completeCase', value: expect.closeTo(13 / 20, 10) },
  ])
  expect(result.chanceLevel).toBeCloseTo(0.25, 10)
})

test('a composite score weighs the dimensions and is in points', () => {
  const instrument = {
    otherItems: [{ id: 'perception-1', dimension: 'safety' }],
    composite: { escape: 0.6, safety: 0.4 },
  }
  const respondents = [...persons(20, { others: [75] }), ...persons(20, { answers: '0', others: [25] })]
  expect(resultOf(inputOf({ respondents, instrument })).composite?.value).toBeCloseTo(0.6 * 50 + 0.4 * 50, 10)
  const none = resultOf(
    inputOf({ respondents: persons(20), instrument: { composite: { escape: 0.5, education: 0.5 } } }),
  )
  expect(none.composite).toBeNull()
})

test('a result has the form in which it is kept, and survives being written down', () => {
  const result = resultOf(postStratified)
  expect(estimateResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
})
