/** The one way by which answers come into a wave, and everything that must not come in by it. */
import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { keyedHash, keysFrom } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { type Entry, enterResponse } from '#app/measure/surveys/enter-response.server'
import { closeWave } from '#app/measure/surveys/field-work.server'
import { countResponses, hasResponded } from '#app/measure/surveys/open-survey.server'
import { answerTokenHash, makeLinks } from '#app/measure/surveys/tokens.server'
import type { Wave } from '#app/measure/surveys/waves.server'
import { type Scope, wholeDistrict } from '#app/people/places/scope'
import { ELSEWHERE, HERE, newAccount } from '../support/desk'
import { openedWave, unitsOf } from '../support/waves'
import { createWorld, DAY, everyRow } from '../support/world'

let store: Store
let wave: Wave
let units: Awaited<ReturnType<typeof unitsOf>>
let lead: Awaited<ReturnType<typeof newAccount>>
beforeEach(async () => {
  store = (await createWorld()).store
  lead = await newAccount('survey-lead', { regionCode: HERE }, store)
  wave = await openedWave(store, { accountId: lead.id })
  units = await unitsOf(store, wave.id)
})

const here: Scope = { kind: 'region', prefix: HERE.slice(0, 9) }

/** The first `right` core items right, the next `unsure` ones 不清楚, the rest blank, and two background items. */
function sheet(right: number, unsure = 0): Map<string, string[]> {
  const core = Object.entries(wave.instrument.items).slice(0, right + unsure)
  return new Map([
    ...core.map(([id, item], at): [string, string[]] => [
      id,
      at < right ? [...item.correct] : [wave.instrument.unsure],
    ]),
    ['perception-1', ['safe']],
    ['education-2', ['talk', 'phone']],
  ])
}

const entry = (change: Partial<Entry> = {}): Entry => ({
  id: newId(),
  waveId: wave.id,
  unitId: units[0]?.id ?? '',
  mode: 'paper',
  sheet: sheet(12, 8),
  respondent: { sex: 'female', age: 41, regionId: null, isProxy: false, seconds: 300, personKey: null },
  source: { kind: 'desk', scope: wholeDistrict },
  trail: { ...lead.trail, now: new Date() },
  ...change,
})

async function unitNow(id: string) {
  const { surveyUnits } = store.tables
  const [unit] = await store.db.select().from(surveyUnits).where(eq(surveyUnits.id, id))
  return unit
}

describe('a response', () => {
  test('is kept with its core counted, every item of it, and what became of the unit', async () => {
    const given = entry({ visit: { visits: 2, eligible: 3 } })
    expect(await enterResponse(store, given)).toEqual({ kind: 'saved', isComplete: true })
    const [row] = await store.db.select().from(store.tables.surveyResponses)
    expect(row).toMatchObject({
      ...{ id: given.id, waveId: wave.id, unitId: units[0]?.id, tier: 'P', mode: 'paper', instrumentId: 'core-20' },
      ...{ asked: 20, answered: 20, correct: 12, sex: 'female', age: 41, isProxy: false, seconds: 300 },
      ...{ accountId: lead.id, personKey: null, instrumentVersion: wave.instrumentVersion },
    })
    const answers = await store.db.select().from(store.tables.surveyAnswers)
    expect(answers).toHaveLength(28)
    const of = (itemId: string) => answers.find((answer) => answer.itemId === itemId)
    expect(of('education-2')).toMatchObject({ optionId: 'phone talk', correct: false })
    expect(of('perception-1')).toMatchObject({ optionId: 'safe', correct: false })
    expect(of('education-4')).toMatchObject({ optionId: null })
    expect(await unitNow(units[0]?.id ?? '')).toMatchObject({ disposition: 'complete', visits: 2, eligible: 3 })
  })

  test('belongs to the street that was drawn, whatever street was named', async () => {
    const { regions, surveyResponses } = store.tables
    const [elsewhere] = await store.db.select().from(regions).where(eq(regions.code, ELSEWHERE))
    const respondent = { ...entry().respondent, regionId: elsewhere?.id ?? null }
    await enterResponse(store, entry({ respondent }))
    const [row] = await store.db
      .select({ code: regions.code })
      .from(surveyResponses)
      .innerJoin(regions, eq(regions.id, surveyResponses.regionId))
    expect(row?.code).toBe(HERE)
  })

  test('with fewer than half of the core answered is a break-off; with half it is complete', async () => {
    expect(await enterResponse(store, entry({ sheet: sheet(9) }))).toMatchObject({ kind: 'saved', isComplete: false })
    const [, second] = units
    await enterResponse(store, entry({ unitId: second?.id ?? '', sheet: sheet(10) }))
    expect((await unitNow(units[0]?.id ?? ''))?.disposition).toBe('break-off')
    expect((await unitNow(second?.id ?? ''))?.disposition).toBe('complete')
  })

  test('leaves a trace without the unit and without the answers', async () => {
    await enterResponse(store, entry())
    const { auditEntries } = store.tables
    const [trace] = await store.db.select().from(auditEntries).where(eq(auditEntries.action, 'response.enter'))
    expect(trace).toMatchObject({ subjectKind: 'wave', subjectId: wave.id, detail: { mode: 'paper' } })
  })

  test('of a unit that nobody drew is no part of the probability sample', async () => {
    const { surveyUnits, surveyResponses } = store.tables
    await store.atomically((tx) => [
      tx
        .update(surveyUnits)
        .set({ probability: null })
        .where(eq(surveyUnits.id, units[0]?.id ?? '')),
    ])
    await enterResponse(store, entry())
    const [row] = await store.db.select({ tier: surveyResponses.tier }).from(surveyResponses)
    expect(row?.tier).toBe('Q')
  })

  test('does not count in the open survey', async () => {
    const given = entry()
    await enterResponse(store, given)
    expect(await countResponses(store, wave.instrument)).toEqual({ groups: [], items: [] })
    expect(await hasResponded(store, given.id)).toBe(false)
  })
})

describe('sent again', () => {
  test('under the same id, the first stays and nothing is changed', async () => {
    const given = entry()
    await enterResponse(store, given)
    const before = await everyRow(store)
    const again = { ...given, sheet: sheet(20), trail: { ...given.trail, now: new Date(Date.now() + 1000) } }
    expect(await enterResponse(store, again)).toEqual({ kind: 'already', isComplete: true })
    expect(await everyRow(store)).toEqual(before)
  })

  test('ten times at once, it is one response', async () => {
    const given = entry()
    const kinds = await Promise.all(Array.from({ length: 10 }, async () => (await enterResponse(store, given)).kind))
    expect(kinds.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'already'), 'saved'])
    expect(await store.db.$count(store.tables.surveyResponses)).toBe(1)
  })

  test('under another id, a unit answers once', async () => {
    await enterResponse(store, entry())
    const before = await everyRow(store)
    expect(await enterResponse(store, entry({ sheet: sheet(20) }))).toEqual({ kind: 'unitTaken' })
    expect(await everyRow(store)).toEqual(before)
  })

  test('by the same person for another unit, both are kept under one key: the earliest counts when rates are computed', async () => {
    const personKey = keyedHash(
      keysFrom('a secret of this test'),
      `survey:${wave.id}`,
      'the number of an identity card',
    )
    const respondent = { ...entry().respondent, personKey }
    await enterResponse(store, entry({ respondent }))
    expect(await enterResponse(store, entry({ respondent, unitId: units[1]?.id ?? '' }))).toMatchObject({
      kind: 'saved',
    })
    const { surveyResponses } = store.tables
    const rows = and(eq(surveyResponses.waveId, wave.id), eq(surveyResponses.personKey, personKey))
    expect(await store.db.$count(surveyResponses, rows)).toBe(2)
  })
})

describe('nothing comes in', () => {
  const refusals: [string, () => Entry | Promise<Entry>, string][] = [
    ['of a unit that does not exist', () => entry({ unitId: newId() }), 'unknownUnit'],
    ['for a wave that does not exist', () => entry({ waveId: newId() }), 'unknownUnit'],
    ['from a scope that does not hold the wave', () => entry({ source: { kind: 'desk', scope: here } }), 'unknownUnit'],
    [
      'from an interviewer to whom the unit is not assigned',
      () => entry({ source: { kind: 'interviewer', accountId: lead.id, scope: wholeDistrict } }),
      'unknownUnit',
    ],
    [
      'with a token of another unit',
      () => entry({ source: { kind: 'token', hash: answerTokenHash('x') } }),
      'unknownUnit',
    ],
    [
      'with an option that the item does not have',
      () => entry({ sheet: new Map([['core-01', ['nothing']]]) }),
      'unknownOption',
    ],
    [
      'with an item of another questionnaire',
      () => entry({ sheet: new Map([['core-99', ['unsure']]]) }),
      'unknownOption',
    ],
    [
      'with an item named like a part of every object',
      () => entry({ sheet: new Map([['__proto__', ['x']]]) }),
      'unknownOption',
    ],
    [
      'with two answers to a question that takes one',
      () => entry({ sheet: new Map([['core-01', ['address', 'cause']]]) }),
      'unknownOption',
    ],
    [
      'with “none” beside others',
      () => entry({ sheet: new Map([['education-2', ['none', 'talk']]]) }),
      'unknownOption',
    ],
    ['from somebody who is too young', () => entry({ respondent: { ...entry().respondent, age: 17 } }), 'outOfFrame'],
    [
      'after the last day is over',
      () => entry({ trail: { ...lead.trail, now: new Date(Date.now() + 12 * DAY) } }),
      'waveClosed',
    ],
    [
      'after the wave was closed',
      async () => {
        await closeWave(store, { scope: wholeDistrict, trail: lead.trail, id: wave.id })
        return entry()
      },
      'waveClosed',
    ],
  ]

  test.each(refusals)('%s', async (_, make, kind) => {
    const given = await make()
    const before = await everyRow(store)
    expect(await enterResponse(store, given)).toEqual({ kind })
    expect(await everyRow(store)).toEqual(before)
  })
})

describe('links', () => {
  const make = (clusterId: string | null = null) =>
    makeLinks(store, wholeDistrict, { waveId: wave.id, clusterId }, { ...lead.trail, now: new Date() })

  test('are made for every unit without answers, differ, and stand in the database as hashes only', async () => {
    await enterResponse(store, entry())
    const links = (await make()) ?? []
    expect(links).toHaveLength(units.length - 1)
    expect(new Set(links.map(({ token }) => token)).size).toBe(links.length)
    expect(links.every(({ token }) => /^[\w-]{22}$/.test(token))).toBe(true)
    const kept = JSON.stringify(await everyRow(store))
    expect(links.filter(({ token }) => kept.includes(token))).toEqual([])
  })

  test('made anew replace the old ones', async () => {
    const [first] = (await make()) ?? []
    await make()
    const source = { kind: 'token' as const, hash: answerTokenHash(first?.token ?? '') }
    expect(await enterResponse(store, entry({ unitId: first?.unitId ?? '', source, mode: 'web' }))).toEqual({
      kind: 'unknownUnit',
    })
  })

  test('answer for their own unit and leave no account behind', async () => {
    const [first, second] = (await make()) ?? []
    const source = { kind: 'token' as const, hash: answerTokenHash(first?.token ?? '') }
    expect(await enterResponse(store, entry({ unitId: second?.unitId ?? '', source }))).toEqual({ kind: 'unknownUnit' })
    expect(await enterResponse(store, entry({ unitId: first?.unitId ?? '', source, mode: 'web' }))).toMatchObject({
      kind: 'saved',
    })
    const [row] = await store.db.select().from(store.tables.surveyResponses)
    expect(row).toMatchObject({ mode: 'web', accountId: null })
  })

  test('are made for nobody in a scope that does not hold the wave, nor once it is closed', async () => {
    const asked = { waveId: wave.id, clusterId: null }
    expect(await makeLinks(store, here, asked, lead.trail)).toEqual([])
    await closeWave(store, { scope: wholeDistrict, trail: lead.trail, id: wave.id })
    expect(await make()).toEqual([])
  })
})
