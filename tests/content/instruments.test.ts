import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLongest } from '#app/content/check-words'
import { likeness } from '#app/content/near-copy'
import type { Instrument } from '#app/content/schema'
import { locales } from '#app/i18n/locales'
import { catalogAt, FIXTURE_ROOT } from '../support/fixture-catalog'

const { instruments, modules } = catalogAt(process.cwd())
const form = (id: string) => instruments.find((instrument) => instrument.id === id) as Instrument
const PAIRS = [
  ['core-20', 'core-20-b'],
  ['core-10-a', 'core-10-b'],
] as const

/** What stands under one item id in every form that asks it. */
function saidUnder(instrument: Instrument, id: string) {
  const { options, ...rest } = instrument.items[id]!
  const words = locales.map((locale) => instrument.words[locale]?.items[id])
  return { ...rest, options: options.toSorted(), words }
}

const longestIsRight = (instrument: Instrument, locale: (typeof locales)[number]) =>
  Object.entries(instrument.items).filter(([id, { correct }]) =>
    isLongest(instrument.words[locale]?.items[id]?.options ?? {}, correct[0]),
  ).length

describe('the survey instruments', () => {
  test('ask one item in the same words, with the same key, wherever they ask it', () => {
    const [first, ...others] = instruments.map((instrument) => Object.keys(instrument.items))
    const shared = new Set([first ?? [], ...others].flat())
    expect(shared.size).toBe(40)
    for (const id of shared) {
      const [one, ...same] = instruments.filter(({ items }) => items[id]).map((instrument) => saidUnder(instrument, id))
      for (const other of same) expect(other, id).toEqual(one)
    }
  })

  test.each(locales)('do not give the right option away by its length, no form more than its twin, in %s', (locale) => {
    for (const [a, b] of PAIRS) {
      const [inA, inB] = [longestIsRight(form(a), locale), longestIsRight(form(b), locale)]
      const all = Object.keys(form(a).items).length
      expect(Math.max(inA, inB), `${a} ${inA}, ${b} ${inB}`).toBeLessThanOrEqual(0.4 * all)
      expect(Math.abs(inA - inB), `${a} ${inA}, ${b} ${inB}`).toBeLessThanOrEqual(0.1 * all + 1)
    }
  })

  test('put the twins of an item in the same dimension', () => {
    for (const [a, b] of PAIRS) {
      const dimensions = (id: string) => Object.values(form(id).items).map(({ point, dimension }) => [point, dimension])
      expect(dimensions(b)).toEqual(dimensions(a))
    }
  })

  test('weigh the four dimensions as the Beijing survey does', () => {
    for (const { composite } of instruments)
      expect(composite).toEqual({ prevention: 0.4, escape: 0.3, safety: 0.2, education: 0.1 })
  })

  test('keep K at their items with a key: the background stands beside them', () => {
    for (const { items, background } of instruments) {
      expect(Object.keys(items).filter((id) => !id.startsWith('core-'))).toEqual([])
      expect(Object.keys(background.items).filter((id) => id in items)).toEqual([])
    }
  })
})

describe('the background', () => {
  const { background } = form('core-20')

  test('is the same in every form: four items on safety felt, four on education', () => {
    for (const other of instruments) expect(other.background).toEqual(background)
    expect(Object.entries(background.items).map(([id, { dimension, kind }]) => [id, dimension, kind])).toEqual([
      ['perception-1', 'safety', 'scale'],
      ['perception-2', 'safety', 'scale'],
      ['perception-3', 'safety', 'scale'],
      ['perception-4', 'safety', 'scale'],
      ['education-1', 'education', 'single'],
      ['education-2', 'education', 'multiple'],
      ['education-3', 'education', 'single'],
      ['education-4', 'education', 'single'],
    ])
  })

  test('gives nobody points for having no opinion, and none for education that nobody remembers', () => {
    for (const { dimension, scores } of Object.values(background.items))
      if (scores) expect(scores.unsure).toBe(dimension === 'safety' ? null : 0)
  })

  test('is in both languages, as all forms are', () => {
    for (const { words } of [background, ...instruments]) expect(Object.keys(words)).toEqual(['zh-CN', 'en'])
  })

  test('repeats no question of a quiz and no item with a key', () => {
    const quiz = modules.flatMap(({ words }) => Object.values(words['zh-CN'].questions).map(({ stem }) => stem))
    const core = instruments.flatMap(({ words }) => Object.values(words['zh-CN'].items).map(({ stem }) => stem))
    const copies = Object.values(background.words['zh-CN'].items).flatMap(({ stem }) =>
      [...quiz, ...core].filter((other) => likeness(stem, other) >= 0.3).map((other) => `${stem} is near ${other}`),
    )
    expect(copies).toEqual([])
  })

  test('is part of what an instrument’s version names', () => {
    const root = mkdtempSync(join(tmpdir(), 'zhihuo-background-'))
    try {
      cpSync(FIXTURE_ROOT, root, { recursive: true })
      const before = catalogAt(root).instruments[0]?.version
      appendFileSync(join(root, 'content/surveys/background/background.yaml'), '# only a remark\n')
      expect(catalogAt(root).instruments[0]?.version).toBe(before)
      cpSync(join(root, 'content/surveys/background/zh-CN.yaml'), join(root, 'content/surveys/background/en.yaml'))
      expect(catalogAt(root).instruments[0]?.version).not.toBe(before)
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
