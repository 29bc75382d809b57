/** 训练前后变化: pairing a wave with its follow-up, and what changed in the pairs. */
import { describe, expect, test } from 'vitest'
import { compareEstimates } from '#app/measure/awareness/compare-estimates'
import type { EstimateInput, RespondentInput } from '#app/measure/awareness/estimate-input'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import { panelPairs } from '#app/measure/awareness/panel-pairs'
import { inputOf, person } from '../../support/estimate-inputs'

function side(input: EstimateInput) {
  const estimated = estimateWave(input)
  if (estimated.kind === 'refused') throw new Error(estimated.problem)
  return { input, result: estimated.result }
}

/** Named p0, p1, … with these answers. */
const marked = (answers: string[], given: (at: number) => Partial<RespondentInput> = () => ({})) =>
  answers.map((one, at) => person({ answers: one, person: `p${at}`, ...given(at) }))

const wave = { id: 'first', fieldTo: '2026-05-31' }
const again = { id: 'second', follows: 'first', fieldTo: '2026-10-31' }
const first = (respondents: RespondentInput[], more = {}) => side(inputOf({ wave, respondents, ...more }))
const second = (respondents: RespondentInput[], more = {}) => side(inputOf({ wave: again, respondents, ...more }))

/** The paired example of the definitions, section 11, 7: a 60, b 5, c 25, d 10. */
const BEFORE = [...'1'.repeat(65), ...'0'.repeat(35)]
const NOW = [...'1'.repeat(60), ...'0'.repeat(5), ...'1'.repeat(25), ...'0'.repeat(10)]

describe('who makes a pair', () => {
  const at = (given: Partial<RespondentInput>) => [person({ person: 'p', sex: 'female', age: 40, ...given })]

  test('the same mark does; another sex or a senseless age is somebody else', () => {
    expect(panelPairs(at({}), at({ age: 41 }), 1)).toEqual({
      pairs: [{ before: 0, now: 0 }],
      asked: 1,
      notAgain: 0,
      otherPerson: 0,
    })
    expect(panelPairs(at({}), at({ sex: 'male' }), 0)).toMatchObject({ pairs: [], otherPerson: 1, notAgain: 0 })
    expect(panelPairs(at({}), at({ age: 47 }), 0)).toMatchObject({ pairs: [], otherPerson: 1 })
    expect(panelPairs(at({}), at({ age: 47 }), 6).pairs).toHaveLength(1)
  })

  test('what was not said contradicts nothing, and who has no mark cannot be known again', () => {
    expect(panelPairs(at({}), at({ sex: '', age: null }), 0).pairs).toHaveLength(1)
    expect(panelPairs([person()], [person()], 0)).toEqual({ pairs: [], asked: 0, notAgain: 0, otherPerson: 0 })
  })

  test('who does not answer again is counted as lost', () => {
    expect(panelPairs([...at({}), ...at({ person: 'q' })], at({}), 0)).toMatchObject({ asked: 2, notAgain: 1 })
  })
})

test('a simple sample gives the published figures of the paired example', () => {
  const { panel } = compareEstimates(first(marked(BEFORE)), second(marked(NOW)))
  expect(panel).toMatchObject({ asked: 100, pairs: 100, notAgain: 0, otherPerson: 0, shown: 'figures' })
  const [item] = panel?.items ?? []
  expect(item).toMatchObject({ n: 100, gained: 25, lost: 5, direction: 'up' })
  expect(item?.difference).toBeCloseTo(0.2, 12)
  expect(item?.interval?.lower).toBeCloseTo(0.096322, 6)
  expect(item?.interval?.upper).toBeCloseTo(0.299851, 6)
  expect(item?.pValue).toBeCloseTo(0.000192195, 9)
  // One item: the overall rate is the mean of the same differences, by Student's t.
  expect(panel?.overall).toMatchObject({ gained: null, lost: null, direction: 'up' })
  expect(panel?.overall.before).toBeCloseTo(0.65, 12)
  expect(panel?.overall.now).toBeCloseTo(0.85, 12)
})

test('people of one community change together: the interval is that of the communities', () => {
  const where = (at: number) => ({ stratum: 's', cluster: `c${at % 10}` })
  const { panel } = compareEstimates(first(marked(BEFORE, where)), second(marked(NOW, where)))
  const changes = Array.from({ length: 10 }, (_, cluster) => {
    const own = [...BEFORE.keys()].filter((at) => at % 10 === cluster)
    return own.reduce((sum, at) => sum + Number(NOW[at]) - Number(BEFORE[at]), 0) / own.length
  })
  const mean = changes.reduce((sum, change) => sum + change, 0) / 10
  const se = Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / 9 / 10)
  expect(panel?.overall.difference).toBeCloseTo(mean, 12)
  // qt(0.975, 9) of R
  expect(panel?.overall.interval?.upper).toBeCloseTo(mean + 2.262157162798205 * se, 10)
  expect(panel?.items[0]?.interval).toEqual(panel?.overall.interval)
})

test('the change of the whole samples knows that it is a panel', () => {
  const [then, today] = [first(marked(BEFORE)), second(marked(NOW))]
  const { overall, breaks } = compareEstimates(then, today)
  expect(breaks).toEqual([])
  // The same people, all of them: the change of the whole samples is the mean of the differences.
  const differences = BEFORE.map((one, at) => Number(NOW[at]) - Number(one))
  const se = Math.sqrt(differences.reduce((sum, change) => sum + (change - 0.2) ** 2, 0) / 99 / 100)
  expect(overall?.difference).toBeCloseTo(0.2, 12)
  expect(overall?.interval?.upper).toBeCloseTo(0.2 + 1.959963984540054 * se, 10)
  const strangers = compareEstimates(then, side(inputOf({ wave: { id: 'other' }, respondents: marked(NOW) })))
  expect(strangers.panel).toBeNull()
  expect(strangers.overall?.interval?.upper).toBeGreaterThan((overall?.interval?.upper ?? 1) + 0.01)
})

test('a follow-up and a wave of other people cannot be compared', () => {
  const fresh = side(inputOf({ wave: { id: 'third', fieldTo: '2027-05-31' }, respondents: marked(NOW) }))
  expect(compareEstimates(second(marked(NOW)), fresh)).toMatchObject({ breaks: ['panel'], overall: null, panel: null })
})

test('two follow-ups of one wave are a panel, too', () => {
  const third = side(inputOf({ wave: { id: 'third', follows: 'first' }, respondents: marked(NOW) }))
  expect(compareEstimates(second(marked(BEFORE)), third).panel?.pairs).toBe(100)
})

test('who chose to answer gets no interval, few pairs no percentage, and fewer than ten nothing', () => {
  const volunteers = { wave: { ...wave, tier: 'Q' as const } }
  const later = { wave: { ...again, tier: 'Q' as const } }
  const { panel, overall } = compareEstimates(
    side(inputOf({ ...volunteers, respondents: marked(BEFORE) })),
    side(inputOf({ ...later, respondents: marked(NOW) })),
  )
  expect(panel?.overall).toMatchObject({ interval: null, pValue: null, direction: 'unclear' })
  expect(panel?.items[0]).toMatchObject({ interval: null, pValue: null, gained: 25, lost: 5 })
  expect(overall?.interval).toBeNull()
  const some = (count: number) => compareEstimates(first(marked(BEFORE)), second(marked(NOW.slice(0, count)))).panel
  expect(some(29)).toMatchObject({ shown: 'counts', pairs: 29, notAgain: 71 })
  expect(some(9)).toMatchObject({ shown: 'hidden', pairs: 9 })
})

test('of twenty items at once only an adjusted p-value draws an arrow', () => {
  const items = Array.from({ length: 20 }, (_, at) => ({
    ...{ id: `q${at}`, point: 'p', dimension: 'escape', choices: 4 },
    hash: `h${at}`,
  }))
  const instrument = { items }
  // Item 0 changes in eight persons: p ≈ 0.004 alone, but not among twenty items.
  const before = Array.from({ length: 60 }, (_, at) => `${at < 8 ? 0 : 1}${'1'.repeat(19)}`)
  const now = before.map(() => '1'.repeat(20))
  const { panel } = compareEstimates(first(marked(before), { instrument }), second(marked(now), { instrument }))
  expect(panel?.items[0]).toMatchObject({ gained: 8, lost: 0, direction: 'unclear' })
  expect(panel?.items[0]?.pValue).toBeLessThan(0.01)
})

test('rounds that share only some people have the covariance of those, and not of all', () => {
  // 60 of 200 in both rounds, each saying the same both times; the others have nothing to do with each other.
  const shared = Array.from({ length: 60 }, (_, at) => person({ answers: at % 2 === 0 ? '1' : '0', person: `s${at}` }))
  const others = (mark: string) =>
    Array.from({ length: 140 }, (_, at) => person({ answers: at % 2 === 0 ? '1' : '0', person: `${mark}${at}` }))
  const round = (id: string, respondents: RespondentInput[]) =>
    side(inputOf({ wave: { id, follows: 'first' }, respondents }))
  const se = (one: ReturnType<typeof round>) => one.result.overall.se ?? Number.NaN
  const interval = (a: ReturnType<typeof round>, b: ReturnType<typeof round>) =>
    compareEstimates(a, b).overall?.interval
  const [second, third] = [round('2', shared), round('3', [...shared, ...others('t')])]
  // Cov = Σ z₁z₂ = Σ d²/(n₁n₂) over the shared, so the correlation of the errors is √(60/200).
  const expected = Math.sqrt(se(second) ** 2 + se(third) ** 2 - 2 * Math.sqrt(60 / 200) * se(second) * se(third))
  expect(interval(second, third)?.upper).toBeCloseTo(1.959963984540054 * expected, 3)
  expect(interval(third, second)?.upper).toBeCloseTo(1.959963984540054 * expected, 3)
})
