import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { audited, noted } from '#app/people/audit/audit.server'
import { verifyAudit } from '#app/people/audit/chain.server'
import type { Deed, Trail } from '#app/people/audit/trail'
import { morning, rawDatabase } from '../support/world'

const trail: Trail = { accountId: null, origin: 'a test', now: morning }
const deed = (id: number): Deed => ({ action: 'region.add', subject: { kind: 'region', id: String(id) } })

let folder: string
let file: string
let opened: Store[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhihuo-'))
  file = join(folder, 'district.db')
  opened = []
})
afterEach(() => {
  for (const store of opened) store.close()
  rmSync(folder, { recursive: true })
})

function open(): Store {
  const store = createSqliteStore(file)
  opened.push(store)
  return store
}

const region = (id: number) => ({
  id: `r${id}`,
  code: `r${id}`,
  name: 'x',
  level: 'street' as const,
  parentId: null,
  isDemo: true,
})
const write = (store: Store, id: number) =>
  audited(store, trail, deed(id), (tx) => [tx.insert(store.tables.regions).values(region(id))])
const many = Array.from({ length: 200 }, (_, id) => id)

/** What stands in the log and beside it, and whether the chain holds. */
async function outcome(store: Store) {
  const { count, faults } = await verifyAudit(store)
  const rows = await store.db.select().from(store.tables.auditEntries)
  return {
    count,
    faults,
    different: new Set(rows.map(({ subjectId }) => subjectId)).size,
    written: await store.db.$count(store.tables.regions),
  }
}
const whole = { count: 200, faults: [], different: 200, written: 200 }

test('two hundred writes at once through one store all succeed, without a gap', async () => {
  const store = open()
  await Promise.all(many.map((id) => write(store, id)))
  expect(await outcome(store)).toEqual(whole)
})

test('a hundred each at once through two stores on one file all succeed, without a gap', async () => {
  const [one, other] = [open(), open()]
  await Promise.all(many.map((id) => write(id % 2 ? one : other, id)))
  expect(await outcome(one)).toEqual(whole)
})

test('one that fails among them stops none of the others', async () => {
  const store = open()
  const results = await Promise.allSettled(many.map((id) => write(store, id % 10 === 0 ? 0 : id)))
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(19)
  expect(await outcome(store)).toMatchObject({ count: 181, faults: [], written: 181 })
})

const run = (...given: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/verify-audit.ts', ...given], {
    env: { ...process.env, DATABASE_FILE: file },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr as string }),
  )

test('the command tells count and last hash, checks what it is given, and fails with the place of a change', async () => {
  const store = open()
  for (const id of [1, 2, 3]) await noted(store, trail, deed(id))
  const { last } = await verifyAudit(store)
  const told = await run()
  expect(told.code).toBe(0)
  expect(told.said).toContain('3 entries')
  expect(told.said).toContain(`3 ${last.hash}`)
  expect(await run('3', 'f'.repeat(64))).toMatchObject({ code: 1, said: expect.stringContaining('written down') })
  expect((await run('3')).code).toBe(2)
  rawDatabase(store).exec(
    `drop trigger audit_entries_stay; update audit_entries set origin = 'elsewhere' where number = 2`,
  )
  expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining('entry 2 has been changed') })
}, 60_000)
