import { expect, test } from 'vitest'
import { shanghaiDay } from '#app/db/day'
import { isId, newId } from '#app/db/ids'

test.each([
  ['2026-11-22T15:59:59.999Z', '2026-11-22'],
  ['2026-11-22T16:00:00.000Z', '2026-11-23'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ['2024-02-28T16:00:00.000Z', '2024-02-29'],
])('the moment %s falls on %s in Shanghai', (moment, day) => {
  expect(shanghaiDay(new Date(moment))).toBe(day)
})

test('a new id has the form of our ids, and later ones sort after earlier ones', () => {
  const ids = Array.from({ length: 500 }, newId)
  expect(ids.every(isId)).toBe(true)
  expect(new Set(ids).size).toBe(500)
  expect(ids.toSorted()).toEqual(ids)
})

test.each([
  '',
  'x',
  '01930000-0000-7000-8000-00000000000',
  '01930000-0000-7000-8000-0000000000000',
  '01930000-0000-0000-8000-000000000000',
  '01930000-0000-7000-7000-000000000000',
  '01930000-0000-7000-8000-00000000000G',
  '01930000-0000-7000-8000-00000000000A',
  '01930000000070008000000000000000',
  "01930000-0000-7000-8000-000000000000' or 1=1",
  '01930000-0000-7000-8000-000000000000\n',
  ' 01930000-0000-7000-8000-000000000000',
])('%j is no id', (text) => {
  expect(isId(text)).toBe(false)
})
