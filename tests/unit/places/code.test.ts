import { describe, expect, test } from 'vitest'
import { hasLostDigits, levelOfCode, normaliseCode, parentCode } from '#app/people/places/code'
import { demoDistrict } from '#app/people/places/demo-district'
import { readCode, readLevel } from '#app/people/places/places-file'

describe('a code says its level', () => {
  test.each([
    ['110112000000', 'district'],
    ['110112001000', 'street'],
    ['110112001001', 'community'],
    ['110112001001001', 'grid'],
    ['441900003000', 'street'],
  ])('%s is a %s', (code, level) => {
    expect(levelOfCode(code)).toBe(level)
  })

  test.each([
    ['a province', '110000000000'],
    ['a leading zero', '011012001000'],
    ['too short', '110112001'],
    ['too long', '1101120010010012'],
    ['thirteen digits', '1101120010010'],
    ['a community without a street', '110112000001'],
    ['a grid below a street', '110112001000001'],
    ['a grid without a number', '110112001001000'],
    ['letters', '11011200100a'],
    ['nothing', ''],
  ])('%s is none', (_, code) => {
    expect(levelOfCode(code)).toBeNull()
  })

  test('the demonstration district keeps the same rule', () => {
    expect(demoDistrict.map(({ code }) => levelOfCode(code))).toEqual(demoDistrict.map(({ level }) => level))
  })
})

test('a code says where it lies', () => {
  expect(parentCode({ code: '110112001001001', level: 'grid' })).toBe('110112001001')
  expect(parentCode({ code: '110112001001', level: 'community' })).toBe('110112001000')
  expect(parentCode({ code: '110112001000', level: 'street' })).toBe('110112000000')
  expect(parentCode({ code: '110112000000', level: 'district' })).toBeNull()
})

describe('a code in a cell', () => {
  test('may have spaces and full-width digits', () => {
    expect(normaliseCode(' 1101 1200 1000 ')).toBe('110112001000')
    expect(readCode('１１０１１２００１０００')).toEqual({ ok: true, code: '110112001000', level: 'street' })
  })

  test.each(['1.10112E+11', '1.10112e+11', '1.10112E11', '1E+11'])('%s has lost its last digits', (text) => {
    expect(hasLostDigits(text)).toBe(true)
    expect(readCode(text)).toEqual({ ok: false, problem: 'codeLostDigits' })
  })

  test('that is empty or no code is told apart', () => {
    expect(readCode('')).toEqual({ ok: false, problem: 'codeMissing' })
    expect(readCode('110112')).toEqual({ ok: false, problem: 'codeForm' })
  })
})

test.each([
  ['区县', 'district'],
  ['街道（镇）', 'street'],
  ['乡', 'street'],
  ['社区/村', 'community'],
  ['Grid', 'grid'],
  ['省', null],
])('the level %s is %s', (text, level) => {
  expect(readLevel(text)).toBe(level)
})
