import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { recordVersions } from '#app/content/versions.server'
import type { Store } from '#app/db/store.server'
import { saveAnswers } from '#app/learn/quiz/answers.server'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import { readTallies, verifyTallies } from '#app/learn/quiz/tallies.server'
import { issueCode, redeemCode } from '#app/people/learners/codes.server'
import { findLearner, type Learner } from '#app/people/learners/learners.server'
import { seededRandom } from '#app/statistics/seeded-random'
import {
  answersTo,
  begin,
  call119,
  createWorld,
  DAY,
  doors,
  later,
  MINUTE,
  morning,
  ownAttempt,
  rawDatabase,
  takeAttempt,
  type World,
  wrongResponse,
} from '../support/world'

let world: World
let store: Store
beforeEach(async () => {
  world = await createWorld()
  store = world.store
})

const total = (rows: { asked: number }[]) => rows.reduce((sum, { asked }) => sum + asked, 0)

async function join(learner: Learner, into: Learner) {
  const { code } = await issueCode(store, into.id, { secret: 'kept', now: morning })
  await redeemCode(store, code, { ownId: learner.id, secret: 'kept', now: morning })
}

describe('what is counted', () => {
  test('a handed-in first quiz: the learner, every item, right and blank', async () => {
    await takeAttempt(store, { learner: world.mei, right: 8, blank: 1 })
    const { quizzes, items, places } = await readTallies(store)
    expect(quizzes).toEqual([{ moduleId: 'call-119', regionId: world.streets[0].id, learners: 1, passed: 1 }])
    expect(items).toHaveLength(10)
    expect(items.every(({ asked }) => asked === 1)).toBe(true)
    expect(items.reduce((sum, { correct }) => sum + correct, 0)).toBe(8)
    expect(items.reduce((sum, { blank }) => sum + blank, 0)).toBe(1)
    expect(places).toEqual([{ regionId: world.streets[0].id, asked: 10, correct: 8 }])
  })

  test('every option that was picked, once a person', async () => {
    const attempt = await takeAttempt(store, { learner: world.mei, right: 0 })
    const picked = attempt.items.flatMap((item) =>
      wrongResponse(call119, item).map((optionId) => `${item.questionId} ${optionId}`),
    )
    const { options } = await readTallies(store)
    expect(options.map(({ questionId, optionId }) => `${questionId} ${optionId}`).toSorted()).toEqual(picked.toSorted())
    expect(options.every((option) => option.picked === 1)).toBe(true)
  })

  test('an empty paper counts as asked, blank and not passed', async () => {
    await takeAttempt(store, { learner: world.mei, blank: 10 })
    const { quizzes, items, options } = await readTallies(store)
    expect(quizzes).toMatchObject([{ learners: 1, passed: 0 }])
    expect(items.every(({ blank, correct }) => blank === 1 && correct === 0)).toBe(true)
    expect(options).toEqual([])
  })

  test('each place on its own, and those without a place under none', async () => {
    await takeAttempt(store, { learner: world.mei, right: 10 })
    await takeAttempt(store, { learner: world.bo, right: 4 })
    const { quizzes, places } = await readTallies(store)
    expect(quizzes.map(({ regionId, passed }) => [regionId, passed]).toSorted()).toEqual([
      ['', 0],
      [world.streets[0].id, 1],
    ])
    expect(places.find(({ regionId }) => regionId === '')).toEqual({ regionId: '', asked: 10, correct: 4 })
  })

  test('both versions of a module, added up', async () => {
    await takeAttempt(store, { learner: world.mei })
    const next = { ...call119, version: 'next' }
    await recordVersions(store, { ...catalog, modules: [next] }, morning)
    await takeAttempt(store, { learner: world.bo, module: next })
    const { quizzes, items } = await readTallies(store)
    expect(quizzes.reduce((sum, { learners }) => sum + learners, 0)).toBe(2)
    expect(total(items)).toBe(20)
    expect(new Set(items.map(({ questionId }) => questionId)).size).toBe(items.length)
  })
})

describe('what is not counted', () => {
  test('later tries: a learner who tries until it works does not lift the rate', async () => {
    await takeAttempt(store, { learner: world.mei, right: 2 })
    const first = await readTallies(store)
    await takeAttempt(store, { learner: world.mei, right: 10, now: later(MINUTE) })
    expect(await readTallies(store)).toEqual(first)
  })

  test('practice', async () => {
    await takeAttempt(store, { learner: world.mei, kind: 'practice', questionIds: ['call-119-1'] })
    expect(await readTallies(store)).toEqual({ quizzes: [], items: [], options: [], places: [] })
  })

  test('a paper closed by its deadline, nor the next one in its stead', async () => {
    const attempt = await begin(store, { learner: world.mei })
    await saveAnswers(store, attempt, answersTo(attempt, call119), morning)
    await ownAttempt(store, world.mei, attempt.id, later(8 * DAY))
    await takeAttempt(store, { learner: world.mei, now: later(9 * DAY) })
    expect((await readTallies(store)).quizzes).toEqual([])
  })

  test('the first paper of a second device, when its owner has already been counted on the first device', async () => {
    const onTablet = await begin(store, { learner: world.bo })
    await takeAttempt(store, { learner: world.mei })
    await join(world.bo, world.mei)
    await closeAttempt(store, onTablet, { closedBy: 'learner', now: later(MINUTE) })
    expect((await readTallies(store)).quizzes).toMatchObject([{ learners: 1, passed: 1 }])
    expect(await verifyTallies(store)).toEqual([])
  })

  test('but that first paper counts when its owner has not handed in any before', async () => {
    const onTablet = await begin(store, { learner: world.bo })
    await begin(store, { learner: world.mei })
    await join(world.bo, world.mei)
    await closeAttempt(store, onTablet, { closedBy: 'learner', now: later(MINUTE) })
    expect((await readTallies(store)).quizzes).toMatchObject([{ learners: 1 }])
  })
})

describe('the recount', () => {
  /** A month of all kinds of tries by twenty people, with joined devices and a change of content in the middle. */
  async function liveAMonth(seed: string) {
    const random = seededRandom(seed)
    const below = (limit: number) => Math.floor(random() * limit)
    const people = Array.from(
      { length: 20 },
      (_, index): Learner => ({
        id: `019aa000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
        regionId: world.streets[below(4)]?.id ?? null,
      }),
    )
    const changed = { ...call119, version: 'changed' }
    await recordVersions(store, { ...catalog, modules: [changed] }, morning)
    for (let step = 0; step < 120; step++) {
      const person = people[below(20)] as Learner
      const learner = (await findLearner(store, person.id)) ?? person
      const module = [call119, changed, doors][below(3)] ?? doors
      const now = later(step * DAY)
      const kind = random() < 0.2 ? 'practice' : 'quiz'
      const questionIds = Object.keys(module.questions).slice(0, 3)
      const attempt = await begin(store, { learner, module, kind, questionIds, now })
      const bank = attempt.contentVersion === module.version ? module : call119
      await saveAnswers(store, attempt, answersTo(attempt, bank, { right: below(11), blank: below(3) }), now)
      if (random() < 0.8) await closeAttempt(store, attempt, { closedBy: random() < 0.9 ? 'learner' : 'deadline', now })
      if (random() < 0.05) await join(learner, (await findLearner(store, people[0]?.id ?? '')) ?? learner)
    }
  }

  test.each(['spring', 'autumn', 'winter'])(
    'agrees with the kept counts after any month of tries (%s)',
    async (seed) => {
      await liveAMonth(seed)
      expect(total((await readTallies(store)).items)).toBeGreaterThan(100)
      expect(await verifyTallies(store)).toEqual([])
    },
  )

  test.each([
    ['update quiz_tallies set passed = passed + 1', / passed: kept 2, recounted 1$/],
    ['update item_tallies set correct = 0 where correct = 1', / correct: kept 0, recounted 1$/],
    ['update item_tallies set blank = 7', / blank: kept 7, recounted 0$/],
    ['delete from option_tallies', / picked: kept 0, recounted 1$/],
    [
      `insert into quiz_tallies values ('extinguisher', '', 3, 0)`,
      /^quiz extinguisher {2}learners: kept 3, recounted 0$/,
    ],
  ])('names every count that somebody has tampered with: %s', async (tampering, line) => {
    await takeAttempt(store, { learner: world.mei, right: 9 })
    expect(await verifyTallies(store)).toEqual([])
    rawDatabase(store).exec(tampering)
    const differences = await verifyTallies(store)
    expect(differences.length).toBeGreaterThan(0)
    for (const difference of differences) expect(difference).toMatch(line)
  })

  test('notices a result that was marked as counted afterwards', async () => {
    await takeAttempt(store, { learner: world.mei })
    await takeAttempt(store, { learner: world.mei, now: later(MINUTE) })
    const { attemptResults } = store.tables
    await store.atomically((tx) => [tx.update(attemptResults).set({ counted: sql`1` })])
    expect((await verifyTallies(store)).length).toBeGreaterThan(0)
  })
})
