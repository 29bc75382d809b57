import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en, zhCN } from '#app/i18n/config'
import { type Server, startServer } from '../support/built'
import { SESSION_SECRET } from './learner'
import { fillTown } from './town'
import { cookiesOf, send, sendForm } from './wire'

let server: Server
let mei: Awaited<ReturnType<typeof fillTown>>

beforeAll(async () => {
  server = await startServer({ env: { SESSION_SECRET } })
  mei = await fillTown(server)
})
afterAll(() => server.stop())

const ID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i
const FROM = { 'X-Forwarded-For': '203.0.113.99' }
const CODE = '4815162342'

type Line = { level: number; time: string; msg: string; path?: string; method?: string; status?: number; ms?: number }

/** The lines written so far, once the log has caught up. */
async function logged(): Promise<string[]> {
  const seen = server.lines.length
  await send(server.url, '/healthz')
  await expect.poll(() => server.lines.length).toBeGreaterThan(seen)
  return server.lines
}

function expectImpersonal(lines: string[]): void {
  for (const line of lines) {
    expect(line).not.toMatch(ID)
    expect(line).not.toContain(mei.cookie)
    expect(line).not.toMatch(/203\.0\.113|127\.0\.0\.1|::1/)
    expect(line).not.toMatch(/secret-query|secret-name|learner=|Mozilla/)
    expect(line).not.toContain(CODE)
  }
}

test('a visit is logged as one line of JSON that names nobody', async () => {
  const headers = {
    ...FROM,
    Cookie: mei.cookie,
    'User-Agent': 'Mozilla/5.0 secret-name',
    Referer: `${server.url}/?secret-query`,
  }
  const get = (path: string) => send(server.url, path, { headers })
  await get('/?secret-query=1')
  for (const id of Object.values(mei.ids)) {
    await get(`/attempts/${id}`)
    await get(`/attempts/${id.toUpperCase()}`)
    await get(`/attempts/%30${id.slice(1)}`)
  }
  await get('/me?name=secret-name')
  await sendForm(server.url, '/me/continue', { code: CODE }, headers)
  await sendForm(server.url, `/attempts/${mei.ids.open}`, { intent: 'save' }, headers)
  const lines = await logged()
  const read = lines.map((line) => JSON.parse(line) as Line)
  expect(read.length).toBeGreaterThan(15)
  for (const { level, time, msg } of read) {
    expect(level).toBeGreaterThan(0)
    expect(Number.isNaN(Date.parse(time))).toBe(false)
    expect(msg).toBeTypeOf('string')
  }
  const requests = read.filter(({ msg }) => msg === 'request')
  expect(requests).toContainEqual(expect.objectContaining({ method: 'GET', path: '/', status: 200 }))
  expect(requests).toContainEqual(expect.objectContaining({ method: 'GET', path: '/attempts/:id', status: 200 }))
  expect(requests).toContainEqual(expect.objectContaining({ method: 'POST', path: '/me/continue', status: 400 }))
  expectImpersonal(lines)
})

test('our own mistake is told to the visitor in plain words and to the log in detail, and to neither by name', async () => {
  const started = await sendForm(server.url, '/modules/call-119/quiz', {}, FROM)
  const path = String(started.headers.location)
  const cookie = cookiesOf(started)
  const database = new Database(server.databaseFile)
  database.exec('alter table attempt_answers rename to attempt_answers_away')
  const shown = await send(server.url, path, { headers: { Cookie: cookie, 'Accept-Language': 'en', ...FROM } })
  const submitted = await sendForm(server.url, path, { intent: 'submit' }, { Cookie: cookie, ...FROM })
  const body = JSON.stringify({ questionId: 'x', response: [] })
  const json = { Cookie: cookie, 'Content-Type': 'application/json', ...FROM }
  const tapped = await send(server.url, `${path}/answers`, { method: 'POST', headers: json, body })
  database.exec('alter table attempt_answers_away rename to attempt_answers')
  expect([shown.status, submitted.status]).toEqual([500, 500])
  expect(shown.text).toContain(en.error[500].text)
  expect(submitted.text).toContain(zhCN.error[500].text)
  for (const { text } of [shown, submitted, tapped])
    expect(text).not.toMatch(/Error:|node_modules|\/app\/|\.tsx?|\.m?js:|\bat .+\(|sqlite|select |attempt_answers/i)
  const lines = await logged()
  const failures = lines.filter((line) => (JSON.parse(line) as Line).msg === 'request failed')
  expect(failures.length).toBeGreaterThanOrEqual(2)
  for (const line of failures) expect(line).toContain('no such table: attempt_answers')
  expectImpersonal(lines)
  expect((await send(server.url, path, { headers: { Cookie: cookie } })).status).toBe(200)
})
