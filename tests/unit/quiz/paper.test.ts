import { describe, expect, test } from 'vitest'
import type { Attempt } from '#app/learn/quiz/attempt'
import { drawPaper } from '#app/learn/quiz/draw-paper'
import { paperView, resultView } from '#app/learn/quiz/paper'
import { door, fixtureCatalog } from '../../support/fixture-catalog'

const TRUE_FALSE = { right: '对', wrong: '错' }
const OPEN: Attempt = {
  id: '01930000-0000-7000-8000-000000000001',
  learnerId: '01930000-0000-7000-8000-000000000002',
  moduleId: 'door',
  contentVersion: door.version,
  kind: 'quiz',
  number: 1,
  items: drawPaper(door, 'an open paper'),
  passMark: 80,
  ruleVersion: '2026-11',
  regionId: null,
  startedAt: new Date('2026-11-22T08:00:00Z'),
  deadlineAt: new Date('2026-11-29T08:00:00Z'),
  result: null,
}
const CLOSED: Attempt = {
  ...OPEN,
  items: [
    { questionId: 'door-14', options: ['right', 'wrong'] },
    { questionId: 'door-8', options: ['pull', 'keys', 'leave'] },
    { questionId: 'door-4', options: ['film', 'call', 'ask', 'wait'] },
  ],
  result: { closedAt: OPEN.deadlineAt, closedBy: 'learner', correctCount: 1, itemCount: 3, passed: false },
}

const saved = (questionId: string, response: string[], correct: boolean | null) =>
  [questionId, { questionId, response, sequence: 3, correct }] as const

describe('an open paper', () => {
  const view = paperView(OPEN, door, new Map(), 'zh-CN', TRUE_FALSE)

  test.each(['zh-CN', 'en'] as const)('in %s says nothing of keys, explanations or facts', (locale) => {
    const json = JSON.stringify(paperView(OPEN, door, new Map(), locale, TRUE_FALSE))
    const words = door.words[locale] ?? door.words['zh-CN']
    const secrets = [
      ...Object.values(words.questions).map(({ explanation }) => explanation),
      ...Object.values(words.facts).map(({ text }) => text),
    ]
    expect(secrets).toHaveLength(20)
    expect(secrets.filter((secret) => json.includes(secret))).toEqual([])
    expect(json).not.toMatch(/correct|explanation|points|isRight/)
  })

  test('has no other fields than those a learner needs', () => {
    expect(Object.keys(view).toSorted()).toEqual(['isFallback', 'moduleTitle', 'questions', 'textLocale'])
    for (const question of view.questions)
      expect(Object.keys(question).toSorted()).toEqual(['id', 'options', 'response', 'sequence', 'stem', 'type'])
  })

  test('shows questions and options in the frozen order', () => {
    expect(
      view.questions.map(({ id, options }) => ({ questionId: id, options: options.map((option) => option.id) })),
    ).toEqual(OPEN.items)
  })

  test('every option has words, right and wrong those of the interface', () => {
    for (const { type, options } of view.questions) {
      if (type === 'true-false') expect(options.map(({ text }) => text)).toEqual(['对', '错'])
      for (const { id, text } of options) expect(text).not.toBe(id)
    }
  })

  test('shows what was saved before', () => {
    const { questions } = paperView(CLOSED, door, new Map([saved('door-4', ['film'], null)]), 'zh-CN', TRUE_FALSE)
    expect(questions.map(({ response, sequence }) => [response, sequence])).toEqual([
      [[], 0],
      [[], 0],
      [['film'], 3],
    ])
  })

  test('falls back to Chinese and says so', () => {
    const { en: _, ...words } = door.words
    const fallback = paperView(OPEN, { ...door, words }, new Map(), 'en', TRUE_FALSE)
    expect(fallback).toMatchObject({ isFallback: true, textLocale: 'zh-CN', moduleTitle: '一扇门' })
    expect(paperView(OPEN, door, new Map(), 'en', TRUE_FALSE)).toMatchObject({ isFallback: false, textLocale: 'en' })
  })
})

describe('a result', () => {
  const answers = new Map([
    saved('door-14', ['wrong'], true),
    saved('door-8', ['leave', 'keys', 'pull'], false),
    saved('door-4', [], false),
  ])
  const given = { sources: fixtureCatalog.sources, trueFalse: TRUE_FALSE, signed: new Set<string>() }

  test('of an open attempt cannot be made', () => {
    expect(() => resultView(OPEN, door, answers, 'zh-CN', given)).toThrow('still open')
  })

  test('says for each item what was answered, what is right, why, and whose word it is', () => {
    const view = resultView(CLOSED, door, answers, 'zh-CN', given)
    expect(view).toMatchObject({ correctCount: 1, itemCount: 3, needed: 3, passed: false })
    expect(view.marks).toMatchObject([
      {
        id: 'door-14',
        isRight: true,
        yours: ['错'],
        correct: ['错'],
        sources: ['消防部门关门提示'],
        awaitsReview: true,
      },
      {
        id: 'door-8',
        isRight: false,
        yours: ['走出屋子', '拿起钥匙', '把门带上'],
        correct: ['拿起钥匙', '走出屋子', '把门带上'],
      },
      {
        id: 'door-4',
        isRight: false,
        yours: [],
        correct: ['报警'],
        explanation: '越早报越好。',
        sources: ['《消防法》第44条'],
      },
    ])
  })

  test('takes right and wrong from what was graded at the time, not from the key of today', () => {
    const marks = resultView(CLOSED, door, new Map([saved('door-4', ['call'], false)]), 'zh-CN', given).marks
    expect(marks.map(({ isRight }) => isRight)).toEqual([false, false, false])
  })
})
