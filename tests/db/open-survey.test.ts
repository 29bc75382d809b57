import { beforeEach, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import type { Instrument } from '#app/content/schema'
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { countResponses, hasResponded, submitResponse } from '#app/measure/surveys/open-survey.server'
import { createWorld, DAY, everyRow, later, morning, type World } from '../support/world'

const core20 = catalog.instruments.find(({ id }) => id === 'core-20') as Instrument
const itemIds = Object.keys(core20.items)

let world: World
let store: Store
beforeEach(async () => {
  world = await createWorld()
  store = world.store
})

/** The first `right` items right, the next `unsure` ones 不清楚, the next `wrong` ones wrong, the rest blank. */
function answers({ right = 0, unsure = 0, wrong = 0 }): Map<string, string> {
  const chosen = itemIds.map((id, index) => {
    const item = core20.items[id]
    if (index < right) return [id, item?.correct[0] ?? '']
    if (index < right + unsure) return [id, core20.unsure]
    return [id, item?.options.find((option) => option !== item.correct[0]) ?? '']
  })
  return new Map(chosen.slice(0, right + unsure + wrong) as [string, string][])
}

const submit = (
  id: string,
  given: { right?: number; unsure?: number; wrong?: number },
  regionId: string | null = null,
  now = morning,
) => submitResponse(store, { id, instrument: core20, answers: answers(given), regionId, now })

describe('a response', () => {
  test('is kept with its place, its day, its version, what was answered and what was right', async () => {
    const id = newId()
    await submit(id, { right: 12, unsure: 3, wrong: 4 }, world.streets[1].id)
    expect(await store.db.select().from(store.tables.surveyResponses)).toEqual([
      {
        id,
        instrumentId: 'core-20',
        instrumentVersion: core20.version,
        tier: 'Q',
        regionId: world.streets[1].id,
        asked: 20,
        answered: 19,
        correct: 12,
        submittedAt: morning,
        day: '2026-11-22',
        // Of no wave: nobody was drawn, and nobody is known.
        ...{ waveId: null, unitId: null, mode: null, sex: null, age: null, isProxy: null, accountId: null },
        ...{ seconds: null, personKey: null, weight: null, stratum: null, cluster: null },
      },
    ])
  })

  test('keeps a line for every item: 不清楚 is an answer that is not right, blank is none', async () => {
    const id = newId()
    await submit(id, { right: 1, unsure: 1 })
    const rows = await store.db.select().from(store.tables.surveyAnswers)
    const lineOf = (itemId = '') => rows.find((row) => row.itemId === itemId)
    expect(rows).toHaveLength(20)
    expect(lineOf(itemIds[0])).toMatchObject({ optionId: core20.items[itemIds[0] ?? '']?.correct[0], correct: true })
    expect(lineOf(itemIds[1])).toMatchObject({ optionId: 'unsure', correct: false })
    expect(lineOf(itemIds[2])).toMatchObject({ optionId: null, correct: false })
  })

  test('sent twice under one id, the first stays and nothing is added', async () => {
    const id = newId()
    await submit(id, { right: 3, wrong: 17 })
    const before = await everyRow(store)
    await submit(id, { right: 20 }, world.streets[0].id, later(DAY))
    expect(await everyRow(store)).toEqual(before)
  })

  test('sent ten times at once is one response', async () => {
    const id = newId()
    await Promise.all(Array.from({ length: 10 }, (_, right) => submit(id, { right, wrong: 20 - right })))
    expect(await store.db.$count(store.tables.surveyResponses)).toBe(1)
    expect(await store.db.$count(store.tables.surveyAnswers)).toBe(20)
  })

  test('is known afterwards, and only that one', async () => {
    const id = newId()
    expect(await hasResponded(store, id)).toBe(false)
    await submit(id, { right: 20 })
    expect(await hasResponded(store, id)).toBe(true)
    expect(await hasResponded(store, newId())).toBe(false)
  })

  test('from a place that does not exist is refused whole', async () => {
    await expect(submit(newId(), { right: 20 }, 'atlantis')).rejects.toThrow('FOREIGN KEY')
    expect(await store.db.$count(store.tables.surveyAnswers)).toBe(0)
  })
})

describe('the counts', () => {
  test('of nobody are empty', async () => {
    expect(await countResponses(store, core20)).toEqual({ groups: [], items: [] })
  })

  test('group people who had the same number right', async () => {
    await submit(newId(), { right: 16, wrong: 4 })
    await submit(newId(), { right: 16, unsure: 4 })
    await submit(newId(), { right: 5, wrong: 15 })
    const { groups } = await countResponses(store, core20)
    expect(groups.toSorted((a, b) => a.correct - b.correct)).toEqual([
      { asked: 20, answered: 20, correct: 5, people: 1 },
      { asked: 20, answered: 20, correct: 16, people: 2 },
    ])
  })

  test('of an item take everybody who answered at least half, and nobody who broke off before', async () => {
    await submit(newId(), { right: 10 })
    await submit(newId(), { right: 9 })
    await submit(newId(), { wrong: 20 })
    const { groups, items } = await countResponses(store, core20)
    expect(groups.reduce((sum, { people }) => sum + people, 0)).toBe(3)
    expect(items).toHaveLength(20)
    expect(items.find(({ itemId }) => itemId === itemIds[0])).toEqual({ itemId: itemIds[0], asked: 2, correct: 1 })
    expect(items.find(({ itemId }) => itemId === itemIds[19])).toEqual({ itemId: itemIds[19], asked: 2, correct: 0 })
  })

  test('never mix two versions of the questionnaire', async () => {
    await submit(newId(), { right: 20 })
    expect(await countResponses(store, { ...core20, version: 'next' })).toEqual({ groups: [], items: [] })
  })
})
