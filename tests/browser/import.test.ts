import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { zhCN } from '#app/i18n/config'
import { deskCookie } from '#app/people/accounts/desk-account.server'
import { newSession } from '#app/people/accounts/sessions.server'
import { newToken } from '#app/people/accounts/token.server'
import { type Server, startServer } from '../support/built'
import { HERE, newAccount, newOrganization } from '../support/desk'
import { openBrowser, openPhone } from './phone'

const PEOPLE = 12_000
/** So many that no machine has read them before it is killed. */
const MANY = 60_000

const listOf = (people: number) =>
  `姓名,手机,楼栋\n${Array.from({ length: people }, (_, at) => `王${signs(at)},138${String(at + 1).padStart(8, '0')},${at % 50}号楼`).join('\n')}`
const PHONE_OF_5000 = '13800005000'

/** Three characters for a number, so that no two names are alike. */
function signs(at: number): string {
  return [at % 40, Math.floor(at / 40) % 40, Math.floor(at / 1600)]
    .map((digit) => String.fromCodePoint(0x5b50 + digit))
    .join('')
}

let folder: string
let server: Server
let store: Store
let cookie: string
let organizationId: string
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhihuo-import-'))
  server = await start()
  store = createSqliteStore(server.databaseFile)
  organizationId = (await newOrganization(HERE, 'community', store)).id
  const account = await newAccount('organizer', { regionCode: HERE }, store)
  const token = newToken()
  await store.atomically((tx) => [
    newSession(store, tx, { token, accountId: account.id, isConfirmed: true, device: 'a test', now: new Date() }),
  ])
  cookie = (await deskCookie(token)).split(';')[0] ?? ''
})
afterEach(async () => {
  store.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

const start = () => startServer({ databaseFile: join(folder, 'test.db') })

async function killAndRestart(): Promise<void> {
  await server.stop('SIGKILL')
  server = await start()
}

const send = (path: string, init: RequestInit = {}) =>
  fetch(server.url + path, { redirect: 'manual', ...init, headers: { Cookie: cookie } })

async function upload(people = PEOPLE): Promise<string> {
  const form = new FormData()
  form.set('file', new File([listOf(people)], '名单.csv'))
  form.set('organization', organizationId)
  form.set('role', 'resident')
  return (await send('/desk/imports/new', { method: 'POST', body: form })).headers.get('Location') ?? ''
}

const progressOf = async (path: string): Promise<{ status: string; rowsRead: number }> =>
  (await send(`${path}/progress`)).json()

const until = (path: string, status: string) =>
  expect.poll(async () => (await progressOf(path)).status, { timeout: 40_000, interval: 50 }).toBe(status)

const onRoster = () =>
  store.db.$count(store.tables.memberships, eq(store.tables.memberships.organizationId, organizationId))

test('a server killed while it reads a list leaves nothing behind and says what to do', async () => {
  const path = await upload(MANY)
  expect((await progressOf(path)).status).toMatch(/reading|checking/)
  await killAndRestart()
  expect((await progressOf(path)).status).toBe('interrupted')
  expect(await (await send(path)).text()).toContain(zhCN.rosters.import.page.interrupted)
  expect(await onRoster()).toBe(0)
  const again = await upload()
  await until(again, 'ready')
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  expect(files.some((bytes) => bytes.includes('王'))).toBe(true)
  expect(files.some((bytes) => bytes.includes(PHONE_OF_5000))).toBe(false)
})

test('a server killed while it writes has written everything or nothing', async () => {
  const path = await upload()
  await until(path, 'ready')
  const seen: number[] = []
  for (const wait of [15, 60, 120, 200, 400]) {
    const body = new URLSearchParams({ intent: 'apply', confirmed: String(PEOPLE) })
    const answer = send(path, { method: 'POST', body }).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, wait))
    await killAndRestart()
    await answer
    const count = await onRoster()
    seen.push(count)

    expect([0, PEOPLE]).toContain(count)
    expect((await progressOf(path)).status).toBe(count === 0 ? 'ready' : 'applied')
    if (count > 0) break
  }
  expect(seen.length).toBeGreaterThan(0)
  if (seen.at(-1) === 0) {
    const body = new URLSearchParams({ intent: 'apply', confirmed: String(PEOPLE) })
    expect((await send(path, { method: 'POST', body })).status).toBe(302)
    expect(await onRoster()).toBe(PEOPLE)
  }
})

test('the bar moves by itself and gives way to the dry run', async () => {
  const { page, complaints, close } = await openPhone(browser, server.url, { cookie })
  await page.goto(await upload())
  await page.locator('progress').waitFor()
  await page.getByRole('button', { name: `确认，写入 ${PEOPLE} 行` }).waitFor({ timeout: 40_000 })
  expect(complaints).toEqual([])
  await close()
})
