import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsLater, requireDay } from '#app/statistics/calendar-day'
import { distinctPersons } from '#app/statistics/distinct-persons'
import { educationRate } from '#app/statistics/education-rate'
import { trainingRate } from '#app/statistics/training-rate'

const on = (person: string, unit: string, from: string | null = '2020-01-01', until: string | null = null) => ({
  person,
  unit,
  from,
  until,
})
const passed = (person: string, day: string) => ({ person, day, passed: true })
const asOf = '2026-11-25'

test('leavers are out, new hires in, everybody once', () => {
  const rate = trainingRate({
    roster: [
      on('wang', 'mall'),
      on('li', 'mall'),
      on('zhao', 'mall', '2026-11-25'),
      on('qian', 'mall', '2020-01-01', '2026-11-25'),
      on('sun', 'school'),
      on('wang', 'school', null),
      on('zhou', 'school', '2026-11-26'),
    ],
    attendance: [
      passed('wang', '2026-03-01'),
      passed('wang', '2026-05-01'),
      passed('sun', '2026-05-01'),
      passed('qian', '2026-05-01'),
      { person: 'li', day: '2026-05-01', passed: false },
      passed('zhao', '2026-11-26'),
      passed('stranger', '2026-05-01'),
    ],
    asOf,
    units: ['mall', 'school', 'cinema', 'cinema'],
  })
  expect(rate).toEqual({
    value: 2 / 4,
    trained: 2,
    persons: 4,
    units: [
      { unit: 'mall', trained: 1, persons: 3, value: 1 / 3 },
      { unit: 'school', trained: 2, persons: 2, value: 1 },
    ],
    completeUnits: 1,
    meanOfUnits: 2 / 3,
    unitsWithoutRoster: ['cinema'],
    asOf,
    window: 12,
    flags: [],
  })
})

test('a training holds to the same day twelve months later', () => {
  const rateOf = (day: string, window?: number) =>
    trainingRate({ roster: [on('wang', 'mall')], attendance: [passed('wang', day)], asOf, window }).value
  expect([rateOf('2025-11-25'), rateOf('2025-11-24')]).toEqual([1, 0])
  expect([rateOf('2026-05-25', 6), rateOf('2026-05-24', 6)]).toEqual([1, 0])
  expect([rateOf('2026-11-25'), rateOf('2026-11-26')]).toEqual([1, 0])
})

test('a shorter window of one unit counts for that unit', () => {
  const rate = trainingRate({
    roster: [{ ...on('wang', 'cinema'), window: 6 }, on('wang', 'office')],
    attendance: [passed('wang', '2026-01-10')],
    asOf,
  })
  expect(rate.units.map(({ value }) => value)).toEqual([0, 1])
  expect(rate).toMatchObject({ value: 0, persons: 1 })
})

test('nobody on the roster is no data, not 0 percent', () => {
  const rate = trainingRate({ roster: [], attendance: [passed('wang', '2026-05-01')], asOf, units: ['mall'] })
  expect(rate).toMatchObject({ value: null, meanOfUnits: null, unitsWithoutRoster: ['mall'], flags: ['noData'] })
})

const names = fc.constantFrom('wang', 'li', 'zhao', 'qian', 'sun')
const days = fc.constantFrom('2025-01-31', '2025-11-25', '2026-02-28', '2026-11-25', '2026-12-01')
const rosters = fc.array(
  fc.record({ person: names, unit: fc.constantFrom('mall', 'school'), from: fc.option(days), until: fc.option(days) }),
)
const attendances = fc.array(fc.record({ person: names, day: days, passed: fc.boolean() }))

test('the trained are on the roster, and a training more never lowers the rate', () => {
  fc.assert(
    fc.property(rosters, attendances, (roster, attendance) => {
      const rate = trainingRate({ roster, attendance, asOf })
      for (const { trained, persons } of [rate, ...rate.units]) expect(trained <= persons).toBe(true)
      expect(rate.persons).toBe(new Set(roster.filter(isOn).map(({ person }) => person)).size)
      const more = trainingRate({ roster, attendance: [...attendance, passed('wang', '2026-11-20')], asOf })
      expect(more.trained).toBeGreaterThanOrEqual(rate.trained)
    }),
  )
})

function isOn({ from, until }: { from: string | null; until: string | null }): boolean {
  return (from ?? '0') <= asOf && asOf < (until ?? '9')
}

test('unknown residence makes a range', () => {
  const rate = educationRate({
    participation: [
      { person: 'wang', residence: 'unknown' },
      { person: 'wang', residence: 'confirmed' },
      { person: 'li', residence: 'unknown' },
      { person: 'li', residence: 'unknown' },
      { person: 'zhao', residence: 'elsewhere' },
      { person: 'zhao', residence: 'unknown' },
      { person: null, residence: 'confirmed' },
    ],
    population: 40,
  })
  expect(rate).toEqual({
    value: 1 / 40,
    lower: 1 / 40,
    upper: 2 / 40,
    confirmed: 1,
    unknown: 1,
    elsewhere: 1,
    unnamed: 1,
    population: 40,
    flags: [],
  })
})

test('a share above the population is never printed', () => {
  const participation = ['wang', 'li', 'zhao'].map((person) => ({ person, residence: 'confirmed' as const }))
  const doubtful = [...participation, { person: 'qian', residence: 'unknown' as const }]
  expect(educationRate({ participation: doubtful, population: 3 })).toMatchObject({ upper: 1, flags: ['upperCapped'] })
  expect(educationRate({ participation, population: 2 })).toMatchObject({
    value: null,
    upper: null,
    flags: ['morePersonsThanPopulation'],
  })
  expect(educationRate({ participation, population: 0 })).toMatchObject({ value: null, flags: ['noPopulation'] })
})

test('persons and person-times are two figures', () => {
  const rows = [
    { person: 'wang', day: '2026-05-01' },
    { person: 'wang', day: '2026-05-02' },
    { person: 'li', day: '2026-05-31' },
    { person: null, day: '2026-05-31' },
  ]
  expect(distinctPersons(rows)).toEqual({ persons: 2, times: 4, unnamed: 1 })
  expect(distinctPersons(rows, { from: '2026-05-02' })).toEqual({ persons: 2, times: 3, unnamed: 1 })
  expect(distinctPersons(rows, { to: '2026-05-02' })).toEqual({ persons: 1, times: 2, unnamed: 0 })
  expect(distinctPersons([])).toEqual({ persons: 0, times: 0, unnamed: 0 })
})

test.each([
  ['2025-08-31', 6, '2026-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2025-10-31', 14, '2026-12-31'],
])('%s and %d months: %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later)
})

test('illegal input is refused', () => {
  for (const day of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2100-02-29', 'today', '']) {
    expect(() => requireDay(day)).toThrow(RangeError)
    expect(() => trainingRate({ roster: [], attendance: [passed('wang', day)], asOf })).toThrow(RangeError)
    expect(() => trainingRate({ roster: [], attendance: [], asOf: day })).toThrow(RangeError)
    expect(() => distinctPersons([{ person: 'wang', day }])).toThrow(RangeError)
  }
  for (const window of [0, 1.5, Number.NaN])
    expect(() => trainingRate({ roster: [], attendance: [], asOf, window })).toThrow(RangeError)
  for (const population of [-1, 1.5, Number.NaN])
    expect(() => educationRate({ participation: [], population })).toThrow(RangeError)
})
