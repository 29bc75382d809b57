import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { closeWave, openWave } from '#app/measure/surveys/field-work.server'
import { drawWave, frameOf } from '#app/measure/surveys/sample.server'
import { addWave, changeWave, findWave, type GivenWave, type Wave } from '#app/measure/surveys/waves.server'
import { whileDraft } from '#app/measure/surveys/while-draft.server'
import { wholeDistrict } from '#app/people/places/scope'
import { ELSEWHERE, HERE, newAccount, regionAt } from '../support/desk'
import { deedsOf } from '../support/staff'
import { answeredWave, DISTRICT, drawnWave, newWave, openedWave, putFrame, SEED, unitsOf } from '../support/waves'

const lead = await newAccount('survey-lead', { regionCode: DISTRICT })
const by = { scope: wholeDistrict, trail: { ...lead.trail, accountId: lead.id } }
const here = { kind: 'region' as const, prefix: HERE.slice(0, 9) }

/** What the form of a wave says that is there already. */
const given = (wave: Wave): GivenWave => {
  const { planned: _, ...design } = wave.design
  const { name, regionId, instrumentId, tier, ageFrom, ageTo, planId, fieldFrom, fieldTo } = wave
  return { name, regionId, instrumentId, tier, ageFrom, ageTo, planId, fieldFrom, fieldTo, design }
}

describe('a draft', () => {
  test('keeps the instrument as it was and the target of its plan, whose definition is unknown', async () => {
    const wave = await newWave(store)
    expect(wave).toMatchObject({ status: 'draft', targetPercent: 85, targetDefinition: null, instrumentId: 'core-20' })
    expect(Object.keys(wave.instrument.items)).toHaveLength(20)
    expect(wave.instrument.version).toBe(wave.instrumentVersion)
    expect(await deedsOf(store, wave.id)).toEqual(['wave.add'])
  })

  test('is made once when its form is sent twice', async () => {
    const sent = given(await newWave(store))
    const id = newId()
    const both = [await addWave(store, { ...by, id }, sent), await addWave(store, { ...by, id }, sent)]
    expect(both).toEqual([
      { done: true, id },
      { done: true, id },
    ])
    expect(await deedsOf(store, id)).toEqual(['wave.add'])
  })

  test.each([
    ['regionId', 'regionUnknown', { regionId: 'nowhere' }],
    ['instrumentId', 'instrumentUnknown', { instrumentId: 'core-99' }],
    ['planId', 'planUnknown', { planId: 'atlantis' }],
    ['planId', 'planUnknown', { planId: 'mentougou' }],
  ])('is refused when %s names nothing that can be used (%s)', async (at, problem, wrong) => {
    const sent = { ...given(await newWave(store)), ...wrong }
    expect(await addWave(store, { ...by, id: newId() }, sent)).toMatchObject({ done: false, problem, at })
  })

  test('is refused in a place out of scope, in a community, and not found from there', async () => {
    const wave = await newWave(store)
    expect(await addWave(store, { ...by, scope: here, id: newId() }, given(wave))).toMatchObject({
      problem: 'regionUnknown',
    })
    const community = { ...given(wave), regionId: (await regionAt('990101001001')).id }
    expect(await addWave(store, { ...by, id: newId() }, community)).toMatchObject({ problem: 'regionUnknown' })
    expect(await findWave(store, here, wave.id)).toBeNull()
    expect(await changeWave(store, { ...by, scope: here, id: wave.id }, given(wave))).toBeNull()
    expect(await openWave(store, { ...by, scope: here, id: wave.id })).toBeNull()
    expect(await closeWave(store, { ...by, scope: here, id: wave.id })).toBeNull()
    expect(await drawWave(store, { ...by, scope: here, id: wave.id }, { seed: SEED, count: null })).toBeNull()
  })

  test('loses its sample when the plan draws otherwise, and its frame when the place changes', async () => {
    const wave = await drawnWave(store)
    await changeWave(store, { ...by, id: wave.id }, { ...given(wave), name: '别的名字' })
    expect(await unitsOf(store, wave.id)).toHaveLength(30)
    await changeWave(
      store,
      { ...by, id: wave.id },
      { ...given(wave), design: { ...given(wave).design, takePerCluster: 6 } },
    )
    expect(await unitsOf(store, wave.id)).toHaveLength(0)
    expect(await findWave(store, wholeDistrict, wave.id)).toMatchObject({ seed: null, drawnAt: null })
    expect(await frameOf(store, wholeDistrict, wave.id)).toHaveLength(8)
    await changeWave(store, { ...by, id: wave.id }, { ...given(wave), regionId: (await regionAt(ELSEWHERE)).id })
    expect(await frameOf(store, wholeDistrict, wave.id)).toHaveLength(0)
  })
})

describe('the draw', () => {
  test('writes 3 communities a street with 5 households each, once more from the same seed the same', async () => {
    const wave = await drawnWave(store)
    const first = (await unitsOf(store, wave.id)).map(({ code, number }) => [code, number])
    expect(first).toHaveLength(30)
    expect(wave).toMatchObject({ seed: SEED, drawnAt: expect.any(Date) })
    await drawWave(store, { ...by, id: wave.id }, { seed: SEED, count: null })
    expect((await unitsOf(store, wave.id)).map(({ code, number }) => [code, number])).toEqual(first)
    await drawWave(store, { ...by, id: wave.id }, { seed: 'fedcba9876543210', count: null })
    expect((await unitsOf(store, wave.id)).map(({ code, number }) => [code, number])).not.toEqual(first)
  })

  test('needs a frame, and does not ask for more than anybody can visit', async () => {
    const wave = await newWave(store)
    const draw = { seed: SEED, count: null }
    expect(await drawWave(store, { ...by, id: wave.id }, draw)).toMatchObject({ problem: 'frameIsEmpty' })
    const huge = await newWave(store, { design: { takePerCluster: 1000, clustersPerStratum: 1000 } })

    await putFrame(store, huge)
    expect(await drawWave(store, { ...by, id: huge.id }, draw)).toMatchObject({ problem: 'tooManyUnits' })
  })

  test('makes codes alone where nobody is drawn', async () => {
    const wave = await newWave(store, { tier: 'Q', design: { firstStage: 'none' } })
    expect(await drawWave(store, { ...by, id: wave.id }, { seed: SEED, count: 0 })).toMatchObject({
      problem: 'countForm',
    })
    await drawWave(store, { ...by, id: wave.id }, { seed: SEED, count: 40 })
    const units = await unitsOf(store, wave.id)
    expect(new Set(units.map(({ code }) => code)).size).toBe(40)
    expect(units.every(({ probability, clusterId }) => probability === null && clusterId === null)).toBe(true)
  })
})

describe('a wave goes from draft to the field to its end, and never back', () => {
  test('it is opened when drawn, and then neither changed nor drawn again', async () => {
    const draft = await newWave(store)
    expect(await openWave(store, { ...by, id: draft.id })).toMatchObject({ problem: 'notDrawn' })
    const wave = await openedWave(store)
    expect(wave.status).toBe('field')
    const change = { ...by, id: wave.id }
    expect(await changeWave(store, change, given(wave))).toMatchObject({ problem: 'notDraft' })
    expect(await drawWave(store, change, { seed: SEED, count: null })).toMatchObject({ problem: 'notDraft' })
    expect(await openWave(store, change)).toEqual({ done: true, id: wave.id })
    expect((await deedsOf(store, wave.id)).filter((deed) => deed === 'wave.open')).toHaveLength(1)
  })

  test('it is not opened when its last day is over, and not closed before it was open', async () => {
    const late = await drawnWave(store, { fieldFrom: '2026-01-01', fieldTo: '2026-01-31' })
    expect(await openWave(store, { ...by, id: late.id })).toMatchObject({
      problem: 'fieldIsOver',
      data: { day: '2026-01-31' },
    })
    expect(await closeWave(store, { ...by, id: late.id })).toMatchObject({ problem: 'notInField' })
  })

  test('nothing is written under the name of a draft that is none any more', async () => {
    const wave = await openedWave(store)
    const before = await deedsOf(store, wave.id)
    const deed = { action: 'wave.change' as const, subject: { kind: 'wave', id: wave.id } }
    const { surveyUnits } = store.tables
    const write = whileDraft(store, { trail: by.trail, id: wave.id }, deed, (tx) => [tx.delete(surveyUnits)])
    expect(await write).toBe(false)
    expect(await unitsOf(store, wave.id)).toHaveLength(30)
    expect(await deedsOf(store, wave.id)).toEqual(before)
  })

  test('it is closed once', async () => {
    const wave = await answeredWave(store)
    expect(wave).toMatchObject({ status: 'closed', closedAt: expect.any(Date) })
    expect(await closeWave(store, { ...by, id: wave.id })).toEqual({ done: true, id: wave.id })
    expect(await openWave(store, { ...by, id: wave.id })).toMatchObject({ problem: 'notDraft' })
    const { surveyResponses } = store.tables
    expect(await store.db.$count(surveyResponses, eq(surveyResponses.waveId, wave.id))).toBe(30)
  })
})
