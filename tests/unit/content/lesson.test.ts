import { describe, expect, test } from 'vitest'
import { lessonView, moduleCard, rightAnswersNeeded } from '#app/content/lesson'
import { type ModuleReview, UNREVIEWED } from '#app/content/review-state'
import { awaitsReview, describeCitation } from '#app/content/words'
import { door, fixtureCatalog } from '../../support/fixture-catalog'

const { sources } = fixtureCatalog

describe('a lesson', () => {
  const lesson = lessonView(door, sources, 'zh-CN', UNREVIEWED)

  test.each(['zh-CN', 'en'] as const)('in %s carries no question, no key and no explanation', (locale) => {
    const json = JSON.stringify(lessonView(door, sources, locale, UNREVIEWED))
    const words = door.words[locale] ?? door.words['zh-CN']
    const secrets = Object.values(words.questions).flatMap(({ stem, explanation }) => [stem, explanation])
    expect(secrets).toHaveLength(28)
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([])
    expect(json).not.toMatch(/correct|explanation|questions|door-\d/)
  })

  test('shows its sections in order, each with the facts it teaches and whose word they are', () => {
    expect(lesson.sections.map(({ id, facts }) => [id, facts.map((fact) => fact.id)])).toEqual([
      ['touch', ['f1']],
      ['report', ['f2']],
      ['shut', ['f3', 'f4']],
      ['wait', ['f5', 'f6']],
    ])
    expect(lesson.sections[0]?.facts[0]).toMatchObject({
      citations: [{ text: '消防部门关门提示', isExcerpt: true }],
      awaitsReview: false,
    })
    expect(lesson.sections[2]?.facts[0]).toMatchObject({ citations: [], awaitsReview: true, confirmed: null })
  })

  test('says how the quiz works', () => {
    expect(lesson.quiz).toEqual({ draw: 10, bank: 14, needed: 8 })
  })

  test('falls back to Chinese and says so', () => {
    const { en: _, ...words } = door.words
    expect(lessonView({ ...door, words }, sources, 'en', UNREVIEWED)).toMatchObject({
      isFallback: true,
      locale: 'zh-CN',
      title: '一扇门',
    })
    expect(lessonView(door, sources, 'en', UNREVIEWED)).toMatchObject({
      isFallback: false,
      locale: 'en',
      title: 'One door',
    })
  })

  test('has a card whose picture’s address carries the version', () => {
    expect(moduleCard(door, 'zh-CN').cover).toBe(`/pictures/door/touch-door.svg?v=${door.version}`)
  })
})

test.each([
  [10, 80, 8],
  [10, 85, 9],
  [3, 80, 3],
  [7, 100, 7],
  [10, 1, 1],
  [3, 67, 3],
  [3, 66, 2],
])('of %i questions at a pass mark of %i, %i are needed', (draw, passMark, needed) => {
  expect(rightAnswersNeeded(draw, passMark)).toBe(needed)
})

test('a source is cited as each language does', () => {
  expect(describeCitation(sources, { id: 'fire-law', at: '44' }, 'zh-CN')).toBe('《消防法》第44条')
  expect(describeCitation(sources, { id: 'fire-law', at: '44' }, 'en')).toBe('Fire Protection Law, Art. 44')
  expect(describeCitation(sources, { id: 'door-guidance', at: '2' }, 'zh-CN')).toBe('消防部门关门提示第2条')
  expect(describeCitation(sources, { id: 'door-guidance', at: '2' }, 'en')).toBe('Fire service advice on doors, No. 2')
  expect(describeCitation(sources, { id: 'door-guidance' }, 'en')).toBe('Fire service advice on doors')
})

test('a fact of general knowledge awaits review until somebody has signed it', () => {
  const awaiting = (...signed: string[]) =>
    ['f1', 'f2', 'f3', 'f5'].filter((id) => awaitsReview(door, id, new Set(signed)))
  expect(awaiting()).toEqual(['f3', 'f5'])
  expect(awaiting('f3')).toEqual(['f5'])
})

test('says by whom a fact that needs it was confirmed, and by whom the page was reviewed', () => {
  const by = { unit: '演示区消防救援大队', name: '王工', day: '2026-11-22' }
  const review: ModuleReview = { state: 'partly', by, changed: 3, signed: new Set(['f1', 'f3']) }
  const { sections, review: shown } = lessonView(door, sources, 'zh-CN', review)
  const facts = sections.flatMap(({ facts }) => facts)
  expect(facts.map(({ id, confirmed }) => [id, confirmed?.name])).toEqual(
    facts.map(({ id }) => [id, id === 'f3' ? '王工' : undefined]),
  )
  expect(facts.find(({ id }) => id === 'f3')?.awaitsReview).toBe(false)
  expect(shown).toEqual({ state: 'partly', by, changed: 3 })
})
