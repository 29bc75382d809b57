import { describe, expect, test } from 'vitest'
import { isLocale, negotiateLocale } from '#app/i18n/locales'

describe('negotiateLocale', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['fr-FR, en;q=0.5', 'en'],
    ['zh;q=0.4, en;q=0.6', 'en'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['en ; q=0.9 , zh ; q=0.8', 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en;q=0.5, zh;q=0.6', 'zh-CN'],
    ['zh, en', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['en;q=0.0, zh;q=0', 'zh-CN'],
    ['fr, de;q=0.9', 'zh-CN'],
    ['*', 'zh-CN'],
    ['', 'zh-CN'],
  ])('"%s" gets %s', (header, expected) => {
    expect(negotiateLocale(header)).toBe(expected)
  })

  test.each([
    ',,,;;;',
    'q=1',
    ';q=1',
    'en;q=abc',
    'en;q=-1',
    'en;q=NaN',
    'e n',
    '英文',
    '\u0000',
    '<script>',
    `${'x'.repeat(300)},en`,
    ','.repeat(100_000),
  ])('a malformed header gets Chinese: %j', (header) => {
    expect(negotiateLocale(header)).toBe('zh-CN')
  })
})

test('isLocale knows exactly our two languages', () => {
  expect(['zh-CN', 'en'].every(isLocale)).toBe(true)
  expect(['zh', 'en-GB', 'EN', '', 'constructor'].some(isLocale)).toBe(false)
})
