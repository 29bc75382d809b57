import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import { demoDistrict } from '#app/people/places/demo-district'
import { listRegionNames, listStreets, seedDemoDistrict } from '#app/people/places/regions.server'
import { createWorld, everyRow } from '../support/world'

test('seeding again changes nothing', async () => {
  const { store } = await createWorld()
  const before = await everyRow(store)
  await seedDemoDistrict(store)
  expect(await everyRow(store)).toEqual(before)
})

test('two processes seeding at once put each place in once', async () => {
  const store = createSqliteStore(':memory:')
  await Promise.all([seedDemoDistrict(store), seedDemoDistrict(store)])
  expect(await store.db.$count(store.tables.regions)).toBe(demoDistrict.length)
})

test('a district with its own places is left alone', async () => {
  const store = createSqliteStore(':memory:')
  const own = {
    id: 'own',
    code: '110101001000',
    name: '东华门街道',
    level: 'street' as const,
    parentId: null,
    isDemo: false,
  }
  await store.atomically((tx) => [tx.insert(store.tables.regions).values(own)])
  await seedDemoDistrict(store)
  expect(await listStreets(store)).toEqual([{ id: 'own', code: own.code, name: own.name, isDemo: false }])
})

test('each place lies in the place that its code says', async () => {
  const { store } = await createWorld()
  const rows = await store.db.select().from(store.tables.regions)
  const nameOf = (id: string | null) => rows.find((row) => row.id === id)?.name ?? null
  const parents = Object.fromEntries(rows.map(({ name, parentId }) => [name, nameOf(parentId)]))
  expect(parents).toMatchObject({
    '知火区（演示）': null,
    '河湾街道（演示）': '知火区（演示）',
    '水塔社区（演示）': '河湾街道（演示）',
    '南岭村（演示）': '石桥镇（演示）',
  })
})

test('a learner chooses among streets and towns, in the order of their codes, all marked as fictional', async () => {
  const { store } = await createWorld()
  const streets = await listStreets(store)
  expect(streets.map(({ name }) => name)).toEqual(['梧桐街道（演示）', '河湾街道（演示）', '石桥镇（演示）'])
  expect(streets.every(({ isDemo }) => isDemo)).toBe(true)
})

test('a closed street is no longer offered, but keeps its name', async () => {
  const { store, streets } = await createWorld()
  const [first, ...others] = streets
  const closed = eq(store.tables.regions.id, first.id)
  await store.atomically((tx) => [tx.update(store.tables.regions).set({ closedOn: '2026-11-25' }).where(closed)])
  expect(await listStreets(store)).toEqual(others)
  expect((await listRegionNames(store)).get(first.id)).toBe(first.name)
})
