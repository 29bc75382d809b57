import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedPhone, phoneOf, phoneTailOf } from '#app/people/rosters/phone'
import { anyCell } from './invented'

test.each([
  ['13800138000', '13800138000'],
  [13800138000, '13800138000'],
  ['138 0013 8000', '13800138000'],
  ['138-0013-8000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['+86 13800138000', '13800138000'],
  ['(+86)138-0013-8000', '13800138000'],
  ['008613800138000', '13800138000'],
  ['86-13800138000', '13800138000'],
  [8613800138000, '13800138000'],
  ['013800138000', '13800138000'],
  ["'13800138000", '13800138000'],
  ['13800138000.0', '13800138000'],
  ['\u202d13800138000\u202c', '13800138000'],
  ['19912345678', '19912345678'],
  ['010-69541234', '01069541234'],
  ['（010）6954 1234', '01069541234'],
  ['+86 10 6954 1234', '01069541234'],
  ['0312-2821234', '03122821234'],
  ['0312-28212345', '031228212345'],
])('%j is %s', (cell, value) => {
  expect(phoneOf(cell)).toEqual({ kind: 'value', value })
})

test.each([
  ['1.38E+10', 'phoneLostDigits'],
  ['1.38001e+10', 'phoneLostDigits'],
  [13800000000, 'phoneLostDigits'],
  ['1380013800', 'phoneNotAPhone'],
  ['138001380001', 'phoneNotAPhone'],
  ['12800138000', 'phoneNotAPhone'],
  ['69541234', 'phoneNotAPhone'],
  [1069541234, 'phoneNotAPhone'],
  ['13800138000/13900139000', 'phoneNotAPhone'],
  ['13800138000、', 'phoneNotAPhone'],
  ['无', 'phoneNotAPhone'],
  ['+852 9123 4567', 'phoneNotAPhone'],
  ['138*5678', 'phoneNotAPhone'],
  [13800138000.5, 'phoneNotAPhone'],
  [-13800138000, 'phoneNotAPhone'],
  [Number.NaN, 'phoneNotAPhone'],
  [true, 'phoneNotAPhone'],
  [new Date('2026-03-02'), 'phoneNotAPhone'],
])('%j is refused: %s', (cell, problem) => {
  expect(phoneOf(cell)).toEqual({ kind: 'fault', problem })
})

test.each(['138****5678', '138 **** 5678', '１３８＊＊＊＊５６７８', '138***5678'])(
  '%s is a phone that was masked',
  (cell) => {
    expect(phoneOf(cell)).toEqual({ kind: 'value', value: { masked: '138****5678' } })
  },
)

test.each([null, '', ' ', '\u200b'])('%j is empty', (cell) => {
  expect(phoneOf(cell)).toEqual({ kind: 'empty' })
})

test('a phone that was read is read as itself, and its mask as its mask', () => {
  const typed = fc
    .tuple(fc.constantFrom('', '+86', '0086 ', '86'), fc.stringMatching(/^1[3-9]\d{9}$/), fc.constantFrom('', ' ', '-'))
    .map(([prefix, phone, space]) => `${prefix}${phone.slice(0, 3)}${space}${phone.slice(3)}`)
  fc.assert(
    fc.property(fc.oneof(anyCell, typed), (cell) => {
      const reading = phoneOf(cell)
      if (reading.kind !== 'value') return
      const { value } = reading
      expect(phoneOf(typeof value === 'string' ? value : value.masked)).toEqual(reading)
      if (typeof value !== 'string') return
      expect(value).toMatch(/^\d{10,12}$/)
      expect(phoneOf(maskedPhone(value))).toEqual({ kind: 'value', value: { masked: maskedPhone(value) } })
      expect(phoneTailOf(value)).toBe(phoneTailOf({ masked: maskedPhone(value) }))
    }),
    { numRuns: 1000 },
  )
})

test('a mask hides the middle', () => {
  expect(maskedPhone('13812345678')).toBe('138****5678')
  expect(maskedPhone('01069541234')).toBe('010****1234')
  expect(maskedPhone('1234567')).toBe('****')
  expect([phoneTailOf('13812345678'), phoneTailOf({ masked: '138****5678' }), phoneTailOf(null)]).toEqual([
    '5678',
    '5678',
    null,
  ])
})
