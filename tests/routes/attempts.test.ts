import { beforeEach, describe, expect, test } from 'vitest'
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

let mei: Visitor
let bo: Visitor
let paper: Paper
beforeEach(async () => {
  mei = newVisitor()
  bo = newVisitor()
  paper = await sit(mei)
})

describe('another learner’s attempt', () => {
  test('is not found: not to look at, not to answer, not to hand in', async () => {
    const stranger = newVisitor()
    await sit(bo)
    for (const visitor of [bo, stranger]) {
      expect((await visitor.get(paper.path)).status).toBe(404)
      expect((await handIn(visitor, paper, fieldsFor(paper))).status).toBe(404)
      expect((await visitor.post(paper.path, [...fieldsFor(paper), ['intent', 'save']])).status).toBe(404)
      expect((await tap(visitor, paper, { ...chosen(paper), sequence: 1 })).status).toBe(404)
    }
    expect([await resultOf(paper), await answersOf(paper)]).toEqual([undefined, {}])
  })

  test('is not found after it is handed in either', async () => {
    await handIn(mei, paper)
    for (const path of [paper.path, `${paper.path}.data`]) expect((await bo.get(path)).status).toBe(404)
    expect((await handIn(bo, paper)).status).toBe(404)
  })

  test('is answered exactly as an attempt that does not exist', async () => {
    await sit(bo)
    const other = `/attempts/${paper.id.slice(0, -4)}0000`
    const page = async (path: string) => (await bo.html(path)).replaceAll(path, 'PATH')
    expect(await page(paper.path)).toBe(await page(other))
  })
})

describe('the paper', () => {
  test('starting gives the browser a signed cookie that scripts cannot read, for this site only', async () => {
    const response = await bo.post('/modules/call-119/quiz')
    expect(response.status).toBe(302)
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^learner=[^;]+\.[^;]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('saving keeps the answers, says so, and shows them', async () => {
    const html = await mei.submit(paper.path, [...fieldsFor(paper, { blank: 3 }), ['intent', 'save']])
    expect(html).toContain('都保存好了。7 天内回来，从这里接着答。')
    expect(tickedIn(html).length).toBeGreaterThan(0)
    expect(Object.keys(await answersOf(paper))).toHaveLength(7)
    expect(await resultOf(paper)).toBeUndefined()
  })

  test('taking back every tick of a question with several answers is kept', async () => {
    const ticks = await practise(mei, ['call-119-7'])
    await mei.post(ticks.path, [
      ['q.call-119-7', ''],
      ['q.call-119-7', 'trapped'],
      ['intent', 'save'],
    ])
    expect(await answersOf(ticks)).toEqual({ 'call-119-7': ['trapped'] })
    await mei.post(ticks.path, [
      ['q.call-119-7', ''],
      ['intent', 'save'],
    ])
    expect(await answersOf(ticks)).toEqual({ 'call-119-7': [] })
  })

  test('an order is read from the places given to its steps', async () => {
    const order = await practise(mei, ['call-119-2'])
    const places = { leave: '2', 'shut-doors': '1', call: '4', meet: '3' }
    const fields = Object.entries(places).map(([step, place]): [string, string] => [`q.call-119-2.${step}`, place])
    await mei.post(order.path, [...fields, ['intent', 'save']])
    expect(await answersOf(order)).toEqual({ 'call-119-2': ['shut-doors', 'leave', 'meet', 'call'] })
  })

  test.each([
    ['without saying what to do', []],
    ['with something else to do', [['intent', 'cancel']]],
    [
      'with two things to do',
      [
        ['intent', 'save'],
        ['intent', 'submit'],
      ],
    ],
    [
      'with a question that is not in any module',
      [
        ['q.call-119-999', 'x'],
        ['intent', 'submit'],
      ],
    ],
    [
      'with an inherited name as a question',
      [
        ['q.constructor', 'x'],
        ['intent', 'submit'],
      ],
    ],
  ] as [string, [string, string][]][])('a form %s is refused and changes nothing', async (_, fields) => {
    expect((await mei.post(paper.path, [...fieldsFor(paper), ...fields])).status).toBe(400)
    expect([await resultOf(paper), await answersOf(paper)]).toEqual([undefined, {}])
  })

  test('a form with an option that the question does not have is refused and changes nothing', async () => {
    const { questionId } = chosen(paper)
    const others = fieldsFor(paper).filter(([field]) => field !== `q.${questionId}`)
    expect((await handIn(mei, paper, [...others, [`q.${questionId}`, 'no-such-option']])).status).toBe(400)
    expect([await resultOf(paper), await answersOf(paper)]).toEqual([undefined, {}])
  })
})

describe('the result', () => {
  test('says how many were right, whether that passes, and for each question what is right, why and by which source', async () => {
    await handIn(mei, paper, fieldsFor(paper, { right: 8 }))
    const html = await mei.html(paper.path)
    expect(html).toContain('通过了')
    expect(html).toContain('10 题答对 8 题')
    for (const { questionId } of paper.items) {
      const words = paper.module.words['zh-CN'].questions[questionId]
      expect(html).toContain(words?.stem)
      expect(html).toContain(words?.explanation)
    }
    expect([...html.matchAll(/正确答案/g)]).toHaveLength(10)
    expect([...html.matchAll(/您的回答/g)]).toHaveLength(2)
  })

  test('one short of the pass mark is not passed', async () => {
    await handIn(mei, paper, fieldsFor(paper, { right: 7 }))
    const html = await mei.html(paper.path)
    expect(html).toContain('这次没通过')
    expect(html).not.toContain('通过了<')
  })

  test('is shown in English with English words where the module has them', async () => {
    const reader = newVisitor({ locale: 'en' })
    const own = await sit(reader, 'run-or-close-door')
    await handIn(reader, own)
    const html = await reader.html(own.path)
    for (const { questionId } of own.items)
      expect(html).toContain(escaped(own.module.words.en?.questions[questionId]?.explanation))
  })

  test('is shown in Chinese, and says so, where the module has no English', async () => {
    const reader = newVisitor({ locale: 'en' })
    const own = await sit(reader, 'indoor-hydrant')
    await handIn(reader, own)
    const html = await reader.html(own.path)
    expect(html).toContain('<html lang="en"')
    expect(html).toContain(own.module.words['zh-CN'].questions[own.items[0]?.questionId ?? '']?.explanation)
    expect(html).toMatch(/lang="zh-CN"/)
  })
})

const escaped = (text = '') => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;')
