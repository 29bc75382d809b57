import { describe, expect, test } from 'vitest'
import { CODE_SPACE, codeFromNumber, displayCode, normaliseCode } from '#app/people/learners/code'

describe('a code', () => {
  test.each([
    [0, '0000000000'],
    [42, '0000000042'],
    [CODE_SPACE - 1, '9999999999'],
  ])('made of %i is ten digits', (number, expected) => {
    expect(codeFromNumber(number)).toBe(expected)
  })

  test('is shown in groups of three, three and four', () => {
    expect(displayCode('0123456789')).toBe('012 345 6789')
  })

  test('reads back as it is shown, whatever the number', () => {
    for (let number = 0; number < CODE_SPACE; number += 123_456_789) {
      const code = codeFromNumber(number)
      expect(normaliseCode(displayCode(code))).toBe(code)
    }
  })
})

describe('what a person typed', () => {
  test.each([
    '0123456789',
    ' 0123456789 ',
    '012-345-6789',
    '012–345—6789',
    '012.345.6789',
    '01 23 45 67 89',
    '012\u00a0345\u00a06789',
    '０１２３４５６７８９',
    '０１２　３４５　６７８９',
    '０１２－３４５－６７８９',
    '012\t345\n6789',
  ])('%j is read', (typed) => {
    expect(normaliseCode(typed)).toBe('0123456789')
  })

  test.each([
    '',
    ' ',
    '012345678',
    '01234567890',
    '01234S6789',
    'O123456789',
    '一二三四五六七八九十',
    '٠١٢٣٤٥٦٧٨٩',
    '-123456789',
    '1e9',
    '0123456789;drop',
    '012345678\u0000',
    `${' '.repeat(60)}0123456789`,
    '9'.repeat(100_000),
  ])('%j is no code', (typed) => {
    expect(normaliseCode(typed)).toBeNull()
  })
})
