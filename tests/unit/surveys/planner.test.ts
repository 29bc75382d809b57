import { describe, expect, test } from 'vitest'
import { readFields } from '#app/http/read-fields'
import { peopleAged } from '#app/measure/surveys/people-aged'
import { planSurvey } from '#app/measure/surveys/planner'
import { newPlannerFields, plannerForm } from '#app/measure/surveys/planner-fields'
import { eligibleIn, responseRate, talliesBy, tallyOf } from '#app/measure/surveys/wave-progress'

const PLAN = {
  rate: 0.9,
  margin: 0.03,
  population: 150_000,
  responseRate: 0.6,
  deff: 1.5,
  take: 10,
  correlation: 0.05,
  streets: 4,
  perStreet: false,
}

describe('the planner', () => {
  test('answers as the worked example: 575 interviews from 959 households', () => {
    expect(planSurvey(PLAN)).toMatchObject({
      completes: 575,
      invites: 959,
      clustersPerStreet: 24,
      clusters: 96,
      take: 10,
    })
  })

  test('works the design effect out of what is alike: 1 + (b − 1)ρ of 12 interviews a community', () => {
    expect(planSurvey({ ...PLAN, deff: null, take: 20, correlation: 0.04 }).deff).toBeCloseTo(1.44, 12)
  })

  test('asks for as many in every street when every street is to have its own figure', () => {
    const whole = planSurvey({ ...PLAN, population: null })
    const each = planSurvey({ ...PLAN, population: null, perStreet: true })
    expect(each.completes).toBe(4 * whole.completes)
    expect(each.clustersPerStreet).toBeGreaterThan(3 * whole.clustersPerStreet)
  })

  test('shows that more interviews know it more exactly', () => {
    const margins = planSurvey(PLAN).precision.map(({ margin }) => margin)
    expect(margins).toEqual(margins.toSorted((a, b) => b - a))
  })
})

describe('the fields of the planner', () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return readFields(form, plannerForm)
  }
  const fields = newPlannerFields({ target: 85, population: 120_000, take: 10, streets: 3 })

  test('begin with the target and can be calculated as they stand', () => {
    const given = read(fields)
    expect(given.ok && given.value).toMatchObject({
      rate: 0.85,
      margin: 0.05,
      population: 120_000,
      deff: 1.5,
      perStreet: false,
    })
    const blank = read({ ...fields, population: '', deff: '' })
    expect(blank.ok && blank.value).toMatchObject({ population: null, deff: null })
  })

  test.each([
    ['rate', '0'],
    ['rate', '100'],
    ['margin', '0'],
    ['responseRate', 'NaN'],
    ['take', '1.5'],
    ['streets', '-1'],
    ['population', '1e9'],
    ['deff', '0.5'],
    ['correlation', '2'],
  ])('refuse %s %s with a sentence at that field', (name, value) => {
    const refused = read({ ...fields, [name]: value })
    expect(refused.ok ? [] : Object.keys(refused.errors)).toEqual([name])
  })
})

test('people of an age are counted by the years of a band that lie inside', () => {
  const band = { sex: 'female' as const, people: 100 }
  const rows = [
    { ...band, ageFrom: 0, ageTo: 17 },
    { ...band, ageFrom: 18, ageTo: 59 },
    { ...band, ageFrom: 60, ageTo: 200 },
  ]
  expect(peopleAged(rows, 18, 59)).toBe(100)
  // 60–75 are 16 of the 41 years from 60 to 100.
  expect(peopleAged(rows, 18, 75)).toBe(139)
  expect(peopleAged(rows, 0, 200)).toBe(300)
})

describe('the progress', () => {
  const rows = [
    { who: '甲', disposition: 'complete' as const, units: 6 },
    { who: '甲', disposition: 'refusal' as const, units: 2 },
    { who: '乙', disposition: 'open' as const, units: 4 },
    { who: '乙', disposition: 'not-eligible' as const, units: 3 },
  ]

  test('counts who was not eligible to nobody: 6 of 12 have answered', () => {
    const tally = tallyOf(rows)
    expect([eligibleIn(tally), responseRate(tally)]).toEqual([12, 0.5])
    expect(
      talliesBy(rows, ({ who }) => ({ key: who, name: who })).map(({ name, tally: { complete } }) => [name, complete]),
    ).toEqual([
      ['甲', 6],
      ['乙', 0],
    ])
  })

  test('has no rate where nobody is eligible', () => {
    expect(responseRate(tallyOf([]))).toBeNull()
  })
})
