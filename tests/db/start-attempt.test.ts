import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { optionsOf } from '#app/content/question'
import type { Store } from '#app/db/store.server'
import { findAttempt, startAttempt } from '#app/learn/quiz/attempts.server'
import { drawPaper } from '#app/learn/quiz/draw-paper'
import { RULE_VERSION } from '#app/learn/quiz/rule'
import { issueCode, redeemCode } from '#app/people/learners/codes.server'
import { rememberRegion } from '#app/people/learners/learners.server'
import {
  begin,
  call119,
  createWorld,
  DAY,
  doors,
  everyRow,
  later,
  morning,
  ownAttempt,
  questionOf,
  takeAttempt,
  type World,
} from '../support/world'

let world: World
let store: Store
beforeEach(async () => {
  world = await createWorld()
  store = world.store
})

async function rowOf(attemptId: string) {
  const { attempts } = store.tables
  const [row] = await store.db.select().from(attempts).where(eq(attempts.id, attemptId))
  if (!row) throw new Error(`no attempt ${attemptId}`)
  return row
}

describe('what a start fixes', () => {
  test('the rule, the content, the place and the deadline stand in the row before the first question is shown', async () => {
    const id = await startAttempt(store, { learner: world.mei, module: call119, kind: 'quiz', now: morning })
    expect(await rowOf(id)).toMatchObject({
      learnerId: world.mei.id,
      moduleId: 'call-119',
      contentVersion: call119.version,
      kind: 'quiz',
      number: 1,
      passMark: call119.quiz.passMark,
      ruleVersion: RULE_VERSION,
      regionId: world.streets[0].id,
      startedAt: morning,
      day: '2026-11-22',
      deadlineAt: later(7 * DAY),
    })
  })

  test('the paper holds as many different questions as the module draws, each with all its options once', async () => {
    const { items } = await begin(store, { learner: world.mei })
    expect(items).toHaveLength(call119.quiz.draw)
    expect(new Set(items.map(({ questionId }) => questionId)).size).toBe(items.length)
    for (const { questionId, options } of items)
      expect(options.toSorted()).toEqual(optionsOf(questionOf(call119, questionId)).toSorted())
  })

  test('the kept seed draws the same questions and the same order of options again', async () => {
    const id = await startAttempt(store, { learner: world.mei, module: call119, kind: 'quiz', now: morning })
    const { items, seed } = await rowOf(id)
    expect(drawPaper(call119, seed)).toEqual(items)
  })

  test('the day is the day in Shanghai, also when London still has yesterday', async () => {
    const now = new Date('2026-11-21T16:30:00Z')
    const id = await startAttempt(store, { learner: world.mei, module: call119, kind: 'quiz', now })
    expect((await rowOf(id)).day).toBe('2026-11-22')
  })

  test('moving to another street later leaves the started attempt where it was', async () => {
    const { id } = await begin(store, { learner: world.mei })
    await rememberRegion(store, { id: world.mei.id, regionId: world.streets[1].id }, morning)
    expect((await ownAttempt(store, world.mei, id)).regionId).toBe(world.streets[0].id)
  })

  test('practice asks just the questions it was given', async () => {
    const questionIds = ['call-119-4', 'call-119-7', 'no-longer-there']
    const { items } = await begin(store, { learner: world.mei, kind: 'practice', questionIds })
    expect(items.map(({ questionId }) => questionId)).toEqual(['call-119-4', 'call-119-7'])
  })

  test('content that was never recorded cannot be tested, and the refused start leaves nothing behind', async () => {
    const before = await everyRow(store)
    const module = { ...call119, version: 'unrecorded' }
    await expect(startAttempt(store, { learner: world.mei, module, kind: 'quiz', now: morning })).rejects.toThrow(
      'FOREIGN KEY',
    )
    expect(await everyRow(store)).toEqual(before)
  })
})

describe('starting again', () => {
  test('a second start returns the open attempt and draws nothing', async () => {
    const first = await begin(store, { learner: world.mei })
    const second = await begin(store, { learner: world.mei, now: later(DAY) })
    expect(second).toEqual(first)
    expect(await store.db.$count(store.tables.attempts)).toBe(1)
  })

  test('ten starts at once give one attempt', async () => {
    const start = () => startAttempt(store, { learner: world.mei, module: call119, kind: 'quiz', now: morning })
    const ids = await Promise.all(Array.from({ length: 10 }, start))
    expect(new Set(ids).size).toBe(1)
    expect(await store.db.$count(store.tables.attempts)).toBe(1)
    expect(await store.db.$count(store.tables.learners)).toBe(1)
  })

  test('after handing in, a start draws a new paper with the next number', async () => {
    const first = await takeAttempt(store, { learner: world.mei })
    const second = await begin(store, { learner: world.mei, now: later(1000) })
    expect(second).toMatchObject({ number: 2, result: null })
    expect(second.id).not.toBe(first.id)
    expect(second.items).not.toEqual(first.items)
  })

  test('an attempt past its deadline is not continued', async () => {
    const first = await begin(store, { learner: world.mei })
    expect((await begin(store, { learner: world.mei, now: first.deadlineAt })).id).toBe(first.id)
    const second = await begin(store, { learner: world.mei, now: later(7 * DAY + 1) })
    expect(second).toMatchObject({ number: 2, deadlineAt: later(14 * DAY + 1) })
  })

  test('each learner, each module and each kind has its own open attempt', async () => {
    const ids = [
      (await begin(store, { learner: world.mei })).id,
      (await begin(store, { learner: world.bo })).id,
      (await begin(store, { learner: world.mei, module: doors })).id,
      (await begin(store, { learner: world.mei, kind: 'practice', questionIds: ['call-119-1'] })).id,
    ]
    expect(new Set(ids).size).toBe(4)
  })
})

describe('whose attempt it is', () => {
  test('another learner’s attempt is null, and so is one that does not exist', async () => {
    const { id } = await begin(store, { learner: world.mei })
    await begin(store, { learner: world.bo })
    expect(await findAttempt(store, { learnerId: world.bo.id, attemptId: id, now: morning })).toBeNull()
    expect(await findAttempt(store, { learnerId: world.mei.id, attemptId: world.bo.id, now: morning })).toBeNull()
  })

  test('looking at another learner’s late attempt does not close it', async () => {
    const { id } = await begin(store, { learner: world.mei })
    await begin(store, { learner: world.bo })
    expect(await findAttempt(store, { learnerId: world.bo.id, attemptId: id, now: later(8 * DAY) })).toBeNull()
    expect(await store.db.$count(store.tables.attemptResults)).toBe(0)
  })

  test('a learner who joined by a code sees the attempts of both devices, and continues the open one', async () => {
    const onPhone = await begin(store, { learner: world.mei })
    const onTablet = await takeAttempt(store, { learner: world.bo, module: doors })
    const { code } = await issueCode(store, world.mei.id, { secret: 'kept', now: morning })
    await redeemCode(store, code, { ownId: world.bo.id, secret: 'kept', now: morning })
    expect((await ownAttempt(store, world.mei, onPhone.id)).id).toBe(onPhone.id)
    expect((await ownAttempt(store, world.mei, onTablet.id)).result).toMatchObject({ passed: true })
    expect((await begin(store, { learner: world.mei })).id).toBe(onPhone.id)
    expect((await begin(store, { learner: world.mei, module: doors, now: later(1) })).number).toBe(2)
  })
})
