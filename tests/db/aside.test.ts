import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import { isTaken, type Store } from '#app/db/store.server'

const folder = mkdtempSync(join(tmpdir(), 'zhihuo-aside-'))
let store: Store

beforeAll(() => {
  store = createSqliteStore(join(folder, 'aside.db'))
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const place = (code: string) => ({
  id: code,
  code,
  name: '梧桐街道',
  level: 'street' as const,
  isDemo: true,
  closedOn: null,
})
const count = () => store.db.$count(store.tables.regions)

test('what is written aside is there for everybody, values as they were', async () => {
  const { learners } = store.tables
  const createdAt = new Date('2026-11-25T08:00:00.123Z')
  await store.atomicallyAside((tx) => [
    tx.insert(store.tables.regions).values(place('1')),
    tx.insert(learners).values({ id: 'a', regionId: '1', createdAt }),
  ])
  expect(await count()).toBe(1)
  expect(await store.db.select().from(learners)).toEqual([{ id: 'a', mergedInto: null, regionId: '1', createdAt }])
})

test('a refused statement takes the whole list back, and the refusal is known by its code', async () => {
  const before = await count()
  const refused = store.atomicallyAside((tx) => [
    tx.insert(store.tables.regions).values(place('2')),
    tx.insert(store.tables.regions).values(place('2')),
  ])
  await expect(refused).rejects.toSatisfy(isTaken)
  expect(await count()).toBe(before)
})

test('foreign keys hold there, too', async () => {
  const { learners } = store.tables
  const refused = store.atomicallyAside((tx) => [
    tx.insert(learners).values({ id: 'b', regionId: 'nowhere', createdAt: new Date() }),
  ])
  await expect(refused).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
})

test('others read what was there before while a long list is written', async () => {
  const before = await count()
  const numbers = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 60000)`
  const many = sql`${numbers} select 'n' || i, 'n' || i, 'x', 'grid', null, 1, null, null from n`
  let isDone = false
  const writing = store
    .atomicallyAside((tx) => [tx.insert(store.tables.regions).select(many)])
    .finally(() => {
      isDone = true
    })
  const seen = new Set<number>()
  while (!isDone) {
    seen.add(await count())
    await new Promise((resolve) => setImmediate(resolve))
  }
  await writing
  expect([...seen].every((number) => number === before || number === before + 60_000)).toBe(true)
  expect(seen.has(before)).toBe(true)
  expect(await count()).toBe(before + 60_000)
})
