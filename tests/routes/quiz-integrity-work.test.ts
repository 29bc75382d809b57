/**
 * The ways in which other platforms lose or double a learner's work (field notes, section 3), each with the proof that it
 * cannot happen here.
 */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { store } from '#app/db/main.server'
import {
  answersOf,
  chosen,
  fieldsFor,
  handIn,
  newVisitor,
  type Paper,
  practise,
  resultOf,
  sit,
  tap,
  tickedIn,
  type Visitor,
} from '../support/visitor'
import { call119, DAY, later, morning, rightResponse, wrongResponse } from '../support/world'

let mei: Visitor
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: morning })
  mei = newVisitor()
})
afterEach(() => vi.useRealTimers())

const completionsOf = (learnerId: string) =>
  store.db.$count(store.tables.completions, eq(store.tables.completions.learnerId, learnerId))
const firstItem = ({ items }: Paper) => items[0] ?? { questionId: '', options: [] }

describe('“handing in without saving loses the work”', () => {
  test('handing in takes along everything on the page, saved before or not', async () => {
    const paper = await sit(mei)
    await handIn(mei, paper, fieldsFor(paper))
    expect(await resultOf(paper)).toMatchObject({ correctCount: 10, passed: true })
  })

  test('answers saved before count too, where the page that hands in does not show them', async () => {
    const paper = await sit(mei)
    const [half, rest] = [fieldsFor(paper, { blank: 5 }), fieldsFor(paper).slice(fieldsFor(paper, { blank: 5 }).length)]
    await mei.post(paper.path, [...half, ['intent', 'save']])
    await handIn(mei, paper, rest)
    expect((await resultOf(paper))?.correctCount).toBe(10)
  })

  test('when an order cannot be read, nothing is handed in and the page says which question to mend', async () => {
    const paper = await practise(mei, ['call-119-2', 'call-119-1'])
    const twice = firstOrder(paper).options.map((option): [string, string] => [`q.call-119-2.${option}`, '1'])
    const response = await handIn(mei, paper, [...twice, ['q.call-119-1', 'address']])
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('有两步选了同一个次序')
    expect(await resultOf(paper)).toBeUndefined()
    expect(await answersOf(paper)).toEqual({ 'call-119-1': ['address'] })
  })
})

const firstOrder = ({ items }: Paper) => items.find(({ questionId }) => questionId === 'call-119-2') ?? { options: [] }

describe('“a late draft overwrites the final answer”', () => {
  test('an older tap that arrives late, and one that arrives after handing in, change nothing', async () => {
    const paper = await sit(mei)
    const item = firstItem(paper)
    const right = { questionId: item.questionId, response: rightResponse(call119, item), sequence: 5 }
    const stale = { questionId: item.questionId, response: wrongResponse(call119, item), sequence: 4 }
    await tap(mei, paper, right)
    expect(await (await tap(mei, paper, stale)).json()).toEqual({ saved: true, response: right.response, sequence: 5 })
    await handIn(mei, paper)
    expect((await tap(mei, paper, { ...stale, sequence: 6 })).status).toBe(409)
    expect((await answersOf(paper))[item.questionId]).toEqual(right.response)
    expect((await resultOf(paper))?.correctCount).toBe(1)
  })
})

describe('“a bad network makes duplicates”', () => {
  test('handing in ten times at once is handing in once, and every reply leads to the same result', async () => {
    const paper = await sit(mei)
    const fields = fieldsFor(paper, { right: 9 })
    const replies = await Promise.all(Array.from({ length: 10 }, () => handIn(mei, paper, fields)))
    expect(replies.map(({ status, headers }) => [status, headers.get('Location')])).toEqual(
      Array(10).fill([302, paper.path]),
    )
    expect((await resultOf(paper))?.correctCount).toBe(9)
    expect(await completionsOf(paper.learnerId)).toBe(1)
  })

  test('handing in again with better answers shows the first result', async () => {
    const paper = await sit(mei)
    await handIn(mei, paper, fieldsFor(paper, { right: 3 }))
    expect((await handIn(mei, paper, fieldsFor(paper))).headers.get('Location')).toBe(paper.path)
    expect((await resultOf(paper))?.correctCount).toBe(3)
  })

  test('a tap sent ten times at once is one answer', async () => {
    const paper = await sit(mei)
    const { questionId, response } = chosen(paper)
    await Promise.all(Array.from({ length: 10 }, () => tap(mei, paper, { questionId, response, sequence: 1 })))
    const { attemptAnswers } = store.tables
    expect(await store.db.$count(attemptAnswers, eq(attemptAnswers.attemptId, paper.id))).toBe(1)
  })
})

describe('“an interruption loses the answers”', () => {
  test('after a reload every saved answer is shown again, in the same order of questions and options', async () => {
    const paper = await sit(mei)
    const before = await mei.html(paper.path)
    await mei.post(paper.path, [...fieldsFor(paper), ['intent', 'save']])
    const reloaded = await mei.html(paper.path)
    const choices = (html: string) =>
      [...html.matchAll(/ name="(q\.[^"]*)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`)
    expect(choices(reloaded)).toEqual(choices(before))
    const expected = fieldsFor(paper).filter(([field]) => field.split('.').length === 2)
    expect(tickedIn(reloaded).toSorted()).toEqual(expected.map(([field, value]) => `${field}=${value}`).toSorted())
    await handIn(mei, paper)
    expect((await resultOf(paper))?.correctCount).toBe(10)
  })

  test('on another device, joined by a code, the paper goes on where it was left', async () => {
    const paper = await sit(mei)
    const { questionId, response } = chosen(paper)
    await tap(mei, paper, { questionId, response, sequence: 1 })
    const page = await (await mei.post('/me', { intent: 'code' })).text()
    const tablet = newVisitor()
    await tablet.post('/me/continue', { code: /\d{3} \d{3} \d{4}/.exec(page)?.[0] ?? '' })
    expect((await sit(tablet)).path).toBe(paper.path)
    expect(tickedIn(await tablet.html(paper.path))).toEqual([`q.${questionId}=${response[0]}`])
    await handIn(tablet, paper)
    expect(await mei.html(paper.path)).toContain('10 题答对 1 题')
  })
})

describe('“the deadline is a text without a zone”', () => {
  test('seven days are seven days to the millisecond, and the page names the day in Shanghai', async () => {
    // Already Monday in Shanghai, still Sunday in London.
    vi.setSystemTime(new Date('2026-11-22T20:00:00Z'))
    const { learnerId } = await sit(mei)
    const { attempts } = store.tables
    const [row] = await store.db.select().from(attempts).where(eq(attempts.learnerId, learnerId))
    expect(row?.deadlineAt.toISOString()).toBe('2026-11-29T20:00:00.000Z')
    expect(await mei.html('/me')).toContain('2026年11月30日')
  })

  test('at the last moment an answer still counts', async () => {
    const paper = await sit(mei)
    vi.setSystemTime(later(7 * DAY))
    await handIn(mei, paper, fieldsFor(paper))
    expect(await resultOf(paper)).toMatchObject({ closedBy: 'learner', correctCount: 10, counted: true })
  })
})
