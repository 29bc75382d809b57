import { expect, test } from 'vitest'
import { ageBandsOf, bandOf } from '#app/measure/awareness/age-bands'
import { defaultSettings } from '#app/measure/awareness/estimate-input'
import { populationMargins } from '#app/measure/awareness/population-margins'

const frame = { ageFrom: 18, ageTo: 75 }
const rows = (
  people: number,
  bands: [number, number][] = [
    [18, 44],
    [45, 59],
    [60, 75],
  ],
) => (['female', 'male'] as const).flatMap((sex) => bands.map(([ageFrom, ageTo]) => ({ sex, ageFrom, ageTo, people })))
const of = (year: number, people: number) => ({ year, source: `${year} 年鉴`, rows: rows(people) })

test('bands begin with the frame and end with it', () => {
  const bands = ageBandsOf([18, 45, 60], { ageFrom: 16, ageTo: 75 })
  expect(bands.map(({ key }) => key)).toEqual(['16-17', '18-44', '45-59', '60-75'])
  expect([15, 16, 44, 75, 76, null].map((age) => bandOf(bands, age))).toEqual(['', '16-17', '18-44', '60-75', '', ''])
})

test('the newest year of the place counts; streets only in a year that is known of all of them', () => {
  const streets = [
    { code: 'A', populations: [of(2024, 20), of(2020, 10)] },
    { code: 'B', populations: [of(2020, 30)] },
  ]
  const [sexAge, street] = populationMargins([of(2024, 100), of(2020, 90)], streets, frame, defaultSettings)
  expect(sexAge).toMatchObject({ by: 'sexAge', year: 2024, isShared: false, totals: { 'male 60-75': 100 } })
  expect(street).toMatchObject({ by: 'street', year: 2020, totals: { A: 60, B: 180 } })
  const none = [streets[0], { code: 'B', populations: [of(2019, 30)] }].filter((one) => one !== undefined)
  expect(populationMargins([of(2024, 100)], none, frame, defaultSettings).map(({ by }) => by)).toEqual(['sexAge'])
})

test('a place without figures of its own is the sum of its streets, and nothing known is no margin', () => {
  const streets = [
    { code: 'A', populations: [of(2020, 10)] },
    { code: 'B', populations: [of(2020, 30)] },
  ]
  expect(populationMargins([], streets, frame, defaultSettings)[0]?.totals['female 18-44']).toBe(40)
  expect(populationMargins([], [], frame, defaultSettings)).toEqual([])
})

test('bands of the source that reach across are shared out, and the page is told', () => {
  const population = {
    year: 2020,
    source: '普查',
    rows: rows(100, [
      [15, 34],
      [35, 64],
      [65, 200],
    ]),
  }
  const [sexAge] = populationMargins([population], [], frame, defaultSettings)
  expect(sexAge?.isShared).toBe(true)
  // 18–34 of 15–34, and 35–44 of 35–64.
  expect(sexAge?.totals['female 18-44']).toBe(Math.round((100 * 17) / 20 + (100 * 10) / 30))
})
