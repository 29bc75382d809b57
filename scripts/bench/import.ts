/** A roster of 50,000 people imported while others use the site: how long, what the others feel, how much memory. */
import { request } from 'node:http'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { deskCookie } from '#app/people/accounts/desk-account.server'
import { newSession } from '#app/people/accounts/sessions.server'
import { newToken } from '#app/people/accounts/token.server'
import { withCheckDigit } from '#app/people/rosters/id-number'
import { writeSheet } from '#app/sheets/write-sheet.server'
import type { ServerProcess } from './server-process'

export type ImportMeasured = {
  rows: number
  readSeconds: number
  writeSeconds: number
  /** What a near-empty page took meanwhile, asked for at a fixed rate whether or not the last one had come. */
  others: { count: number; median: number; slowest5Percent: number; slowest: number }
  megabytes: number | null
  failures: string[]
}

const ROWS = 50_000
const EVERY_MS = 20
const OTHER_PAGE = '/survey/thanks'
const MOST_SECONDS = 120

/** Runs it on a server that has just been started on this file. */
export async function measureImport(server: ServerProcess, databaseFile: string): Promise<ImportMeasured> {
  const store = createSqliteStore(databaseFile)
  const desk = await openDesk(store)
  const file = await roster()
  const others = askOthers(server.port)
  let megabytes: number | null = null
  const weigh = setInterval(() => {
    megabytes = Math.max(megabytes ?? 0, server.memoryMegabytes() ?? 0)
  }, 100)
  const failures: string[] = []
  const start = performance.now()
  const path = (await send(server.port, '/desk/imports/new', { ...desk, ...uploadOf(desk.organizationId, file) }))
    .location
  const status = await untilDone(server.port, path, desk)
  const read = performance.now()
  if (status !== 'ready') failures.push(`the import is ${status}`)
  const form = Buffer.from(new URLSearchParams({ intent: 'apply', confirmed: String(ROWS) }).toString())
  await send(server.port, path, { ...desk, body: form, type: 'application/x-www-form-urlencoded' })
  const written = performance.now()
  clearInterval(weigh)
  const times = await others()
  const people = await store.db.$count(store.tables.memberships)
  if (people !== ROWS) failures.push(`${people} people on the roster instead of ${ROWS}`)
  store.close()
  return {
    rows: ROWS,
    readSeconds: (read - start) / 1000,
    writeSeconds: (written - read) / 1000,
    others: times,
    megabytes,
    failures,
  }
}

export function describeImport({ rows, readSeconds, writeSeconds, others, megabytes }: ImportMeasured): string {
  const seconds = (value: number) => `${value.toFixed(1)} s`
  return [
    `Import of ${rows} rows: ${seconds(readSeconds)} to read and check, ${seconds(writeSeconds)} to write;`,
    `a near-empty page meanwhile (${others.count} times): median ${Math.round(others.median)} ms,`,
    `95 % within ${Math.round(others.slowest5Percent)} ms, slowest ${Math.round(others.slowest)} ms;`,
    `memory at most ${megabytes === null ? 'unknown' : `${Math.round(megabytes)} MB`}.`,
  ].join(' ')
}

type Desk = { cookie: string; organizationId: string }

/** An organization and somebody who is signed in for it. */
async function openDesk(store: Store): Promise<Desk> {
  const { accounts, organizations, regions } = store.tables
  const [region] = await store.db.select().from(regions).limit(1)
  if (!region) throw new Error('the database has no region')
  const [organizationId, accountId, token, now] = [newId(), newId(), newToken(), new Date()]
  const organization = { id: organizationId, regionId: region.id, kind: 'community' as const, name: 'bench' }
  const account = { id: accountId, login: 'bench', name: 'bench', role: 'organizer' as const, regionId: region.id }
  await store.atomically((tx) => [
    tx.insert(organizations).values({ ...organization, joinCode: organizationId.slice(-8), createdAt: now }),
    tx.insert(accounts).values({ ...account, createdAt: now }),
    newSession(store, tx, { token, accountId, isConfirmed: true, device: 'bench', now }),
  ])
  return { organizationId, cookie: (await deskCookie(token)).split(';')[0] ?? '' }
}

/** Invented people: area code 990101 belongs to nowhere. */
function roster(): Promise<Uint8Array> {
  const signs = [...'芳强敏静丽军洋勇艳杰涛明超秀霞平刚桂英华文建国']
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const born = `${1940 + (at % 70)}0${1 + (at % 9)}1${at % 9}`
    const name = [at, Math.floor(at / 23), Math.floor(at / 529)].map((digit) => signs[digit % 23]).join('')
    const idNumber = withCheckDigit(`990101${born}${String(Math.floor(at / 70) % 1000).padStart(3, '0')}`)
    return [String(at + 1), name, `138${String(at + 1).padStart(8, '0')}`, idNumber, `${(at % 120) + 1}号楼`, null]
  })
  const columns = ['序号', '姓名', '手机号码', '身份证号', '楼栋', '备注'].map((title) => ({ title }))
  return writeSheet([{ name: '名册', columns, rows }])
}

function uploadOf(organizationId: string, file: Uint8Array) {
  const mark = 'zhihuo-bench'
  const field = (name: string, value: string) =>
    `--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head = `${field('organization', organizationId)}${field('role', 'resident')}--${mark}\r\nContent-Disposition: form-data; name="file"; filename="bench.xlsx"\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${mark}--\r\n`)]),
    type: `multipart/form-data; boundary=${mark}`,
  }
}

async function untilDone(port: number, path: string, desk: Desk): Promise<string> {
  const deadline = performance.now() + MOST_SECONDS * 1000
  while (performance.now() < deadline) {
    const { status } = JSON.parse((await send(port, `${path}/progress`, desk)).body) as { status: string }
    if (status !== 'reading' && status !== 'checking') return status
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return `not ready after ${MOST_SECONDS} s`
}

/** Asks for a page at a fixed rate until told to stop; waiting in line counts, as it does for people. */
function askOthers(port: number) {
  const waiting: Promise<number>[] = []
  const timer = setInterval(() => {
    const start = performance.now()
    waiting.push(send(port, OTHER_PAGE, { cookie: '' }).then(() => performance.now() - start))
  }, EVERY_MS)
  return async () => {
    clearInterval(timer)
    const times = (await Promise.all(waiting)).sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
    return { count: times.length, median: at(0.5), slowest5Percent: at(0.95), slowest: at(1) }
  }
}

type Sent = { cookie: string; body?: Buffer; type?: string }

function send(port: number, path: string, { cookie, body, type }: Sent): Promise<{ body: string; location: string }> {
  const headers = {
    ...(cookie ? { Cookie: cookie } : {}),
    ...(body ? { 'Content-Type': type ?? '', 'Content-Length': body.length, Origin: `http://127.0.0.1:${port}` } : {}),
  }
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const isFine = (incoming.statusCode ?? 500) < 400
        if (isFine) resolve({ body: Buffer.concat(chunks).toString(), location: incoming.headers.location ?? '' })
        else reject(new Error(`${path}: ${incoming.statusCode}`))
      })
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
