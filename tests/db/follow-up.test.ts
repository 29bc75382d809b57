/** 跟访: a wave that asks the respondents of an earlier one once more. */
import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { keysFrom } from '#app/db/sealed.server'
import { compareWith } from '#app/measure/awareness/comparison.server'
import { estimatesBeside, findEstimate } from '#app/measure/awareness/estimates.server'
import { personKeyOf } from '#app/measure/surveys/file-plan.server'
import { addFollowUp, changeFollowUp, foundAgain, wavesAround } from '#app/measure/surveys/follow-up.server'
import { findInterviewUnit } from '#app/measure/surveys/interview-units.server'
import { drawWave } from '#app/measure/surveys/sample.server'
import { assignUnits } from '#app/measure/surveys/units.server'
import { changeWave } from '#app/measure/surveys/waves.server'
import type { Account } from '#app/people/accounts/account'
import { type Scope, wholeDistrict } from '#app/people/places/scope'
import { ELSEWHERE, newAccount } from '../support/desk'
import { keptEstimateOf } from '../support/kept-estimate'
import { answeredWave, answerUnits, openedFollowUp, openedWave, SEED, unitsOf } from '../support/waves'

const trailOf = (accountId: string) => ({ accountId, origin: 'a test', now: new Date() })
const accountOf = (id: string): Account => ({
  ...{ id, login: 'visitor', name: '周敏', role: 'interviewer' },
  ...{ scope: wholeDistrict, scopeName: null },
})
const days = { fieldFrom: '2099-11-01', fieldTo: '2099-11-30' }

/** A closed wave of which 20 of its units have answered. */
const closedWave = () => answeredWave(store, { units: 20, rate: 0.5 })

describe('a follow-up', () => {
  test('asks the answered units under their codes, with their chances, and nobody else', async () => {
    const earlier = await closedWave()
    const followUp = await openedFollowUp(store, earlier)
    const before = (await unitsOf(store, earlier.id)).filter(({ disposition }) => disposition === 'complete')
    const now = await unitsOf(store, followUp.id)
    expect(before).toHaveLength(20)
    const what = ({ code, number, probability, eligible }: (typeof now)[number]) => ({
      code,
      number,
      probability,
      eligible,
    })
    expect(now.map(what)).toEqual(before.map(what))
    expect(now.map(({ followsUnitId }) => followsUnitId)).toEqual(before.map(({ id }) => id))
    expect(
      now.every(({ disposition, tokenHash, visits }) => disposition === 'open' && !tokenHash && visits === 0),
    ).toBe(true)
  })

  test('keeps place, questionnaire and ways of asking, has no target, and chooses nobody in the household', async () => {
    const earlier = await closedWave()
    const { design, instrument, tier, regionId, targetPercent, planId, followsId } = await openedFollowUp(
      store,
      earlier,
    )
    expect({ instrument, tier, regionId }).toEqual({
      instrument: earlier.instrument,
      tier: earlier.tier,
      regionId: earlier.regionId,
    })
    expect(design).toEqual({ ...earlier.design, household: 'same', planned: null })
    expect([targetPercent, planId, followsId]).toEqual([null, null, earlier.id])
  })

  test('takes what was no household off the size of its community', async () => {
    const earlier = await openedWave(store)
    const [first] = await unitsOf(store, earlier.id)
    const { surveyUnits, surveyClusters } = store.tables
    await store.atomically((tx) => [
      tx
        .update(surveyUnits)
        .set({ disposition: 'not-eligible' })
        .where(eq(surveyUnits.id, first?.id ?? '')),
    ])
    const closed = await answerUnits(store, earlier, { skip: 1 })
    const sizes = async (waveId: string) =>
      store.db
        .select({ code: surveyClusters.code, size: surveyClusters.size })
        .from(surveyClusters)
        .where(eq(surveyClusters.waveId, waveId))
        .orderBy(asc(surveyClusters.code))
    const [before, now] = [await sizes(closed.id), await sizes((await openedFollowUp(store, closed)).id)]
    const changed = now.filter(({ size }, at) => size !== before[at]?.size)
    // One of the five households drawn there was none.
    expect(changed).toHaveLength(1)
    const place = now.findIndex(({ code }) => code === changed[0]?.code)
    expect(changed[0]?.size).toBe(Math.round(((before[place]?.size ?? 0) * 4) / 5))
  })

  test('cannot be drawn, planned or written otherwise; its name and days can, while it is a draft', async () => {
    const earlier = await closedWave()
    const id = newId()
    const change = { scope: wholeDistrict, trail: trailOf(earlier.createdBy), id }
    expect(await addFollowUp(store, change, earlier.id, { name: '第二次', ...days })).toMatchObject({ done: true })
    expect(await drawWave(store, change, { seed: SEED, count: null })).toMatchObject({ problem: 'isFollowUp' })
    const { design, name, regionId, instrumentId, tier, ageFrom, ageTo, planId } = earlier
    const given = { name, regionId, instrumentId, tier, ageFrom, ageTo, planId, ...days }
    expect(await changeWave(store, change, { ...given, design })).toMatchObject({ problem: 'isFollowUp' })
    expect(await changeFollowUp(store, change, { name: '培训以后', ...days })).toMatchObject({ done: true })
    expect(await wavesAround(store, wholeDistrict, earlier)).toMatchObject({ followedBy: [{ id, name: '培训以后' }] })
  })

  test('sent twice is made once', async () => {
    const earlier = await closedWave()
    const change = { scope: wholeDistrict, trail: trailOf(earlier.createdBy), id: newId() }
    for (const _ of [1, 2])
      expect(await addFollowUp(store, change, earlier.id, { name: '第二次', ...days })).toMatchObject({ done: true })
    expect(await unitsOf(store, change.id)).toHaveLength(20)
  })

  test('is refused of an open wave, of a follow-up, and where nobody can be found again; elsewhere there is none', async () => {
    const open = await answeredWave(store, { units: 20, isClosed: false })
    const silent = await answeredWave(store, { units: 0 })
    const followUp = await answerUnits(store, await openedFollowUp(store, await closedWave()))
    const trail = trailOf(open.createdBy)
    const follow = (earlierId: string, scope: Scope = wholeDistrict) =>
      addFollowUp(store, { scope, trail, id: newId() }, earlierId, { name: '第二次', ...days })
    expect(await follow(open.id)).toMatchObject({ problem: 'notClosed' })
    expect(await follow(silent.id)).toMatchObject({ problem: 'nobodyToAsk' })
    expect(await follow(followUp.id)).toMatchObject({ problem: 'followsAnother' })
    expect(await follow(followUp.id, { kind: 'region', prefix: ELSEWHERE.slice(0, 9) })).toBeNull()
    expect(await foundAgain(store, wholeDistrict, open.id)).toEqual({ units: 0, persons: 0 })
  })
})

test('whoever has left the panel is lost, and no empty house: the others of the community stand for them', async () => {
  const followUp = await openedFollowUp(store, await answeredWave(store))
  const [gone, ...rest] = await unitsOf(store, followUp.id)
  const { surveyUnits } = store.tables
  await store.atomically((tx) => [
    tx
      .update(surveyUnits)
      .set({ disposition: 'not-eligible' })
      .where(eq(surveyUnits.id, gone?.id ?? '')),
  ])
  const { input } = await keptEstimateOf(store, await answerUnits(store, followUp, { skip: 1 }))
  const beside = rest.filter(({ clusterId }) => clusterId === gone?.clusterId).length
  const [cluster] = await store.db
    .select()
    .from(store.tables.surveyClusters)
    .where(eq(store.tables.surveyClusters.id, gone?.clusterId ?? ''))
  const own = input.respondents.filter((one) => one.cluster === cluster?.code)
  expect(own).toHaveLength(beside)
  // Two eligible persons in every household of these tests.
  for (const { weight } of own)
    expect(weight).toBeCloseTo((2 * (cluster?.size ?? 0)) / (cluster?.probability ?? 1) / beside, 8)
})

test('the interviewer is told whom to ask: sex and age of the time before, and nothing else', async () => {
  const followUp = await openedFollowUp(store, await closedWave())
  const [unit] = await unitsOf(store, followUp.id)
  const visitor = await newAccount('interviewer', { regionCode: '990101000000' }, store)
  const change = { scope: wholeDistrict, trail: trailOf(followUp.createdBy), id: followUp.id }
  await assignUnits(store, change, new Map([[unit?.clusterId ?? '', visitor.id]]))
  const found = await findInterviewUnit(store, accountOf(visitor.id), unit?.id ?? '')
  const [answered] = await store.db
    .select()
    .from(store.tables.surveyResponses)
    .where(eq(store.tables.surveyResponses.unitId, unit?.followsUnitId ?? ''))
  expect(found?.again).toEqual({ id: answered?.id, sex: answered?.sex, age: answered?.age, day: answered?.day })
})

test('a person of a file is known again in a follow-up, and in no other wave', () => {
  const keys = keysFrom('a secret that only the tests use')
  const first = { id: 'w1', followsId: null }
  const key = personKeyOf(keys, first, '张伟 1970')
  expect(personKeyOf(keys, { id: 'w2', followsId: 'w1' }, '张伟 1970')).toBe(key)
  expect(personKeyOf(keys, { id: 'w3', followsId: null }, '张伟 1970')).not.toBe(key)
  expect(personKeyOf(keys, first, '张伟 1971')).not.toBe(key)
})

test('the estimates of both rounds are compared as a panel, also when both ended on one day', async () => {
  const earlier = await answeredWave(store, { rate: 0.5 })
  const followUp = await answerUnits(store, await openedFollowUp(store, earlier), { rate: 0.8 })
  const before = await keptEstimateOf(store, earlier)
  const now = await keptEstimateOf(store, followUp)
  expect(now.input.notes.followUp).toBe(30)
  const estimate = await findEstimate(store, wholeDistrict, now.id)
  if (!estimate) throw new Error('the estimate is missing')
  const others = await estimatesBeside(store, wholeDistrict, estimate)
  const compared = await compareWith(store, wholeDistrict, estimate, others, before.id)
  expect(compared?.breaks).toEqual([])
  expect(compared?.panel).toMatchObject({ asked: 30, pairs: 30, notAgain: 0, otherPerson: 0, shown: 'figures' })
  expect(compared?.panel?.overall.direction).toBe('up')
  expect(compared?.panel?.overall.difference).toBeCloseTo(compared?.overall?.difference ?? 0, 10)
  // Two estimates of one wave are the same people twice, and no change.
  await keptEstimateOf(store, followUp)
  const beside = await estimatesBeside(store, wholeDistrict, estimate)
  expect(beside.map(({ waveId }) => waveId)).toContain(earlier.id)
  expect(beside.map(({ waveId }) => waveId)).not.toContain(followUp.id)
})
