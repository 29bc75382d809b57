import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { defaultSettings, estimateInput } from '#app/measure/awareness/estimate-input'
import { readEstimateInput } from '#app/measure/awareness/estimate-input.server'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import * as estimates from '#app/measure/awareness/estimates.server'
import { listPublished } from '#app/measure/awareness/published.server'
import { verifyEstimates } from '#app/measure/awareness/verify-estimates.server'
import type { Wave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import { ELSEWHERE, HERE, newAccount, regionAt } from '../support/desk'
import { answeredWave, DISTRICT, unitsOf } from '../support/waves'
import { createWorld } from '../support/world'

const { store } = await createWorld()
const lead = await newAccount('survey-lead', { regionCode: DISTRICT }, store)
const trail = { ...lead.trail, accountId: lead.id }
const inputOf = async (wave: Wave, settings = {}) => {
  const options = { scope: wholeDistrict, settings: { ...defaultSettings, ...settings }, now: new Date() }
  return (await readEstimateInput(store, wave, options)) ?? expect.unreachable('not closed')
}

async function frozen(given: Parameters<typeof answeredWave>[1] = {}) {
  const wave = await answeredWave(store, given)
  const input = await inputOf(wave)
  const id = newId()
  expect(await estimates.freezeEstimate(store, { trail, id }, { input, regionId: wave.regionId, note: '' })).toBe(true)
  return { id, wave, input }
}

test('of a wave that is not closed nothing is read', async () => {
  const wave = await answeredWave(store, { isClosed: false })
  const options = { scope: wholeDistrict, settings: defaultSettings, now: new Date() }
  expect(await readEstimateInput(store, wave, options)).toBeNull()
})

test('the weight of a respondent is 1/π times the eligible persons times the silence of the community', async () => {
  const wave = await answeredWave(store)
  const units = await unitsOf(store, wave.id)
  const input = await inputOf(wave)
  expect(input.respondents).toHaveLength(units.length)
  const byHand = units.map(({ probability }) => 2 / (probability ?? 0)).sort()
  const weights = input.respondents.map(({ weight }) => weight ?? 0).sort()
  for (const [at, weight] of weights.entries()) expect(weight).toBeCloseTo(byHand[at] ?? 0, 8)
  expect(new Set(input.respondents.map(({ street }) => street))).toEqual(new Set([HERE, ELSEWHERE]))
  expect(estimateInput.parse(JSON.parse(JSON.stringify(input)))).toEqual(input)
})

test('households that kept silent are carried by their neighbours, empty houses are not', async () => {
  const wave = await answeredWave(store, { isClosed: false })
  const { surveyUnits, surveyResponses, surveyAnswers, surveyWaves } = store.tables
  const units = await unitsOf(store, wave.id)
  const [first] = units
  const own = units.filter(({ clusterId }) => clusterId === first?.clusterId)
  const [silent, empty] = own
  const gone = await store.db.select().from(surveyResponses).where(eq(surveyResponses.waveId, wave.id))
  const of = (unitId?: string) => gone.find((response) => response.unitId === unitId)?.id ?? ''
  await store.atomically((tx) => [
    ...[of(silent?.id), of(empty?.id)].flatMap((id) => [
      tx.delete(surveyAnswers).where(eq(surveyAnswers.responseId, id)),
      tx.delete(surveyResponses).where(eq(surveyResponses.id, id)),
    ]),
    tx
      .update(surveyUnits)
      .set({ disposition: 'refusal' })
      .where(eq(surveyUnits.id, silent?.id ?? '')),
    tx
      .update(surveyUnits)
      .set({ disposition: 'not-eligible' })
      .where(eq(surveyUnits.id, empty?.id ?? '')),
    tx.update(surveyWaves).set({ status: 'closed' }).where(eq(surveyWaves.id, wave.id)),
  ])
  const input = await inputOf({ ...wave, status: 'closed' })
  const weight = Math.max(
    ...input.respondents
      .filter(({ cluster }) => cluster === '990101001001' || cluster === input.respondents[0]?.cluster)
      .map((one) => one.weight ?? 0),
  )
  const [left, drawn] = [own.length - 2, own.length]
  expect(weight).toBeCloseTo(((2 / (first?.probability ?? 0)) * (drawn - 1)) / left, 6)
  const estimated = estimateWave(input)
  expect(estimated.kind === 'estimated' && estimated.result.response).toMatchObject({ refusal: 1, notEligible: 1 })
})

test('a second response of the same person does not count, whatever it says', async () => {
  const wave = await answeredWave(store, { isClosed: false })
  const { surveyResponses, surveyWaves } = store.tables
  const rows = await store.db.select().from(surveyResponses).where(eq(surveyResponses.waveId, wave.id))
  const [one, two, three] = rows
  const later = new Date((one?.submittedAt.getTime() ?? 0) + 60_000)
  await store.atomically((tx) => [
    ...[one, two].map((row) =>
      tx
        .update(surveyResponses)
        .set({ personKey: 'k' })
        .where(eq(surveyResponses.id, row?.id ?? '')),
    ),
    tx
      .update(surveyResponses)
      .set({ submittedAt: later })
      .where(eq(surveyResponses.id, two?.id ?? '')),
    tx
      .update(surveyResponses)
      .set({ answered: 3, correct: 3 })
      .where(eq(surveyResponses.id, three?.id ?? '')),
    tx.update(surveyWaves).set({ status: 'closed' }).where(eq(surveyWaves.id, wave.id)),
  ])
  const input = await inputOf({ ...wave, status: 'closed' })
  expect(input.excluded).toEqual({ brokenOff: 1, repeated: 1 })
  expect(input.respondents).toHaveLength(rows.length - 2)
})

test('people of the place become margins, of the ages of the frame', async () => {
  const region = await regionAt(DISTRICT, store)
  const row = (sex: 'female' | 'male', ageFrom: number, ageTo: number, people: number) => ({
    regionId: region.id,
    year: 2020,
    source: '第七次人口普查',
    sex,
    ageFrom,
    ageTo,
    people,
  })
  const bands = (['female', 'male'] as const).flatMap((sex) => [
    row(sex, 0, 17, 900),
    row(sex, 18, 44, 3000),
    row(sex, 45, 59, 2000),
    row(sex, 60, 75, 1000),
  ])
  await store.atomically((tx) => [tx.insert(store.tables.regionPopulations).values(bands)])
  const wave = await answeredWave(store, { design: { takePerCluster: 20 } })
  const input = await inputOf(wave, { weighting: 'postStratify' })
  expect(input.margins).toEqual([
    {
      by: 'sexAge',
      year: 2020,
      source: '第七次人口普查',
      isShared: false,
      totals: {
        'female 18-44': 3000,
        'female 45-59': 2000,
        'female 60-75': 1000,
        'male 18-44': 3000,
        'male 45-59': 2000,
        'male 60-75': 1000,
      },
    },
  ])
  const estimated = estimateWave(input)
  expect(estimated.kind === 'estimated' && estimated.result.overall).toMatchObject({ n: 120, df: 4 })
})

test('an estimate is kept once, published, and taken back with a reason', async () => {
  const { id, wave, input } = await frozen()
  await estimates.freezeEstimate(store, { trail, id }, { input, regionId: wave.regionId, note: '又一次' })
  const second = newId()
  await estimates.freezeEstimate(store, { trail, id: second }, { input, regionId: wave.regionId, note: '' })
  const change = { scope: wholeDistrict, trail, id }
  expect(await estimates.withdrawEstimate(store, change, '还没公布')).toMatchObject({ problem: 'notPublished' })
  expect(await estimates.publishEstimate(store, change)).toEqual({ done: true, id })
  expect(await estimates.publishEstimate(store, { ...change, id: second })).toMatchObject({
    problem: 'otherIsPublished',
  })
  expect((await listPublished(store)).map((one) => one.id)).toContain(id)
  expect(await estimates.withdrawEstimate(store, change, '分层录错了')).toEqual({ done: true, id })
  expect(await estimates.publishEstimate(store, change)).toMatchObject({ problem: 'isWithdrawn' })
  expect((await listPublished(store)).map((one) => one.id)).not.toContain(id)
  expect(await estimates.findEstimate(store, wholeDistrict, id)).toMatchObject({ withdrawnWhy: '分层录错了', note: '' })
})

test('whoever looks after another place has no such estimate', async () => {
  const { id } = await frozen({ regionCode: HERE })
  const elsewhere = { kind: 'region', prefix: ELSEWHERE.slice(0, 9) } as const
  expect(await estimates.findEstimate(store, elsewhere, id)).toBeNull()
  expect(await estimates.publishEstimate(store, { scope: elsewhere, trail, id })).toBeNull()
  expect(await estimates.withdrawEstimate(store, { scope: elsewhere, trail, id }, '不是我的')).toBeNull()
  expect(await estimates.findEstimate(store, { kind: 'region', prefix: HERE.slice(0, 9) }, id)).not.toBeNull()
})

test('computed again, every kept estimate says the same, and one that was tampered with is found', async () => {
  const { id } = await frozen()
  const before = await verifyEstimates(store)
  expect(before.checked).toBeGreaterThan(0)
  expect(before.differences).toEqual([])
  const { estimates: table } = store.tables
  const [row] = await store.db.select().from(table).where(eq(table.id, id))
  const result = structuredClone(row?.result) as { overall: { value: number } }
  result.overall.value += 1e-9
  await store.atomically((tx) => [tx.update(table).set({ result }).where(eq(table.id, id))])
  const after = await verifyEstimates(store, id)
  expect(after.differences).toHaveLength(1)
  expect(after.differences[0]).toMatch(new RegExp(`^${id}: overall.value is `))
})
