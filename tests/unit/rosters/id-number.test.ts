import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idNumberOf, idTailOf, withCheckDigit } from '#app/people/rosters/id-number'
import { anyCell, inventedId, TODAY } from './invented'

const woman = inventedId('19620501', '028')
const man = inventedId('20140229'.replace('2014', '2012'), '033')

describe('a resident’s number', () => {
  test('gives birth, sex and its end', () => {
    expect(idNumberOf(woman, TODAY)).toEqual({
      kind: 'value',
      value: { number: woman, tail: woman.slice(-4), birth: { year: 1962, day: '1962-05-01' }, sex: 'female' },
    })
    expect(idNumberOf(man, TODAY)).toMatchObject({ value: { birth: { year: 2012, day: '2012-02-29' }, sex: 'male' } })
  })

  test('may be written with spaces, full width, a small x or the apostrophe of Excel', () => {
    const orders = Array.from({ length: 40 }, (_, at) => String(100 + at))
    const withX = orders.map((order) => inventedId('19620501', order)).find((number) => number.endsWith('X')) ?? ''
    const wide = [...woman].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')
    const spellings = [
      withX.toLowerCase(),
      `'${withX}`,
      ` ${withX.slice(0, 6)} ${withX.slice(6, 14)}-${withX.slice(14)}`,
    ]
    for (const cell of spellings) expect(idNumberOf(cell, TODAY)).toMatchObject({ value: { number: withX } })
    expect(withX).toHaveLength(18)
    expect(idNumberOf(wide, TODAY)).toMatchObject({ value: { number: woman } })
  })

  test('of the old kind becomes the one of today', () => {
    const old = `${woman.slice(0, 6)}${woman.slice(8, 17)}`
    expect(old).toHaveLength(15)
    expect(idNumberOf(old, TODAY)).toEqual(idNumberOf(woman, TODAY))
  })

  test('with one wrong digit, or two neighbours exchanged, is found out', () => {
    const day = fc.date({ min: new Date('1920-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    const order = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))
    const numbers = fc
      .tuple(day, order)
      .map(([date, end]) => inventedId(date.toISOString().slice(0, 10).replace(/-/g, ''), end))
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        expect(idNumberOf(number, TODAY).kind).toBe('value')
        const wrong = number.slice(0, at) + ((Number(number[at]) + more) % 10) + number.slice(at + 1)
        expect(idNumberOf(wrong, TODAY).kind).toBe('fault')
        const exchanged = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
        if (exchanged !== number) expect(idNumberOf(exchanged, TODAY).kind).toBe('fault')
      }),
    )
  })
})

test.each([['E12345678'], ['EA1234567'], ['h01234567'], ['CHN123456789012']])(
  'the document %s has an end and nothing else',
  (cell) => {
    const number = cell.toUpperCase()
    expect(idNumberOf(cell, TODAY)).toEqual({
      kind: 'value',
      value: { number, tail: number.slice(-4), birth: null, sex: null },
    })
  },
)

test('of a number with stars only the end is known', () => {
  const value = { number: null, tail: '012X', birth: null, sex: null }
  expect(idNumberOf('999999********012x', TODAY)).toEqual({ kind: 'value', value })
})

const rounded = `${woman.slice(0, 15)}000`

test.each([
  [Number(woman), 'idLostDigits'],
  [999999196205011000, 'idLostDigits'],
  [999999620501023, 'idLostDigits'],
  ['4.4E+17', 'idLostDigits'],
  ['4.40105e+17', 'idLostDigits'],
  [withCheckDigit(rounded.slice(0, 17)) === rounded ? '4.4E+17' : rounded, 'idLostDigits'],
  ['9999991962050100', 'idNotAnId'],
  ['9999991962051000', 'idLostDigits'],
  [`${woman.slice(0, 17)}${woman.endsWith('1') ? '2' : '1'}`, 'idCheckDigit'],
  [inventedId('19620230'), 'idNotAnId'],
  [inventedId('20270101'), 'idNotAnId'],
  [inventedId('18620101'), 'idNotAnId'],
  [woman.slice(1), 'idNotAnId'],
  [`${woman}1`, 'idNotAnId'],
  ['无', 'idNotAnId'],
  [19620501, 'idNotAnId'],
  [true, 'idNotAnId'],
])('%s is refused: %s', (cell, problem) => {
  expect(idNumberOf(cell, TODAY)).toEqual({ kind: 'fault', problem })
})

test('no cell breaks it, and what it takes has four signs at its end', () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      const reading = idNumberOf(cell, TODAY)
      if (reading.kind === 'value') expect(reading.value.tail).toMatch(/^\d{3}[\dX]$/)
    }),
  )
})

test.each([
  ['012x', '012X'],
  [' 0123 ', '0123'],
  ['０１２Ｘ', '012X'],
  [12, '0012'],
  [1234, '1234'],
])('the end %j is %s', (cell, value) => {
  expect(idTailOf(cell)).toEqual({ kind: 'value', value })
})

test.each(['12', '12345', 'X123', '无', 12345, -12, 1.5, true])('%j is no end of a number', (cell) => {
  expect(idTailOf(cell)).toEqual({ kind: 'fault', problem: 'idTailNotFour' })
})

test('no end is no fault', () => {
  expect([idTailOf(null), idNumberOf(' ', TODAY)]).toEqual([{ kind: 'empty' }, { kind: 'empty' }])
})
