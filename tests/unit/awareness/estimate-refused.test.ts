import { expect, test } from 'vitest'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import { inputOf, margin, person, persons } from '../../support/estimate-inputs'

const young = { age: 30, sex: 'female' as const, street: 'A' }
const old = { age: 70, sex: 'male' as const, street: 'B' }
const both = [...persons(20, young), ...persons(20, { ...young, answers: '0' }), ...persons(20, old)]
const rake = { weighting: 'rake' as const, ageBands: [18, 60] }
const refusalOf = (given: Parameters<typeof inputOf>[0]) => estimateWave(inputOf(given))

test('nobody answered', () => {
  expect(refusalOf({})).toEqual({ kind: 'refused', problem: 'noRespondents', params: {} })
})

test.each([
  ['missing', null],
  ['zero', 0],
  ['negative', -2],
])('a weight that is %s', (_, weight) => {
  expect(refusalOf({ respondents: [...both, person({ weight })] })).toMatchObject({
    problem: 'badWeight',
    params: { count: 1 },
  })
})

test('a stratum or cluster missing for some', () => {
  expect(refusalOf({ respondents: [person({ stratum: 'A' }), person()] })).toMatchObject({ problem: 'missingStratum' })
  expect(refusalOf({ respondents: [person({ cluster: 'a' }), person()] })).toMatchObject({ problem: 'missingCluster' })
})

test('a stratum with one cluster, unless somebody says what to do', () => {
  const respondents = [
    ...persons(10, { stratum: 'A', cluster: 'a1' }),
    ...persons(10, { stratum: 'A', cluster: 'a2', answers: '0' }),
    ...persons(10, { stratum: 'B', cluster: 'b1' }),
  ]
  const streets = { B: '河湾街道' }
  expect(refusalOf({ respondents, streets })).toMatchObject({ problem: 'singlePsu', params: { strata: '河湾街道' } })
  const adjusted = refusalOf({ respondents, streets, settings: { singlePsu: 'adjust' } })
  expect(adjusted.kind === 'estimated' && adjusted.result.flags).toContain('singlePsu')
})

test('weighting without a population', () => {
  expect(refusalOf({ respondents: both, settings: rake })).toMatchObject({ problem: 'noMargins' })
  const empty = [margin('sex', { female: 0, male: 0 })]
  expect(refusalOf({ respondents: both, settings: rake, margins: empty })).toMatchObject({ problem: 'noPopulation' })
})

test('a street that the population does not know is named', () => {
  const margins = [margin('street', { A: 100 })]
  expect(refusalOf({ respondents: both, settings: rake, margins })).toEqual({
    kind: 'refused',
    problem: 'unknownStreet',
    params: { count: 1, codes: 'B' },
  })
})

test('people of the population of whom nobody answered', () => {
  const margins = [margin('street', { A: 100, B: 100, C: 50 })]
  expect(refusalOf({ respondents: both, settings: rake, margins, streets: { C: '城关镇' } })).toMatchObject({
    problem: 'emptyCell',
    params: { cell: '城关镇', people: 50 },
  })
})

test('margins with different totals are rescaled and marked, and refused beyond 5 %', () => {
  const margins = (people: number) => [
    margin('sexAge', { 'female 18-59': 500, 'female 60-75': 0, 'male 18-59': 0, 'male 60-75': 500 }),
    margin('street', { A: 600, B: people }),
  ]
  const mixed = [...both, ...persons(20, { ...old, street: 'A' })]
  const of = (people: number, respondents = mixed) =>
    refusalOf({ respondents, settings: rake, margins: margins(people) })
  const [close, apart] = [of(404), of(420)]
  expect(close.kind === 'estimated' && close.result.weights.marginsRescaled).toEqual([])
  expect(apart.kind === 'estimated' && apart.result.weights.marginsRescaled).toEqual(['street'])
  expect(of(460)).toMatchObject({
    problem: 'marginsApart',
    params: { margin: 'street', first: 'sexAge', percent: '6.0' },
  })
  // With women all in A and men all in B, margins that differ contradict each other.
  expect(of(420, both)).toMatchObject({ kind: 'refused', problem: 'notSettled' })
})

test('who did not say what weighting needs is left out and counted, up to a tenth', () => {
  const margins = [margin('age', { '18-59': 600, '60-75': 300 })]
  const few = refusalOf({ respondents: [...both, person()], settings: rake, margins })
  expect(few.kind === 'estimated' && few.result.about.excluded).toEqual({ notPlaced: 1 })
  const many = refusalOf({ respondents: [...both, ...persons(10)], settings: rake, margins })
  expect(many).toMatchObject({ problem: 'notPlaced', params: { count: 10 } })
})

test('a cell of few people is joined with its neighbour, and the page is told', () => {
  const ages = [...persons(30, { age: 30 }), ...persons(30, { age: 50 }), ...persons(3, { age: 70 })]
  const margins = [margin('age', { '18-44': 500, '45-59': 300, '60-75': 100 })]
  const joined = refusalOf({ respondents: ages, settings: { weighting: 'postStratify' }, margins })
  expect(joined.kind === 'estimated' && joined.result.weights.collapsed).toEqual(['45-59 + 60-75'])
})

test('limits for trimming that are no limits', () => {
  expect(refusalOf({ respondents: both, settings: { trim: { lower: 2, upper: 1 } } })).toMatchObject({
    problem: 'badTrim',
  })
})
