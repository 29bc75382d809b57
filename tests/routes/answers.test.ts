import { beforeEach, describe, expect, test } from 'vitest'
import { answersOf, chosen, handIn, newVisitor, type Paper, practise, sit, tap, type Visitor } from '../support/visitor'

let mei: Visitor
let paper: Paper
beforeEach(async () => {
  mei = newVisitor()
  paper = await sit(mei)
})

describe('one tap', () => {
  test('is saved, and the reply says what now stands', async () => {
    const { questionId, response } = chosen(paper)
    const reply = await tap(mei, paper, { questionId, response, sequence: 1 })
    expect([reply.status, await reply.json()]).toEqual([200, { saved: true, response, sequence: 1 }])
    expect(await answersOf(paper)).toEqual({ [questionId]: response })
  })

  test('older than what stands, it is told what stands', async () => {
    const { questionId, response, options } = chosen(paper)
    await tap(mei, paper, { questionId, response, sequence: 9 })
    const other = options.filter((option) => !response.includes(option)).slice(0, 1)
    const reply = await tap(mei, paper, { questionId, response: other, sequence: 3 })
    expect(await reply.json()).toEqual({ saved: true, response, sequence: 9 })
  })

  test('may take the answer back', async () => {
    const { questionId, response } = chosen(paper)
    await tap(mei, paper, { questionId, response, sequence: 1 })
    await tap(mei, paper, { questionId, response: [], sequence: 2 })
    expect(await answersOf(paper)).toEqual({ [questionId]: [] })
  })

  test('may be part of an order', async () => {
    const order = await practise(mei, ['call-119-2'])
    const reply = await tap(mei, order, { questionId: 'call-119-2', response: ['leave', 'call'], sequence: 1 })
    expect(reply.status).toBe(200)
  })

  test('after handing in is refused with 409 and changes nothing', async () => {
    const { questionId, response } = chosen(paper)
    await handIn(mei, paper)
    const reply = await tap(mei, paper, { questionId, response, sequence: 1 })
    expect([reply.status, await reply.json()]).toEqual([409, { saved: false }])
    expect((await answersOf(paper))[questionId]).toEqual([])
  })

  test('has no page: the address cannot be opened', async () => {
    expect((await mei.get(`${paper.path}/answers`)).status).toBe(404)
  })
})

describe('a tap that our page cannot send is refused with 400 and keeps nothing', () => {
  test.each([
    ['a question that is not in the paper', { questionId: 'call-119-999' }],
    ['an inherited name as a question', { questionId: '__proto__' }],
    ['no question', { questionId: undefined }],
    ['a question that is a number', { questionId: 7 }],
    ['an option that the question does not have', { response: ['no-such-option'] }],
    ['an inherited name as an option', { response: ['constructor'] }],
    ['a response that is no list', { response: 'address' }],
    ['options that are no text', { response: [1] }],
    ['no response', { response: undefined }],
    ['a thousand options', { response: Array(1000).fill('x') }],
    ['a sequence below one', { sequence: 0 }],
    ['a sequence with a fraction', { sequence: 1.5 }],
    ['a sequence beyond counting', { sequence: 1e12 }],
    ['a sequence that is text', { sequence: '1' }],
    ['anything more than an answer', { savedAt: '2026-01-01' }],
  ])('%s', async (_, part) => {
    const { questionId, response } = chosen(paper)
    const reply = await mei.postJson(`${paper.path}/answers`, { questionId, response, sequence: 1, ...part })
    expect(reply.status).toBe(400)
    expect(await answersOf(paper)).toEqual({})
  })

  test('the same option twice', async () => {
    const { questionId, response } = chosen(paper)
    expect((await tap(mei, paper, { questionId, response: [...response, ...response], sequence: 1 })).status).toBe(400)
    const ticks = await practise(mei, ['call-119-7'])
    expect(
      (await tap(mei, ticks, { questionId: 'call-119-7', response: ['trapped', 'trapped'], sequence: 1 })).status,
    ).toBe(400)
    expect([await answersOf(paper), await answersOf(ticks)]).toEqual([{}, {}])
  })

  test('two options where one is asked for', async () => {
    const { questionId, options } = chosen(paper)
    expect((await tap(mei, paper, { questionId, response: options.slice(0, 2), sequence: 1 })).status).toBe(400)
  })

  test.each(['', 'null', '[]', '"x"', '7', '{"questionId":', '<xml/>', '\u0000', '[[[[[[]]]]]]'])(
    'the body %j',
    async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      expect((await mei.send(`${paper.path}/answers`, { method: 'POST', headers, body })).status).toBe(400)
    },
  )
})
