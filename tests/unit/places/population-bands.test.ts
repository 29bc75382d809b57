import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { populationForm } from '#app/people/places/forms'
import {
  OLDEST,
  overlapIn,
  readBand,
  readPeople,
  readSex,
  readYear,
  writeBand,
} from '#app/people/places/population-bands'
import { fieldsOf, linesOf } from '#app/people/places/population-lines'

const band = fc
  .tuple(fc.integer({ min: 0, max: 199 }), fc.oneof(fc.integer({ min: 0, max: 199 }), fc.constant(OLDEST)))
  .map(([one, other]) => ({ ageFrom: Math.min(one, other), ageTo: Math.max(one, other) }))

describe('an age band', () => {
  test.each([
    ['18-39', 18, 39],
    ['18–39岁', 18, 39],
    ['18岁至39岁', 18, 39],
    [' ０～１７ ', 0, 17],
    ['60岁以上', 60, OLDEST],
    ['60岁及以上', 60, OLDEST],
    ['75+', 75, OLDEST],
    ['75 and over', 75, OLDEST],
    ['6-6', 6, 6],
  ])('%s is from %i to %i', (text, ageFrom, ageTo) => {
    expect(readBand(text)).toEqual({ ageFrom, ageTo })
  })

  test.each(['', '合计', '39-18', '18', '18岁以下', '18-', '-5', '18-39-60', '0-999', '一八'])('%s is none', (text) => {
    expect(readBand(text)).toBeNull()
  })

  test('reads back what was written, in either writing', () => {
    fc.assert(
      fc.property(band, fc.constantFrom('岁以上', '+'), (one, andOver) => {
        expect(readBand(writeBand(one, andOver))).toEqual(one)
      }),
    )
  })
})

describe('overlapping bands', () => {
  test('are found within a sex, and only there', () => {
    const row = (sex: 'female' | 'male', ageFrom: number, ageTo: number) => ({ sex, ageFrom, ageTo })
    expect(overlapIn([row('female', 0, 17), row('male', 0, 17), row('female', 18, OLDEST)])).toBeNull()
    expect(overlapIn([row('female', 18, 39), row('male', 0, 99), row('female', 39, 60)])).toEqual([0, 2])
    expect(overlapIn([row('male', 0, 99), row('male', 20, 30), row('male', 95, 120)])).toEqual([0, 1])
  })

  test('are found exactly when some age is counted twice', () => {
    const rows = fc.array(
      band.map((one) => ({ ...one, sex: 'female' as const })),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(rows, (some) => {
        const counted = Array.from({ length: OLDEST + 1 }, (_, age) =>
          some.filter(({ ageFrom, ageTo }) => ageFrom <= age && age <= ageTo),
        )
        expect(overlapIn(some) !== null).toBe(counted.some(({ length }) => length > 1))
      }),
    )
  })
})

test.each([
  ['1200', 1200],
  ['1,200 人', 1200],
  ['０', 0],
  ['-3', null],
  ['12.5', null],
  ['1.2E+5', null],
  ['', null],
  ['许多', null],
])('%j people are %s', (text, people) => {
  expect(readPeople(text)).toBe(people)
})

test('years and sexes are read as people write them', () => {
  expect(['2025', '2025年', ' ２０２５ ', '25', '1899', '2025.5', ''].map(readYear)).toEqual([
    2025,
    2025,
    2025,
    null,
    null,
    null,
    null,
  ])
  expect(['女', '男性', 'Male', '合计', '__proto__'].map(readSex)).toEqual(['female', 'male', 'male', null, null])
})

describe('the form of one year', () => {
  const rows = [
    { sex: 'female' as const, ageFrom: 0, ageTo: 17, people: 12 },
    { sex: 'male' as const, ageFrom: 0, ageTo: 17, people: 13 },
    { sex: 'male' as const, ageFrom: 60, ageTo: OLDEST, people: 0 },
  ]

  test('gives back the very figures it was filled with', () => {
    const fields = { year: '2025', source: '统计年鉴', ...fieldsOf(rows) }
    expect(populationForm.parse(fields)).toEqual({ year: 2025, source: '统计年鉴', rows })
    expect(linesOf(rows).map(({ female, male }) => [female, male])).toEqual([
      [12, 13],
      [null, 0],
    ])
  })

  test('keeps a hundred bands of one year each', () => {
    const many = Array.from({ length: 100 }, (_, age) => ({
      sex: 'female' as const,
      ageFrom: age,
      ageTo: age,
      people: 1,
    }))
    expect(populationForm.parse({ year: '2025', source: '普查', ...fieldsOf(many) }).rows).toEqual(many)
  })

  test.each([
    ['figures without a band', { 'band-0': '', 'female-0': '3' }, 'band-0', 'bandMissing'],
    ['a band that is none', { 'band-0': '大人', 'female-0': '3' }, 'band-0', 'bandForm'],
    ['half a person', { 'band-0': '0-17', 'male-0': '1.5' }, 'male-0', 'peopleForm'],
    ['figures without a source', { 'band-0': '0-17', 'male-0': '1', source: ' ' }, 'source', 'required'],
    ['no year', { year: 'MMXXV' }, 'year', 'yearForm'],
  ])('refuses %s', (_, fields, field, problem) => {
    const parsed = populationForm.safeParse({ year: '2025', source: '统计年鉴', ...fields })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([field, problem])
  })

  test('without any figure takes the year away', () => {
    expect(populationForm.parse({ year: '2025', source: '', ...fieldsOf([]) })).toEqual({
      year: 2025,
      source: '',
      rows: [],
    })
  })
})
