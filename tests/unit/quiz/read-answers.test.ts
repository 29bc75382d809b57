import { describe, expect, test } from 'vitest'
import type { FrozenItem } from '#app/learn/quiz/draw-paper'
import { isPossible, readAnswerForm } from '#app/learn/quiz/read-answers'
import { door } from '../../support/fixture-catalog'

/** A paper of one question of each type. */
const ITEMS: FrozenItem[] = [
  { questionId: 'door-1', options: ['kick', 'back', 'palm', 'pull'] },
  { questionId: 'door-3', options: ['right', 'wrong'] },
  { questionId: 'door-7', options: ['noise', 'time', 'smoke', 'heat'] },
  { questionId: 'door-8', options: ['pull', 'keys', 'leave'] },
]

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

const read = (...fields: [string, string][]) => readAnswerForm(form(...fields), ITEMS, door)
const answers = (...answers: { questionId: string; response: string[] }[]) => ({ ok: true, answers, repeated: [] })

describe('readAnswerForm', () => {
  test('reads one answer of each type', () => {
    const sent = read(
      ['q.door-1', 'back'],
      ['q.door-3', 'right'],
      ['q.door-7', ''],
      ['q.door-7', 'time'],
      ['q.door-7', 'heat'],
      ['q.door-8.pull', '3'],
      ['q.door-8.keys', '1'],
      ['q.door-8.leave', '2'],
    )
    expect(sent).toEqual(
      answers(
        { questionId: 'door-1', response: ['back'] },
        { questionId: 'door-3', response: ['right'] },
        { questionId: 'door-7', response: ['time', 'heat'] },
        { questionId: 'door-8', response: ['keys', 'leave', 'pull'] },
      ),
    )
  })

  test('a question without a field is left as it is saved', () => {
    expect(read(['q.door-3', 'wrong'])).toEqual(answers({ questionId: 'door-3', response: ['wrong'] }))
    expect(read()).toEqual(answers())
  })

  test('taking back every tick is an answer: nothing', () => {
    expect(read(['q.door-7', ''])).toEqual(answers({ questionId: 'door-7', response: [] }))
  })

  test('fields that are not answers are none of its business', () => {
    expect(read(['intent', 'submit'], ['anything', 'else'])).toEqual(answers())
  })

  test.each<[string, ...[string, string][]]>([
    ['a question outside this paper', ['q.door-2', 'stay']],
    ['a question that does not exist', ['q.door-99', 'back']],
    ['an option that does not exist', ['q.door-1', 'ghost']],
    ['an option of another question', ['q.door-1', 'heat']],
    ['two answers to a single choice', ['q.door-1', 'back'], ['q.door-1', 'palm']],
    ['right and wrong at once', ['q.door-3', 'right'], ['q.door-3', 'wrong']],
    ['one tick twice', ['q.door-7', 'heat'], ['q.door-7', 'heat']],
    ['a place for an option that does not exist', ['q.door-8.ghost', '1']],
    ['a choice where an order is asked, of an unknown question', ['q.', 'keys']],
    ['the name of a built-in property', ['q.__proto__', 'x']],
  ])('refuses %s', (_, ...fields) => {
    expect(read(['q.door-3', 'right'], ...fields)).toEqual({ ok: false })
  })

  test('refuses a file where an answer should be', () => {
    const data = form()
    data.append('q.door-1', new File(['back'], 'back'))
    expect(readAnswerForm(data, ITEMS, door)).toEqual({ ok: false })
  })
})

describe('an order in a form', () => {
  const places = (pull: string, keys: string, leave: string) =>
    read(['q.door-8.pull', pull], ['q.door-8.keys', keys], ['q.door-8.leave', leave])

  test('with two steps in the same place is named, not saved; the rest of the form is read', () => {
    expect(read(['q.door-1', 'palm'], ['q.door-8.pull', '2'], ['q.door-8.keys', '2'])).toEqual({
      ok: true,
      answers: [{ questionId: 'door-1', response: ['palm'] }],
      repeated: ['door-8'],
    })
  })

  test.each([
    ['with a step left out keeps the others in order', ['2', '1', ''], ['keys', 'pull']],
    ['with one step placed keeps that one', ['', '', '3'], ['leave']],
    ['with nothing placed is emptied', ['', '', ''], []],
    ['reads only whole places within the paper', ['0', '4', '1.5'], []],
    ['reads no words as places', ['one', '-1', '2'], ['leave']],
  ] as const)('%s', (_, [pull, keys, leave], response) => {
    expect(places(pull, keys, leave)).toEqual(answers({ questionId: 'door-8', response: [...response] }))
  })

  test('is left as it is saved when the form has none of its fields', () => {
    expect(read(['q.door-1', 'back'])).toEqual(answers({ questionId: 'door-1', response: ['back'] }))
  })
})

describe('isPossible', () => {
  const [single, trueFalse, multiple, ordering] = ITEMS as [FrozenItem, FrozenItem, FrozenItem, FrozenItem]

  test('nothing is a possible answer to everything', () => {
    for (const item of ITEMS) expect(isPossible([], item, door)).toBe(true)
  })

  test('several answers are possible only where several may be given', () => {
    expect(isPossible(['back', 'palm'], single, door)).toBe(false)
    expect(isPossible(['right', 'wrong'], trueFalse, door)).toBe(false)
    expect(isPossible(['heat', 'time'], multiple, door)).toBe(true)
    expect(isPossible(['keys', 'pull', 'leave'], ordering, door)).toBe(true)
  })

  test('an option that the paper does not show is not possible, though the question had it', () => {
    expect(isPossible(['back'], { questionId: 'door-1', options: ['kick', 'palm'] }, door)).toBe(false)
  })
})
