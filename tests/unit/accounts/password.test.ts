import { describe, expect, test } from 'vitest'
import { passwordFault } from '#app/people/accounts/password'
import { hashPassword, isPassword } from '#app/people/accounts/password.server'
import { PASSWORD } from '../../support/staff'

describe('a new password', () => {
  test.each([
    [PASSWORD],
    ['我家的猫喜欢吃鱼和虾米'],
    ['correct horse battery'],
    ['tr0ub4dor&3x'],
    ['𠮷野家的牛肉饭真好吃啊'],
  ])('may be %j', (password) => {
    expect(passwordFault(password, 'zhoumin')).toBeNull()
  })

  test.each([
    ['short', 'tooShort'],
    ['九个汉字不够长的', 'tooShort'],
    ['x'.repeat(201), 'tooLong'],
    ['豆浆'.repeat(100_000), 'tooLong'],
    ['password2026', 'tooCommon'],
    ['Password!!123', 'tooCommon'],
    ['2026admin2026', 'tooCommon'],
    ['13912345678', 'tooCommon'],
    ['1357924680', 'tooCommon'],
    ['zhihuo119119', 'tooCommon'],
    ['消防1191191191', 'tooCommon'],
    ['aaaaaaaaaaaa', 'tooCommon'],
    ['abababababab', 'tooCommon'],
    ['abcdefghijkl', 'tooCommon'],
    ['ｐａｓｓｗｏｒｄ１２３', 'tooCommon'],
    ['我是ZhouMin本人呀好', 'isLogin'],
  ])('may not be %.30j: %s', (password, fault) => {
    expect(passwordFault(password, 'zhoumin')).toBe(fault)
  })
})

describe('the hash of a password', () => {
  test('knows it again, however its letters were typed, and no other', async () => {
    const hash = await hashPassword('Café 豆浆 abc１２３')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword('Cafe\u0301 豆浆 abc123', hash)).toBe(true)
    expect(await isPassword('cafe 豆浆 abc123', hash)).toBe(false)
    expect(await hashPassword('Café 豆浆 abc１２３')).not.toBe(hash)
  })

  test.each(['', '\0', 'x'.repeat(1_000_000), '\ud800', '🔥'.repeat(1000)])(
    'anything that can be typed is wrong, and no error: %.20j',
    async (typed) => {
      expect(await isPassword(typed, await hashPassword(PASSWORD))).toBe(false)
      expect(await isPassword(typed, null)).toBe(false)
    },
  )

  test('the longest password that may be set is read to its end', async () => {
    const longest = `${'豆浆油条'.repeat(49)}铜铃x1`
    expect([...longest]).toHaveLength(200)
    expect(passwordFault(longest, 'zhoumin')).toBeNull()
    const hash = await hashPassword(longest)
    expect(await isPassword(longest, hash)).toBe(true)
    expect(await isPassword(`${longest.slice(0, -1)}2`, hash)).toBe(false)
  })
})
