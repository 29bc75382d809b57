import { expect, test } from 'vitest'
import { OLDEST, type PopulationRow } from '#app/people/places/population-bands'
import { latestTotals, populationsOf, setPopulation } from '#app/people/places/populations.server'
import { closeRegion } from '#app/people/places/region-changes.server'
import { createPlaces, doneId, elsewhereScope, hereScope, problemOf, traces } from '../support/places'

const COMMUNITY = '990101001001'
const rows: PopulationRow[] = [
  { sex: 'female', ageFrom: 0, ageTo: 59, people: 120 },
  { sex: 'male', ageFrom: 0, ageTo: 59, people: 110 },
  { sex: 'female', ageFrom: 60, ageTo: OLDEST, people: 40 },
]
const census = { year: 2020, source: '第七次全国人口普查', rows }

test('a year is replaced whole, other years stay, the newest comes first', async () => {
  const { store, by, region } = await createPlaces()
  const { id } = await region(COMMUNITY)
  doneId(await setPopulation(store, by.here(id), census))
  doneId(await setPopulation(store, by.here(id), { year: 2025, source: '统计年鉴', rows }))
  const fewer = { year: 2025, source: '公安', rows: [{ sex: 'male' as const, ageFrom: 0, ageTo: OLDEST, people: 300 }] }
  doneId(await setPopulation(store, by.here(id), fewer))
  const known = await populationsOf(store, hereScope, id)
  expect(known).toEqual([fewer, { ...census, rows: expect.arrayContaining(rows) }])
  expect(await latestTotals(store, [id])).toEqual(new Map([[id, { year: 2025, people: 300 }]]))
  expect((await traces(store)).at(-1)?.detail).toEqual({ code: COMMUNITY, year: 2025, bands: 1, people: 300 })
})

test('no rows take a year away', async () => {
  const { store, by, region } = await createPlaces()
  const { id } = await region(COMMUNITY)
  doneId(await setPopulation(store, by.here(id), census))
  doneId(await setPopulation(store, by.here(id), { ...census, rows: [] }))
  expect(await populationsOf(store, hereScope, id)).toEqual([])
})

test('bands that overlap are refused, and what was known stays', async () => {
  const { store, by, region } = await createPlaces()
  const { id } = await region(COMMUNITY)
  doneId(await setPopulation(store, by.here(id), census))
  const overlapping = { ...census, rows: [...rows, { sex: 'male' as const, ageFrom: 59, ageTo: 70, people: 1 }] }
  expect(problemOf(await setPopulation(store, by.here(id), overlapping))).toBe('bandsOverlap')
  expect((await populationsOf(store, hereScope, id))[0]?.rows.length).toBe(3)
})

test('another scope neither sees nor sets them; a closed place keeps them', async () => {
  const { store, by, region } = await createPlaces()
  const { id } = await region(COMMUNITY)
  expect(await setPopulation(store, by.elsewhere(id), census)).toBeNull()
  doneId(await setPopulation(store, by.here(id), census))
  expect(await populationsOf(store, elsewhereScope, id)).toEqual([])
  doneId(await closeRegion(store, by.here(id)))
  expect(problemOf(await setPopulation(store, by.here(id), { ...census, rows: [] }))).toBe('regionIsClosed')
  expect(await populationsOf(store, hereScope, id)).toHaveLength(1)
})
