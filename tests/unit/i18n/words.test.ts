import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { errorKey } from '#app/frame'
import { en, translator, writeDay, zhCN } from '#app/i18n/config'
import { textsIn } from '../../support/texts'

const chinese = new Map(textsIn(zhCN))
const english = new Map(textsIn(en))
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, name]) => name ?? '').toSorted()

describe('the words of the interface', () => {
  test('stand in both languages under the same keys', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
    expect(chinese.size).toBeGreaterThan(200)
  })

  test('are nowhere empty and have no space at their ends', () => {
    const bad = [...chinese, ...english].filter(([, text]) => text.trim() !== text || text === '')
    // English lists are joined by a comma and a space.
    expect(bad.map(([path]) => path)).toEqual(['common.listSeparator'])
  })

  test('have the same placeholders in both languages', () => {
    for (const [path, text] of chinese)
      expect([path, placeholders(english.get(path) ?? '')]).toEqual([path, placeholders(text)])
  })

  test('are Chinese in the Chinese file and have no Chinese in the English one', () => {
    const han = /\p{Script=Han}/u
    const notChinese = [...chinese].filter(([, text]) => !han.test(text)).map(([path]) => path)
    const notEnglish = [...english].filter(([, text]) => han.test(text)).map(([path]) => path)
    // Each offers the other language in that language's own name.
    expect(notEnglish).toEqual(['common.view.switchLanguage'])
    // A separator and a figure between placeholders need no Chinese.
    const needsChinese = notChinese.filter(
      (path) => path !== 'common.listSeparator' && !chinese.get(path)?.includes('{{'),
    )
    expect(needsChinese).toEqual(['common.view.switchLanguage'])
  })

  test('are all loaded: every file of both folders is in the translator', () => {
    for (const locale of ['zh-CN', 'en']) {
      const files = readdirSync(`app/i18n/locales/${locale}`).map((name) =>
        name.replace('.json', '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      )
      expect(files.toSorted()).toEqual(Object.keys(zhCN).toSorted())
    }
  })
})

describe('names that come from elsewhere', () => {
  test('every audience of the catalogue has a name in both languages, and no other has one', () => {
    const { audiences } = parse(readFileSync('content/catalog.yaml', 'utf8')) as { audiences: object }
    expect(Object.keys(zhCN.home.audiences).toSorted()).toEqual(Object.keys(audiences).toSorted())
    expect(Object.keys(en.home.audiences).toSorted()).toEqual(Object.keys(audiences).toSorted())
  })

  test.each([400, 403, 404, 405, 409, 413, 429, 500])('status %i has words of its own', (status) => {
    expect(errorKey(status)).toBe(String(status))
    for (const words of [zhCN, en]) {
      const { title, text } = words.error[errorKey(status)]
      expect(title.length).toBeGreaterThan(1)
      expect(text.length).toBeGreaterThan(1)
    }
  })

  test.each([
    [401, '400'],
    [418, '400'],
    [502, '500'],
    [503, '500'],
  ])('status %i is spoken for by %s', (status, key) => {
    expect(errorKey(status)).toBe(key)
  })
})

describe('the translator', () => {
  test('speaks each language and fills in the placeholders', () => {
    expect(translator('zh-CN').t('home.minutes', { count: 5 })).toBe('约 5 分钟')
    expect(translator('en').t('home.minutes', { count: 5 })).toContain('5')
    expect(translator('en').t('home.minutes', { count: 1 })).not.toContain('{{')
  })

  test('writes a day as that language does, in the time of Shanghai', () => {
    const lateEvening = new Date('2026-11-22T16:30:00Z')
    expect(writeDay(lateEvening, 'zh-CN')).toBe('2026年11月23日')
    expect(writeDay(lateEvening, 'en')).toBe('November 23, 2026')
  })
})
