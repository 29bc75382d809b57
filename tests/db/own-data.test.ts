import { beforeEach, expect, test } from 'vitest'
import type { Store } from '#app/db/store.server'
import { forgetLearner, readOwnData } from '#app/learn/progress/own-data.server'
import { readTallies, verifyTallies } from '#app/learn/quiz/tallies.server'
import { issueCode, redeemCode } from '#app/people/learners/codes.server'
import { findLearner, type Learner } from '#app/people/learners/learners.server'
import {
  begin,
  call119,
  createWorld,
  doors,
  everyRow,
  later,
  MINUTE,
  morning,
  refuse,
  takeAttempt,
} from '../support/world'

const secret = 'a secret of this test'

let store: Store
let mei: Learner
let bo: Learner
beforeEach(async () => {
  ;({ store, mei, bo } = await createWorld())
  await takeAttempt(store, { learner: mei, module: call119, kind: 'quiz', now: morning })
})

test('a learner sees every attempt, every answer, every pass and the place they chose, and nobody else’s', async () => {
  await takeAttempt(store, { learner: bo, module: doors, kind: 'quiz', now: morning })
  const own = await readOwnData(store, mei)
  expect(own.place).toBe('梧桐街道（演示）')
  expect(own.attempts.map(({ moduleId, itemCount, answers }) => [moduleId, itemCount, answers.length])).toEqual([
    ['call-119', 10, 10],
  ])
  expect(own.completions).toHaveLength(1)
  expect(JSON.stringify(own)).not.toContain(bo.id)
})

test('what is taken along says nothing about which answers are right', async () => {
  await begin(store, { learner: mei, module: doors, kind: 'quiz', now: morning })
  expect(JSON.stringify(await readOwnData(store, mei))).not.toMatch(/"correct"|explanation/)
})

test('after forgetting, the old id leads nowhere and stands nowhere in the database', async () => {
  const { code } = await issueCode(store, mei.id, { secret, now: morning })
  await forgetLearner(store, mei.id, later(MINUTE))
  expect(await findLearner(store, mei.id)).toBeNull()
  expect(await redeemCode(store, code, { ownId: null, secret, now: later(MINUTE) })).toBeNull()
  expect(JSON.stringify(await everyRow(store))).not.toContain(mei.id)
})

test('the district’s counts stay as they were and can still be recounted', async () => {
  const before = await readTallies(store)
  await forgetLearner(store, mei.id, later(MINUTE))
  expect(await readTallies(store)).toEqual(before)
  expect(await verifyTallies(store)).toEqual([])
})

test('a pass once earned is kept, under an id that no browser knows', async () => {
  const passes = async () => (await everyRow(store)).completions as { learnerId: string; earnedAt: Date }[]
  const [before] = await passes()
  await forgetLearner(store, mei.id, later(MINUTE))
  const [after] = await passes()
  expect(after).toEqual({ ...before, learnerId: after?.learnerId })
  expect(after?.learnerId).not.toBe(mei.id)
})

test('devices joined by a code are forgotten together, even where both tried the same module', async () => {
  await takeAttempt(store, { learner: bo, module: call119, kind: 'quiz', now: morning })
  const { code } = await issueCode(store, mei.id, { secret, now: morning })
  await redeemCode(store, code, { ownId: bo.id, secret, now: morning })
  await forgetLearner(store, mei.id, later(MINUTE))
  const kept = JSON.stringify(await everyRow(store))
  expect([await findLearner(store, mei.id), await findLearner(store, bo.id)]).toEqual([null, null])
  expect([kept.includes(mei.id), kept.includes(bo.id)]).toEqual([false, false])
  expect(await store.db.$count(store.tables.attempts)).toBe(2)
})

test('if the last step fails, nothing is forgotten', async () => {
  const before = await everyRow(store)
  refuse(store, 'delete on learners')
  await expect(forgetLearner(store, mei.id, later(MINUTE))).rejects.toThrow()
  expect(await everyRow(store)).toEqual(before)
})
