/**
 * The ways in which other platforms give the answers away before the quiz is handed in (field notes, section 3), each with
 * the proof that it cannot happen here.
 */
import { beforeEach, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import type { Module } from '#app/content/schema'
import { store } from '#app/db/main.server'
import { readAnswers } from '#app/learn/quiz/answers.server'
import { findAttempt } from '#app/learn/quiz/attempts.server'
import { paperView, resultView } from '#app/learn/quiz/paper'
import { chosen, fieldsFor, handIn, newVisitor, type Paper, resultOf, sit, tap, type Visitor } from '../support/visitor'
import { call119, questionOf, wrongResponse } from '../support/world'

let mei: Visitor
let mandarin: Visitor
let english: Visitor
beforeEach(() => {
  mei = newVisitor()
  mandarin = newVisitor({ locale: 'zh-CN' })
  english = newVisitor({ locale: 'en' })
})

const locales = ['zh-CN', 'en'] as const
const wordsOf = (module: Module) => locales.flatMap((locale) => module.words[locale] ?? [])

/** Every explanation of a module's questions, in every language, as it stands in HTML. */
const explanationsOf = (module: Module): string[] =>
  wordsOf(module).flatMap(({ questions }) => Object.values(questions).map(({ explanation }) => escaped(explanation)))

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')

const leaksIn = (text: string, module: Module) =>
  explanationsOf(module).filter((explanation) => text.includes(explanation))

/** Names that would carry a key, in markup or in data. */
const KEY_NAMES = /correct|isRight|explanation|answerKey|正确答案|答对了|答错了|为什么/i

describe('“the explanations are in the page before answering”', () => {
  test.each(catalog.modules.map(({ id }) => id))(
    'the open paper of %s holds none, in either language',
    async (moduleId) => {
      for (const visitor of [mandarin, english]) {
        const paper = await sit(visitor, moduleId)
        const html = await visitor.html(paper.path)
        expect(html).toContain(`data-attempt="${paper.id}"`)
        expect(leaksIn(html, paper.module)).toEqual([])
      }
    },
  )

  test('saving an answer, right or wrong, says only that it is saved', async () => {
    const paper = await sit(mei)
    const { questionId, response, options } = chosen(paper)
    const wrong = wrongResponse(call119, { questionId, options })
    const replies = [
      await tap(mei, paper, { questionId, response, sequence: 1 }),
      await tap(mei, paper, { questionId, response: wrong, sequence: 2 }),
    ]
    expect(await Promise.all(replies.map((reply) => reply.json()))).toEqual([
      { saved: true, response, sequence: 1 },
      { saved: true, response: wrong, sequence: 2 },
    ])
    const page = await mei.submit(paper.path, [...fieldsFor(paper), ['intent', 'save']])
    expect(page).toContain('data-attempt')
    expect(leaksIn(page, call119)).toEqual([])
    expect(page).not.toMatch(KEY_NAMES)
  })

  test('after handing in they are all there: the search above would have found them', async () => {
    for (const visitor of [mandarin, english]) {
      const paper = await sit(visitor)
      await handIn(visitor, paper)
      expect(leaksIn(await visitor.html(paper.path), call119)).toHaveLength(paper.items.length)
    }
  })
})

describe('“the key is one request away”', () => {
  /** Every address a learner can open, while a quiz is open. */
  const addresses = (paper: Paper) => [
    ...[
      '/',
      '/about',
      '/modules',
      '/awareness',
      '/awareness/method',
      '/survey/open',
      '/survey/thanks',
      '/me',
      '/me/continue',
      '/search',
      `/search?q=${encodeURIComponent('电话 地址')}`,
    ],
    ...catalog.modules.map(({ id }) => `/modules/${id}`),
    ...Object.keys(catalog.audiences).map((audience) => `/for/${audience}`),
    ...[paper.path, `${paper.path}?result`, `${paper.path}/result`, `${paper.path}/answers`],
    ...[`${paper.path}.data`, '/modules/call-119.data'],
    ...[`/modules/${paper.module.id}/quiz`, `/modules/${paper.module.id}/practice`, '/healthz', '/preferences'],
    ...['/content/modules/call-119/module.yaml', '/modules/call-119/module.yaml', '/pictures/call-119/module.svg'],
  ]

  test('no address gives any explanation of any module away', async () => {
    const texts = new Map<string, string>()
    for (const visitor of [mandarin, english]) {
      const paper = await sit(visitor)
      for (const address of addresses(paper))
        texts.set(`${address} ${visitor.cookies().locale}`, await visitor.html(address))
      expect(await resultOf(paper)).toBeUndefined()
    }
    const leaks = [...texts].flatMap(([address, text]) =>
      catalog.modules.flatMap((module) => leaksIn(text, module).map((leak) => [address, leak])),
    )
    expect(leaks).toEqual([])
  })

  test('nothing in an open paper, neither page nor data, has the name of a key', async () => {
    for (const { id } of catalog.modules) {
      const paper = await sit(mei, id)
      const [html, data] = [await mei.html(paper.path), await mei.html(`${paper.path}.data`)]
      const text = [...wordsOf(paper.module).flatMap(({ questions }) => Object.values(questions)), paper.module]
        .flatMap(textsOf)
        .filter((words) => KEY_NAMES.test(words))
        .sort((a, b) => b.length - a.length)
      // The questions themselves may use these words.
      const rest = (page: string) =>
        text.reduce((left, words) => left.replaceAll(escaped(words), '').replaceAll(words, ''), page)
      expect(data).toContain(paper.items[0]?.questionId)
      expect(rest(html)).not.toMatch(KEY_NAMES)
      expect(rest(data)).not.toMatch(KEY_NAMES)
    }
  })

  test('the open paper is the same whatever the key is, so that nothing in it can depend on the key', async () => {
    for (const module of catalog.modules) {
      const paper = await sit(mei, module.id)
      const attempt = await findAttempt(store, { learnerId: paper.learnerId, attemptId: paper.id, now: new Date() })
      if (!attempt) throw new Error('the paper has just been started')
      const saved = await readAnswers(store, paper.id)
      const view = (shown: Module) => paperView(attempt, shown, saved, 'zh-CN', { right: '对', wrong: '错' })
      expect(view(withOtherKeys(module, paper))).toEqual(view(module))
    }
  })

  test('asking for the result of an open attempt is our own mistake and fails', async () => {
    const paper = await sit(mei)
    const attempt = await findAttempt(store, { learnerId: paper.learnerId, attemptId: paper.id, now: new Date() })
    const words = { sources: catalog.sources, trueFalse: { right: '对', wrong: '错' }, signed: new Set<string>() }
    expect(() => resultView(attempt as NonNullable<typeof attempt>, call119, new Map(), 'zh-CN', words)).toThrow(
      'still open',
    )
  })

  test('an order is never shown in its right order', async () => {
    const orders = catalog.modules.flatMap((module) =>
      Object.keys(module.questions).filter((id) => module.questions[id]?.type === 'ordering'),
    )
    const shown: string[] = []
    for (const { id } of catalog.modules)
      for (const visitor of Array.from({ length: 6 }, () => newVisitor())) {
        const { items, module } = await sit(visitor, id)
        for (const { questionId, options } of items.filter((item) => orders.includes(item.questionId))) {
          shown.push(questionId)
          expect(options).not.toEqual(questionOf(module, questionId).correct)
        }
      }
    expect(shown.length).toBeGreaterThan(0)
  })
})

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}

/** The module with a wrong key for every question of the paper. */
function withOtherKeys(module: Module, { items }: Paper): Module {
  const turned = items.map((item) => {
    const question = questionOf(module, item.questionId)
    return [item.questionId, { ...question, correct: wrongResponse(module, item) }]
  })
  return { ...module, questions: { ...module.questions, ...Object.fromEntries(turned) } }
}
