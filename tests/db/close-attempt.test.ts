import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { recordVersions } from '#app/content/versions.server'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { readAnswers, saveAnswers } from '#app/learn/quiz/answers.server'
import type { Attempt } from '#app/learn/quiz/attempt'
import { listAttempts } from '#app/learn/quiz/attempts.server'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import { fixtureCatalog } from '../support/fixture-catalog'
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

const handIn = (attempt: Attempt, now = morning) => closeAttempt(store, attempt, { closedBy: 'learner', now })

async function resultRow(attemptId: string) {
  const { attemptResults } = store.tables
  const [row] = await store.db.select().from(attemptResults).where(eq(attemptResults.attemptId, attemptId))
  return row
}

describe('grading at the close', () => {
  test('right answers count, wrong and blank ones do not, and every item keeps its answer and its mark', async () => {
    const { id, items } = await takeAttempt(store, { learner: world.mei, right: 6, blank: 2 })
    expect(await resultRow(id)).toMatchObject({ correctCount: 6, itemCount: 10, passed: false, closedAt: morning })
    const answers = await readAnswers(store, id)
    expect(items.map(({ questionId }) => answers.get(questionId)?.correct)).toEqual([
      ...Array(6).fill(true),
      ...Array(4).fill(false),
    ])
    expect(answers.get(items[9]?.questionId ?? '')?.response).toEqual([])
  })

  test('the pass mark of the attempt decides: eight of ten pass at 80, seven do not', async () => {
    expect((await takeAttempt(store, { learner: world.mei, right: 8 })).result?.passed).toBe(true)
    expect((await takeAttempt(store, { learner: world.bo, right: 7 })).result?.passed).toBe(false)
  })

  test('an empty paper scores nothing', async () => {
    expect((await takeAttempt(store, { learner: world.mei, blank: 10 })).result).toMatchObject({
      correctCount: 0,
      passed: false,
    })
  })

  test('what is returned is what is read back', async () => {
    const closed = await takeAttempt(store, { learner: world.mei, right: 9 })
    expect(await ownAttempt(store, world.mei, closed.id)).toMatchObject({ ...closed, result: { ...closed.result } })
  })
})

describe('closing twice', () => {
  test('returns the first result and counts once, also when the answers would now be better', async () => {
    const attempt = await begin(store, { learner: world.mei })
    const first = await handIn(attempt)
    const before = await everyRow(store)
    await saveAnswers(store, attempt, answersTo(attempt, call119), morning)
    const second = await handIn(attempt, later(MINUTE))
    expect(second.result).toMatchObject({ ...first.result })
    expect(await everyRow(store)).toEqual(before)
  })

  test('ten closings at once give one result, one completion and one count', async () => {
    const attempt = await begin(store, { learner: world.mei })
    await saveAnswers(store, attempt, answersTo(attempt, call119), morning)
    const results = await Promise.all(Array.from({ length: 10 }, (_, index) => handIn(attempt, later(index))))
    expect(new Set(results.map(({ result }) => result?.closedAt.getTime())).size).toBe(1)
    expect(await store.db.$count(store.tables.attemptResults)).toBe(1)
    expect(await store.db.$count(store.tables.completions)).toBe(1)
    expect(await store.db.select().from(store.tables.quizTallies)).toMatchObject([{ learners: 1, passed: 1 }])
  })

  test('the learner and the deadline closing at once agree on one result', async () => {
    const attempt = await begin(store, { learner: world.mei })
    const [a, b] = await Promise.all([
      handIn(attempt, attempt.deadlineAt),
      closeAttempt(store, attempt, { closedBy: 'deadline', now: later(7 * DAY + 1) }),
    ])
    expect(a.result?.closedBy).toBe(b.result?.closedBy)
    expect((await resultRow(attempt.id))?.closedBy).toBe(a.result?.closedBy)
  })
})

describe('the deadline', () => {
  test('closes with the answers as they stand when the learner comes back late; a pass is a pass, but it is not counted', async () => {
    const attempt = await begin(store, { learner: world.mei })
    await saveAnswers(store, attempt, answersTo(attempt, call119, { blank: 2 }), morning)
    const late = await ownAttempt(store, world.mei, attempt.id, later(7 * DAY + 1))
    expect(late.result).toMatchObject({ closedBy: 'deadline', correctCount: 8, passed: true })
    expect((await resultRow(attempt.id))?.counted).toBe(false)
    expect(await store.db.$count(store.tables.completions)).toBe(1)
    expect(await store.db.$count(store.tables.itemTallies)).toBe(0)
  })

  test('at the last moment the attempt is still open', async () => {
    const attempt = await begin(store, { learner: world.mei })
    expect((await ownAttempt(store, world.mei, attempt.id, attempt.deadlineAt)).result).toBeNull()
  })
})

describe('practice', () => {
  test('gives marks but no completion and no count', async () => {
    const questionIds = ['call-119-4', 'call-119-7']
    const { id, result } = await takeAttempt(store, { learner: world.mei, kind: 'practice', questionIds })
    expect(result).toMatchObject({ correctCount: 2, itemCount: 2 })
    expect((await resultRow(id))?.counted).toBe(false)
    expect(await store.db.$count(store.tables.completions)).toBe(0)
    expect(await store.db.$count(store.tables.quizTallies)).toBe(0)
  })
})

describe('content that has changed since', () => {
  const turned = { ...call119, version: 'turned', questions: { ...call119.questions } }
  const first = questionOf(call119, 'call-119-4')
  if (first.type === 'true-false') turned.questions['call-119-4'] = { ...first, correct: ['right'] }

  test('an attempt is graded with the key it began with, after the key was changed', async () => {
    const practice = { learner: world.mei, kind: 'practice' as const, questionIds: ['call-119-4'] }
    const attempt = await begin(store, practice)
    await recordVersions(store, { ...fixtureCatalog, modules: [turned] }, later(MINUTE))
    await saveAnswers(store, attempt, [{ questionId: 'call-119-4', response: ['wrong'] }], later(MINUTE))
    expect((await handIn(attempt, later(MINUTE))).result?.correctCount).toBe(1)
    const next = await begin(store, { ...practice, learner: world.bo, module: turned })
    await saveAnswers(store, next, [{ questionId: 'call-119-4', response: ['wrong'] }], later(MINUTE))
    expect((await handIn(next, later(MINUTE))).result?.correctCount).toBe(0)
  })

  test('an attempt whose questions have all been taken out of the module is still graded', async () => {
    const emptied = { ...call119, version: 'emptied', questions: {} }
    const attempt = await begin(store, { learner: world.mei })
    await recordVersions(store, { ...fixtureCatalog, modules: [emptied] }, later(MINUTE))
    await saveAnswers(store, attempt, answersTo(attempt, call119), later(MINUTE))
    expect((await handIn(attempt, later(MINUTE))).result).toMatchObject({ correctCount: 10, passed: true })
  })
})

test('a learner’s list has the newest attempt first and nobody else’s', async () => {
  const first = await takeAttempt(store, { learner: world.mei })
  const second = await begin(store, { learner: world.mei, now: later(MINUTE) })
  await takeAttempt(store, { learner: world.bo })
  const list = await listAttempts(store, world.mei.id)
  expect(list.map(({ id, result }) => [id, result?.correctCount])).toEqual([
    [second.id, undefined],
    [first.id, 10],
  ])
})

test('two processes on one file close an attempt once', async ({ onTestFinished }) => {
  const { mkdtempSync, rmSync } = await import('node:fs')
  const folder = mkdtempSync('/tmp/zhihuo-close-')
  const [one, other] = [createSqliteStore(`${folder}/district.db`), createSqliteStore(`${folder}/district.db`)]
  onTestFinished(() => {
    one.close()
    other.close()
    rmSync(folder, { recursive: true })
  })
  const { mei } = await createWorld(one)
  const attempt = await begin(one, { learner: mei })
  const [a, b] = await Promise.all(
    [one, other].map((door, index) => closeAttempt(door, attempt, { closedBy: 'learner', now: later(index) })),
  )
  expect(a?.result?.closedAt).toEqual(b?.result?.closedAt)
  expect(await other.db.select().from(other.tables.quizTallies)).toMatchObject([{ learners: 1 }])
})
