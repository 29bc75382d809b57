import { beforeEach, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { recordVersions } from '#app/content/versions.server'
import type { Store } from '#app/db/store.server'
import { listCompletions } from '#app/learn/progress/completions.server'
import { progressOverview } from '#app/learn/progress/overview.server'
import { listWrongQuestions, saveAnswers } from '#app/learn/quiz/answers.server'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import { RULE_VERSION } from '#app/learn/quiz/rule'
import { issueCode, redeemCode } from '#app/people/learners/codes.server'
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
  takeAttempt,
  type World,
} from '../support/world'

let world: World
let store: Store
beforeEach(async () => {
  world = await createWorld()
  store = world.store
})

const overviewOf = (learnerId: string, now = morning, shown = catalog) =>
  progressOverview(store, { learnerId, catalog: shown, locale: 'zh-CN', now })

describe('completions', () => {
  test('a pass is kept with its score, the rule, the content version and the day it was earned', async () => {
    const { id } = await takeAttempt(store, { learner: world.mei, right: 9 })
    expect(await store.db.select().from(store.tables.completions)).toMatchObject([
      {
        learnerId: world.mei.id,
        moduleId: 'call-119',
        attemptId: id,
        contentVersion: call119.version,
        ruleVersion: RULE_VERSION,
        scorePercent: 90,
        earnedAt: morning,
        day: '2026-11-22',
      },
    ])
  })

  test('a failed quiz gives none, and failing later takes none away', async () => {
    await takeAttempt(store, { learner: world.mei, right: 7 })
    expect(await listCompletions(store, world.mei.id)).toEqual([])
    await takeAttempt(store, { learner: world.mei, right: 8 })
    await takeAttempt(store, { learner: world.mei, right: 0, now: later(DAY) })
    expect(await listCompletions(store, world.mei.id)).toMatchObject([{ moduleId: 'call-119', scorePercent: 80 }])
  })

  test('passing again adds a line and leaves the first as it was', async () => {
    await takeAttempt(store, { learner: world.mei, right: 8 })
    const first = await listCompletions(store, world.mei.id)
    await takeAttempt(store, { learner: world.mei, now: later(DAY) })
    const both = await listCompletions(store, world.mei.id)
    expect(both.slice(0, 1)).toEqual(first)
    expect(both.map(({ scorePercent }) => scorePercent)).toEqual([80, 100])
  })

  test('a pass stays when the module is rewritten, made harder, or taken out of the catalogue', async () => {
    await takeAttempt(store, { learner: world.mei, right: 8 })
    const earned = await listCompletions(store, world.mei.id)
    const harder = { ...call119, version: 'harder', quiz: { ...call119.quiz, passMark: 100 } }
    await recordVersions(store, { ...catalog, modules: [harder] }, later(DAY))
    expect(await listCompletions(store, world.mei.id)).toEqual(earned)
    const without = { ...catalog, modules: catalog.modules.filter(({ id }) => id !== 'call-119') }
    expect(await listCompletions(store, world.mei.id)).toEqual(earned)
    expect((await overviewOf(world.mei.id, later(DAY), without)).passed).toMatchObject([
      { moduleId: 'call-119', percent: 80 },
    ])
  })

  test('an attempt begun before a rule became harder passes by the rule it began with', async () => {
    const attempt = await begin(store, { learner: world.mei })
    const harder = { ...call119, version: 'harder', quiz: { ...call119.quiz, passMark: 100 } }
    await recordVersions(store, { ...catalog, modules: [harder] }, later(MINUTE))
    await saveAnswers(store, attempt, answersTo(attempt, call119, { right: 8 }), later(MINUTE))
    await closeAttempt(store, attempt, { closedBy: 'learner', now: later(MINUTE) })
    expect(await listCompletions(store, world.mei.id)).toMatchObject([
      { contentVersion: call119.version, scorePercent: 80 },
    ])
  })

  test('they belong to one learner, and to both devices after joining', async () => {
    await takeAttempt(store, { learner: world.mei })
    await takeAttempt(store, { learner: world.bo, module: doors, now: later(MINUTE) })
    expect(await listCompletions(store, world.bo.id)).toHaveLength(1)
    const { code } = await issueCode(store, world.mei.id, { secret: 'kept', now: morning })
    await redeemCode(store, code, { ownId: world.bo.id, secret: 'kept', now: morning })
    const joined = await listCompletions(store, world.mei.id)
    expect(joined.map(({ moduleId }) => moduleId)).toEqual(['call-119', 'run-or-close-door'])
  })
})

describe('the questions to practise', () => {
  test('are those whose newest answer is wrong or blank', async () => {
    const { items } = await takeAttempt(store, { learner: world.mei, right: 7, blank: 1 })
    const wrong = items.slice(7).map(({ questionId }) => questionId)
    expect((await listWrongQuestions(store, world.mei.id)).get('call-119')?.toSorted()).toEqual(wrong.toSorted())
    expect((await listWrongQuestions(store, world.bo.id)).size).toBe(0)
    const [practised = '', ...left] = wrong
    await takeAttempt(store, { learner: world.mei, kind: 'practice', questionIds: [practised], now: later(MINUTE) })
    expect((await listWrongQuestions(store, world.mei.id)).get('call-119')?.toSorted()).toEqual(left.toSorted())
  })

  test('do not include those of an open attempt', async () => {
    const attempt = await begin(store, { learner: world.mei })
    await saveAnswers(store, attempt, answersTo(attempt, call119, { right: 0 }), morning)
    expect((await listWrongQuestions(store, world.mei.id)).size).toBe(0)
  })
})

describe('the overview of a learner', () => {
  test('says what is open, passed, to practise and tried, and never more done than there are modules', async () => {
    await takeAttempt(store, { learner: world.mei, right: 9 })
    await takeAttempt(store, { learner: world.mei, right: 9, now: later(MINUTE) })
    await begin(store, { learner: world.mei, module: doors })
    const overview = await overviewOf(world.mei.id)
    expect(overview).toMatchObject({
      modules: catalog.modules.length,
      done: 1,
      open: [{ title: doors.words['zh-CN'].title, until: '2026年11月29日' }],
      passed: [{ moduleId: 'call-119', percent: 90, rule: RULE_VERSION, day: '2026年11月22日' }],
      recent: [{ correctCount: 9 }, { correctCount: 9 }],
    })
    expect(overview.wrong).toMatchObject([{ moduleId: 'call-119' }])
  })

  test('grades what was left open past its deadline: a pass is not lost because nobody came back in time', async () => {
    const attempt = await begin(store, { learner: world.mei })
    await saveAnswers(store, attempt, answersTo(attempt, call119, { right: 9 }), morning)
    const others = await begin(store, { learner: world.bo })
    const overview = await overviewOf(world.mei.id, later(8 * DAY))
    expect(overview).toMatchObject({
      open: [],
      passed: [{ moduleId: 'call-119', percent: 90 }],
      recent: [{ id: attempt.id }],
    })
    expect(overview.wrong).toMatchObject([{ moduleId: 'call-119', count: 1 }])
    expect(await overviewOf(world.mei.id, later(9 * DAY))).toEqual(overview)
    const [closed] = await store.db.select().from(store.tables.attemptResults)
    expect([closed?.attemptId, closed?.counted]).toEqual([attempt.id, false])
    expect(await store.db.$count(store.tables.attemptResults)).toBe(1)
    expect((await ownAttempt(store, world.bo, others.id)).result).toBeNull()
  })

  test('leaves out questions that the module no longer has', async () => {
    await takeAttempt(store, { learner: world.mei, right: 0 })
    const emptied = { ...catalog, modules: [{ ...call119, questions: {} }] }
    expect((await overviewOf(world.mei.id, morning, emptied)).wrong).toEqual([])
  })
})
