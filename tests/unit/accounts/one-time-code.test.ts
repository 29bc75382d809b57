import { describe, expect, test } from 'vitest'
import { keysFrom } from '#app/db/sealed.server'
import { offeredKey, totpAddress, totpStep } from '#app/people/accounts/one-time-code.server'
import { codeAt, KEY } from '../../support/staff'
import { later, morning } from '../../support/world'

describe('the vectors of RFC 6238, appendix B (SHA-1, last six digits)', () => {
  test.each([
    [59, '287082', 0x1],
    [1_111_111_109, '081804', 0x23523ec],
    [1_111_111_111, '050471', 0x23523ed],
    [1_234_567_890, '005924', 0x273ef07],
    [2_000_000_000, '279037', 0x3f940aa],
    [20_000_000_000, '353130', 0x27bc86aa],
  ])('at %i seconds %s is right, in step %i', (seconds, code, step) => {
    expect(totpStep(KEY, code, { now: new Date(seconds * 1000), lastStep: null })).toBe(step)
  })
})

const stepAt = (now: Date, code: string, lastStep: number | null = null) => totpStep(KEY, code, { now, lastStep })

test('a clock may be 30 seconds off either way, and no more', () => {
  const code = codeAt(morning)
  for (const seconds of [-30, 0, 30]) expect(stepAt(later(seconds * 1000), code)).not.toBeNull()
  for (const seconds of [-60, 60, 3600]) expect(stepAt(later(seconds * 1000), code)).toBeNull()
})

test('a code is not taken twice, nor is one from before the last that was taken', () => {
  const step = stepAt(morning, codeAt(morning)) ?? 0
  expect(step).toBeGreaterThan(0)
  expect(stepAt(morning, codeAt(morning), step)).toBeNull()
  expect(stepAt(morning, codeAt(later(-30_000)), step)).toBeNull()
  expect(stepAt(morning, codeAt(later(30_000)), step)).toBe(step + 1)
})

test('spaces and full-width digits are how people type', () => {
  const code = codeAt(morning)
  expect(stepAt(morning, ` ${code.slice(0, 3)} ${code.slice(3)} `)).not.toBeNull()
  const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
  expect(stepAt(morning, wide)).not.toBeNull()
})

test.each(['', '12345', '1234567', 'abcdef', '12345x', '-12345', '1e5000', '\0'.repeat(6), '１'.repeat(100_000)])(
  'what is no code is wrong: %j',
  (typed) => {
    expect(stepAt(morning, typed)).toBeNull()
  },
)

test('the offered key is 160 bits, the same for the same secret, and another for another', () => {
  const keys = keysFrom('one district')
  const key = offeredKey(keys, 'a link')
  expect(key).toMatch(/^[A-Z2-7]{32}$/)
  expect(offeredKey(keys, 'a link')).toBe(key)
  expect(offeredKey(keys, 'another link')).not.toBe(key)
  expect(offeredKey(keysFrom('another district'), 'a link')).not.toBe(key)
})

test('the address for the app names us, the login and the key', () => {
  const { protocol, searchParams, pathname } = new URL(totpAddress(KEY, 'zhoumin'))
  expect(protocol).toBe('otpauth:')
  expect(decodeURIComponent(pathname)).toContain('知火 Zhihuo:zhoumin')
  expect(Object.fromEntries(searchParams)).toMatchObject({ secret: KEY, digits: '6', period: '30', algorithm: 'SHA1' })
})
