import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { birthOf, isSameBirthYear } from '#app/people/rosters/birth'
import { calendarDay, datePartsOf } from '#app/people/rosters/days'
import { isMinor, mayBeUnder14 } from '#app/people/rosters/minor'
import type { Cell } from '#app/sheets/cell'
import { anyCell, TODAY } from './invented'

const dayColumn = { today: TODAY, isAge: false }
const ageColumn = { today: TODAY, isAge: true }

test.each<[Cell, { year: number; day?: string }]>([
  [1962, { year: 1962 }],
  ['1962', { year: 1962 }],
  ['1962年', { year: 1962 }],
  ['１９６２年', { year: 1962 }],
  ['1962年出生', { year: 1962 }],
  ['1962-05', { year: 1962 }],
  ['1962年5月', { year: 1962 }],
  ['196205', { year: 1962 }],
  [196205, { year: 1962 }],
  [1962.5, { year: 1962 }],
  ['1962/5/1', { year: 1962, day: '1962-05-01' }],
  ['1962.5.1', { year: 1962, day: '1962-05-01' }],
  ['1962 年 5 月 1 日', { year: 1962, day: '1962-05-01' }],
  ['1962-05-01 00:00:00', { year: 1962, day: '1962-05-01' }],
  ['1962-05-01T00:00:00.000Z', { year: 1962, day: '1962-05-01' }],
  ['19620501', { year: 1962, day: '1962-05-01' }],
  [19620501, { year: 1962, day: '1962-05-01' }],
  [new Date('1962-05-01T00:00Z'), { year: 1962, day: '1962-05-01' }],
  [22767, { year: 1962, day: '1962-05-01' }],
  [22767.25, { year: 1962, day: '1962-05-01' }],
  ['22767', { year: 1962, day: '1962-05-01' }],
  [9500, { year: 1926, day: '1926-01-03' }],
  // 1962 typed into a cell that shows days.
  [new Date('1905-05-15T00:00Z'), { year: 1962 }],
  ['5/1/1962', { year: 1962 }],
  [1900, { year: 1900 }],
  [2026, { year: 2026 }],
  [TODAY, { year: 2026, day: TODAY }],
])('%j is %j', (cell, value) => {
  expect(birthOf(cell, dayColumn)).toEqual({ kind: 'value', value })
})

test.each([
  1899,
  2027,
  2500,
  62,
  '62',
  '9500',
  '1962-13',
  '1962-02-30',
  '2026-11-26',
  '62年',
  '无',
  99999,
  1e15,
  true,
  -1,
])('%j says no year', (cell) => {
  expect(birthOf(cell, dayColumn)).toEqual({ kind: 'fault', problem: 'birthNotAYear' })
})

test('a broken day is a fault, nothing is nothing', () => {
  expect(birthOf(new Date(Number.NaN), dayColumn)).toEqual({ kind: 'fault', problem: 'birthNotAYear' })
  expect([null, ' ', '\u200b'].map((cell) => birthOf(cell, dayColumn).kind)).toEqual(['empty', 'empty', 'empty'])
})

test.each<[Cell, boolean, { year: number; isApproximate?: true }]>([
  [64, true, { year: 1962, isApproximate: true }],
  ['64', true, { year: 1962, isApproximate: true }],
  ['64岁', true, { year: 1962, isApproximate: true }],
  ['64周岁', false, { year: 1962, isApproximate: true }],
  [0, true, { year: 2026, isApproximate: true }],
  [1962, true, { year: 1962 }],
])('%j, in a column of ages %s, is %j', (cell, isAge, value) => {
  expect(birthOf(cell, { today: TODAY, isAge })).toEqual({ kind: 'value', value })
})

test.each([126, 999, -1, '六十'])('%j is no age', (cell) => {
  expect(birthOf(cell, ageColumn)).toEqual({ kind: 'fault', problem: 'birthNotAYear' })
})

test('every day is read back, however it is written', () => {
  const days = fc.date({ min: new Date('1927-06-01'), max: new Date('2026-11-25'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10)
      const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
      const serial = Math.floor((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000)
      const written = [
        day,
        day.replace(/-/g, ''),
        `${year}年${month}月${dayOfMonth}日`,
        `${year}/${month}/${dayOfMonth}`,
        serial,
        date,
      ]
      for (const cell of written) expect(birthOf(cell, dayColumn)).toEqual({ kind: 'value', value: { year, day } })
    }),
  )
})

test('no cell breaks it, and every year it gives is possible', () => {
  fc.assert(
    fc.property(anyCell, fc.boolean(), (cell, isAge) => {
      const reading = birthOf(cell, { today: TODAY, isAge })
      if (reading.kind !== 'value') return
      expect(reading.value.year).toBeGreaterThanOrEqual(1900)
      expect(reading.value.year).toBeLessThanOrEqual(2026)
    }),
    { numRuns: 1000 },
  )
})

test('the calendar knows its days', () => {
  expect(calendarDay(2024, 2, 29)).toBe('2024-02-29')
  expect([calendarDay(2023, 2, 29), calendarDay(2023, 13, 1), calendarDay(2023, 0, 1), calendarDay(62, 1, 1)]).toEqual(
    Array(4).fill(null),
  )
  expect(datePartsOf('2027-01-31', TODAY)).toEqual({ year: 2027, day: '2027-01-31' })
})

test('two years of birth are one when an age may be off by one', () => {
  expect([isSameBirthYear(1962, 1962, false), isSameBirthYear(1962, 1963, false)]).toEqual([true, false])
  expect([isSameBirthYear(1962, 1961, true), isSameBirthYear(1962, 1964, true)]).toEqual([true, false])
})

describe('the ages that the law draws a line at', () => {
  test.each([
    [{ birthYear: 2011 }, TODAY, false],
    [{ birthYear: 2012 }, TODAY, true],
    [{ birthYear: 2012 }, '2026-12-30', true],
    [{ birthYear: 2012 }, '2026-12-31', false],
    [{ birthYear: 2013 }, TODAY, true],
    [{ birthYear: 2012, birthDay: '2012-11-25' }, TODAY, false],
    [{ birthYear: 2012, birthDay: '2012-11-26' }, TODAY, true],
    [{ birthYear: 2012, birthDay: '2012-02-29' }, '2026-02-28', true],
    [{ birthYear: 2012, birthDay: '2012-02-29' }, '2026-03-01', false],
  ])('%j may be under 14 on %s: %s', (birth, today, expected) => {
    expect(mayBeUnder14(birth, today)).toBe(expected)
  })

  test.each([
    [{ birthYear: 2007 }, false],
    [{ birthYear: 2008 }, true],
    [{ birthYear: 2008, birthDay: '2008-11-25' }, false],
    [{ birthYear: 2008, birthDay: '2008-11-26' }, true],
  ])('%j is a minor: %s', (birth, expected) => {
    expect(isMinor(birth, TODAY)).toBe(expected)
  })

  test('who is under 14 by their birthday may be so by their year', () => {
    const days = fc.date({ min: new Date('2005-01-01'), max: new Date('2026-11-25'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const birthDay = date.toISOString().slice(0, 10)
        const birthYear = Number(birthDay.slice(0, 4))
        if (mayBeUnder14({ birthYear, birthDay }, TODAY)) expect(mayBeUnder14({ birthYear }, TODAY)).toBe(true)
        if (mayBeUnder14({ birthYear }, TODAY)) expect(isMinor({ birthYear }, TODAY)).toBe(true)
      }),
    )
  })
})
