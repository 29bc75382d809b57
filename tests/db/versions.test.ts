import { beforeEach, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { moduleAt, recordVersions } from '#app/content/versions.server'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { call119, DAY, everyRow, later, morning } from '../support/world'

let store: Store
beforeEach(async () => {
  store = createSqliteStore(':memory:')
  await recordVersions(store, catalog, morning)
})

test('every module of the catalogue is kept whole', async () => {
  for (const module of catalog.modules) expect(await moduleAt(store, module.id, module.version)).toEqual(module)
})

test('recording again keeps the day on which a version was first served', async () => {
  const before = await everyRow(store)
  await recordVersions(store, catalog, later(DAY))
  expect(await everyRow(store)).toEqual(before)
})

test('a new version stands beside the old one, which is not touched', async () => {
  const next = { ...call119, version: 'next', minutes: 9 }
  await recordVersions(store, { ...catalog, modules: [next] }, later(DAY))
  expect(await moduleAt(store, 'call-119', 'next')).toEqual(next)
  expect(await moduleAt(store, 'call-119', call119.version)).toEqual(call119)
})

test('a version that was never recorded is an error that says so, not another version', async () => {
  await expect(moduleAt(store, 'call-119', 'unknown')).rejects.toThrow('Version unknown of call-119 was never recorded')
})

test('each store has its own versions', async () => {
  const empty = createSqliteStore(':memory:')
  await moduleAt(store, 'call-119', call119.version)
  await expect(moduleAt(empty, 'call-119', call119.version)).rejects.toThrow('never recorded')
})
