import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '#app/db/store.server'
import { readAnswers, saveAnswers } from '#app/learn/quiz/answers.server'
import type { Attempt } from '#app/learn/quiz/attempt'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import {
  answersTo,
  begin,
  call119,
  createWorld,
  DAY,
  everyRow,
  later,
  MINUTE,
  morning,
  ownAttempt,
  type World,
} from '../support/world'

let world: World
let store: Store
let attempt: Attempt
let questionId: string
let options: string[]
beforeEach(async () => {
  world = await createWorld()
  store = world.store
  attempt = await begin(store, { learner: world.mei })
  const [item] = attempt.items
  questionId = item?.questionId ?? ''
  options = item?.options ?? []
})

const save = (option: number, sequence?: number, now = morning) =>
  saveAnswers(store, attempt, [{ questionId, response: [options[option] ?? ''], sequence }], now)

const kept = async () => (await readAnswers(store, attempt.id)).get(questionId)

describe('saving while the attempt is open', () => {
  test('an answer is kept as it was given, without a mark', async () => {
    expect(await save(0, 1)).toBe(true)
    expect(await kept()).toEqual({ questionId, response: [options[0]], sequence: 1, correct: null })
  })

  test('answering again replaces the answer: there is one row an item', async () => {
    await save(0, 1)
    await save(1, 2)
    expect((await kept())?.response).toEqual([options[1]])
    expect(await store.db.$count(store.tables.attemptAnswers)).toBe(1)
  })

  test('an older save that arrives late changes nothing', async () => {
    await save(1, 5)
    const before = await everyRow(store)
    expect(await save(0, 4, later(MINUTE))).toBe(true)
    expect(await everyRow(store)).toEqual(before)
  })

  test('whatever order the saves arrive in, the newest wins', async () => {
    for (const sequence of [3, 1, 4, 2]) await save(sequence % 2, sequence)
    expect(await kept()).toMatchObject({ response: [options[0]], sequence: 4 })
  })

  test('the same save arriving twice is one save', async () => {
    await save(1, 1)
    const before = await everyRow(store)
    await save(1, 1)
    expect(await everyRow(store)).toEqual(before)
  })

  test('a save without a sequence, from the form, counts as the newest', async () => {
    await save(0, 7)
    await save(1)
    expect(await kept()).toMatchObject({ response: [options[1]], sequence: 8 })
    await save(0, 7)
    expect((await kept())?.response).toEqual([options[1]])
  })

  test('an answer can be taken back', async () => {
    await save(0, 1)
    await saveAnswers(store, attempt, [{ questionId, response: [], sequence: 2 }], morning)
    expect((await kept())?.response).toEqual([])
  })

  test('several answers at once are all kept, and answers that are not sent stay as they were', async () => {
    await save(1, 1)
    const others = answersTo(attempt, call119).slice(1)
    await saveAnswers(store, attempt, others, morning)
    const answers = await readAnswers(store, attempt.id)
    expect([...answers.keys()].toSorted()).toEqual(attempt.items.map((item) => item.questionId).toSorted())
    expect(answers.get(questionId)?.response).toEqual([options[1]])
  })

  test('saving nothing is fine', async () => {
    const before = await everyRow(store)
    expect(await saveAnswers(store, attempt, [], morning)).toBe(true)
    expect(await everyRow(store)).toEqual(before)
  })

  test('answers of one attempt never land in another', async () => {
    const other = await begin(store, { learner: world.bo })
    await save(0, 1)
    expect((await readAnswers(store, other.id)).size).toBe(0)
  })
})

describe('saving after the attempt is closed', () => {
  test('is refused and changes nothing', async () => {
    await save(0, 1)
    await closeAttempt(store, attempt, { closedBy: 'learner', now: morning })
    const before = await everyRow(store)
    attempt = await ownAttempt(store, world.mei, attempt.id)
    expect(await save(1, 2)).toBe(false)
    expect(await everyRow(store)).toEqual(before)
  })

  test('is refused also when the closing happened after this request had read the attempt', async () => {
    await save(0, 1)
    await closeAttempt(store, attempt, { closedBy: 'learner', now: morning })
    const before = await everyRow(store)
    expect(await save(1, 2)).toBe(false)
    expect(await save(1)).toBe(false)
    expect(await everyRow(store)).toEqual(before)
  })

  test('is refused after the deadline, also while nobody has closed the attempt yet', async () => {
    expect(await save(0, 1, attempt.deadlineAt)).toBe(true)
    const before = await everyRow(store)
    expect(await save(1, 2, later(7 * DAY + 1))).toBe(false)
    expect(await everyRow(store)).toEqual(before)
  })
})
