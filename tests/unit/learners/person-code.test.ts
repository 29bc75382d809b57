import { describe, expect, test } from 'vitest'
import { keysFrom } from '#app/db/sealed.server'
import { readJoinForm } from '#app/people/learners/read-join-form'
import { displayPersonCode, normalisePersonCode } from '#app/people/rosters/person-code'
import { joinCodeHash, joinCodeOf } from '#app/people/rosters/person-codes.server'

const keys = keysFrom('a secret of these tests')
const ids = Array.from({ length: 2000 }, (_, index) => `person ${index}`)

describe('a personal code', () => {
  test('is eight signs that nobody takes for one another, the same each time, and another for each person', () => {
    const codes = ids.map((id) => joinCodeOf(keys, id))
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
    expect(new Set(codes).size).toBe(ids.length)
    expect(codes[0]).toBe(joinCodeOf(keys, ids[0] ?? ''))
    expect(codes[0]).not.toBe(joinCodeOf(keysFrom('another secret of tests'), ids[0] ?? ''))
  })

  test('uses all its signs', () => {
    expect(new Set(ids.map((id) => joinCodeOf(keys, id)).join('')).size).toBe(32)
  })

  test('is kept as a hash that says nothing of it', () => {
    const code = joinCodeOf(keys, 'person 1')
    expect(joinCodeHash(keys, code)).not.toContain(code)
    expect(joinCodeHash(keys, code)).not.toBe(joinCodeHash(keysFrom('another secret of tests'), code))
  })

  test.each([
    ['abcd efgh', 'ABCDEFGH'],
    [' ABCD-EFGH ', 'ABCDEFGH'],
    ['ａｂｃｄ２３４５', 'ABCD2345'],
    ['ABCDEFG', null],
    ['ABCDEFG0', null],
    ['ABCDEFGI', null],
    ['', null],
    ['甲乙丙丁戊己庚辛', null],
  ])('typed as %j is read as %j', (typed, code) => {
    expect(normalisePersonCode(typed)).toBe(code)
  })

  test('is shown in two halves and read back', () => {
    expect(displayPersonCode('ABCD2345')).toBe('ABCD 2345')
    expect(normalisePersonCode(displayPersonCode('ABCD2345'))).toBe('ABCD2345')
  })
})

describe('the form of a joining page', () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return readJoinForm(form)
  }

  test('gives the name as rosters keep it and the last four digits, also of a whole phone', () => {
    const typed = (tail: string) => read({ way: 'name', name: ' 张 伟 ', tail })?.typed
    expect(typed('５６７８')).toEqual({ way: 'name', name: '张伟', tail: '5678' })
    expect(typed('138 1234 5678')).toEqual({ way: 'name', name: '张伟', tail: '5678' })
  })

  test('shows again what was typed, not what was made of it', () => {
    expect(read({ way: 'name', name: '张 伟', tail: '5 6' })?.shown).toEqual({ name: '张 伟', tail: '5 6' })
    expect(read({ way: 'code', code: 'x' })).toEqual({ typed: { way: 'code', code: '' }, shown: { code: 'x' } })
  })

  test('is nothing when no page of ours sent it', () => {
    for (const fields of [{}, { way: 'name' }, { way: 'x', code: '1' }, { way: 'code', code: 'A'.repeat(201) }])
      expect(read(fields as Record<string, string>)).toBeNull()
  })
})
