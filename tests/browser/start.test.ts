import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from '../../scripts/install.mjs'
import { root } from '../../scripts/prepare.mjs'
import { startInVain, startServer } from '../support/built'
import { cookiesOf, send, sendForm } from './wire'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhihuo-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A folder with content of its own and everything else of this one. */
function copyOfContent(): string {
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true })
  for (const name of ['build', 'drizzle']) symlinkSync(join(root, name), join(folder, name))
  return folder
}

test('the server makes its database, its folder and a secret that only it can read', async () => {
  const databaseFile = join(folder, 'new/zhihuo.db')
  const server = await startServer({ databaseFile })
  expect((await send(server.url, '/healthz')).status).toBe(200)
  await server.stop()
  expect(readFileSync(join(folder, 'new/session-secret'), 'utf8')).toMatch(/^[0-9a-f]{64}$/)
})

test('on an existing database everybody goes on where they were, with the cookies they have', async () => {
  const databaseFile = join(folder, 'zhihuo.db')
  const first = await startServer({ databaseFile })
  const started = await sendForm(first.url, '/modules/call-119/quiz', {})
  const path = String(started.headers.location)
  const headers = { Cookie: cookiesOf(started) }
  const before = await send(first.url, path, { headers })
  await first.stop()
  const second = await startServer({ databaseFile })
  const after = await send(second.url, path, { headers })
  expect(after.status).toBe(200)
  expect(paperOf(after.text)).toEqual(paperOf(before.text))
  expect(paperOf(after.text).length).toBeGreaterThan(20)
  await second.stop()
})

test('new content leaves a paper that was started before as it was', async () => {
  const databaseFile = join(folder, 'zhihuo.db')
  const copy = copyOfContent()
  const first = await startServer({ databaseFile, folder: copy })
  const started = await sendForm(first.url, '/modules/call-119/quiz', {})
  const path = String(started.headers.location)
  const headers = { Cookie: cookiesOf(started) }
  const before = await send(first.url, path, { headers })
  await first.stop()
  const file = join(copy, 'content/modules/call-119/zh-CN.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('stem: ', 'stem: 新：'))
  const second = await startServer({ databaseFile, folder: copy })
  expect((await send(second.url, path, { headers })).text).not.toContain('新：')
  expect(paperOf((await send(second.url, path, { headers })).text)).toEqual(paperOf(before.text))
  const fresh = await sendForm(second.url, '/modules/call-119/quiz', {})
  const newPaper = await send(second.url, String(fresh.headers.location), { headers: { Cookie: cookiesOf(fresh) } })
  expect(newPaper.text).toContain('新：')
  await second.stop()
})

test('broken content keeps the server from starting, and it names the file, the place and the remedy', async () => {
  const copy = copyOfContent()
  const file = 'content/modules/call-119/module.yaml'
  writeFileSync(
    join(copy, file),
    readFileSync(join(copy, file), 'utf8').replace('correct: [address]', 'correct: [adress]'),
  )
  rmSync(join(copy, 'content/modules/extinguisher/zh-CN.yaml'))
  const { code, output } = await startInVain({ folder: copy })
  expect(code).toBe(1)
  expect(output).toContain('the server does not start')
  expect(output).toContain(`${file} › questions.call-119-1.correct: expected one of the options`)
  expect(output).toContain('"adress" is not among them')
  expect(output).toContain('content/modules/extinguisher/zh-CN.yaml')
})

test('a port that is taken is told in one sentence', async () => {
  const server = await startServer()
  const { port } = new URL(server.url)
  const { code, output } = await startInVain({ env: { PORT: port, LOG_LEVEL: 'silent' } })
  expect(code).toBe(1)
  expect(output).toBe(`Port ${port} is taken: stop what uses it, or set PORT.\n`)
  await server.stop()
})

test('a setting that cannot be is named before anything is opened', async () => {
  const { code, output } = await startInVain({ env: { PORT: 'many', SESSION_SECRET: 'short' } })
  expect(code).toBe(1)
  expect(output).toContain('PORT')
  expect(output).toContain('SESSION_SECRET')
})

test('stopping lets a running request finish, also when the signal comes twice', async () => {
  const server = await startServer()
  const { hostname, port } = new URL(server.url)
  const socket = connect({ host: hostname, port: Number(port) })
  let said = ''
  socket.on('data', (data) => {
    said += String(data)
  })
  const type = 'Content-Type: application/x-www-form-urlencoded'
  socket.write(
    `POST /preferences HTTP/1.1\r\nHost: ${hostname}\r\n${type}\r\nConnection: close\r\nContent-Length: 9\r\n\r\nlocal`,
  )
  await setTimeout(300)
  const ended = server.stop('SIGINT', 'SIGINT')
  await setTimeout(300)
  socket.write('e=en')
  const { code } = await ended
  expect(said).toMatch(/^HTTP\/1\.1 302 /)
  expect(code).toBe(0)
})

// Otherwise start would install all packages anew below the running tests.
test.skipIf(!isInstalled())('npm start of an installed and built copy says nothing but what the server says', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/start.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, PORT: 'many', DATABASE_FILE: join(folder, 'zhihuo.db') },
  })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^Environment: .*\n.*PORT\n$/)
})

/** The questions and options of a paper, in their order. */
const paperOf = (html: string): string[] =>
  [...html.matchAll(/(?:data-question|value|data-step)="([^"]+)"/g)].map(([found]) => found)
