/** A signature reaches every process that keeps public pages, without a restart. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type NewReview, reviewStatements } from '#app/content/reviews.server'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import { type Server, startServer } from '../support/built'
import { newAccount } from '../support/desk'
import { call119 } from '../support/world'
import { send } from './wire'

let server: Server
beforeAll(async () => {
  server = await startServer({ env: { WEB_PROCESSES: '2' } })
})
afterAll(() => server.stop())

/** The lesson, asked for on several connections, so that both processes answer. */
const lessons = () =>
  Promise.all(
    Array.from({ length: 8 }, async () => (await send(server.url, '/modules/call-119', { headers: {} })).text),
  )
const other = async () => (await send(server.url, '/modules/gas-leak', { headers: {} })).headers.etag

async function record(change: Pick<NewReview, 'decision' | 'note'>): Promise<void> {
  const store = createSqliteStore(server.databaseFile)
  const { id: accountId } = await newAccount('admin', {}, store)
  const reviewer = { reviewerName: '王建国', reviewerUnit: '演示区消防救援大队', day: '2026-11-25' }
  const review = { id: newId(), accountId, at: new Date(), ...reviewer, ...change }
  await store.atomically((tx) => reviewStatements(store, tx, call119, review))
  store.close()
}

test('a lesson that is kept shows a signature, and a return, in every process', async () => {
  const before = await other()
  for (const text of await lessons()) expect(text).toContain('本页内容待消防部门复核')
  await record({ decision: 'signed', note: null })
  await vi.waitFor(
    async () => {
      for (const text of await lessons()) expect(text).toContain('本页由演示区消防救援大队王建国于 2026-11-25 审核。')
    },
    { timeout: 20_000, interval: 250 },
  )
  await record({ decision: 'returned', note: '第三条不对' })
  await vi.waitFor(
    async () => {
      for (const text of await lessons()) expect(text).toContain('本页内容待消防部门复核')
    },
    { timeout: 20_000, interval: 250 },
  )
  expect(await other()).toBe(before)
})
