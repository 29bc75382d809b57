import { createCookie } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Server, startServer } from '../support/built'
import { call119, rightResponse } from '../support/world'
import { SESSION_SECRET } from './learner'
import { createMalformed, type Malformed } from './malformed'
import { DATA_SECRET, deskAddresses, openOffice } from './office'
import { fillTown } from './town'
import { cookiesOf, send, sendBytes, sendForm } from './wire'

/** Another seed makes other requests: FUZZ_SEED=anything npx vitest run --project browser tests/browser/fuzz.test.ts */
const SEED = process.env.FUZZ_SEED ?? 'zhihuo'
const REQUESTS = 4000
const AT_ONCE = 8

let server: Server
let cookies: string[]
let attempts: string[]
let desk: string[]

beforeAll(async () => {
  server = await startServer({ env: { SESSION_SECRET, DATA_SECRET } })
  const mei = await fillTown(server)
  attempts = Object.values(mei.ids)
  const office = await openOffice(server)
  // Signing out, and ending sessions, would leave the rest of the requests outside.
  desk = deskAddresses(office.things, /^(?!.*(sign-out|\/me$|:accountId))/)
  // Signed as ours, and yet nothing that we would sign.
  const strange = [null, 1, [], {}, { id: 1 }, 'x'.repeat(500), '__proto__'].map((value) =>
    createCookie('learner', { secrets: [SESSION_SECRET] }).serialize(value),
  )
  cookies = [
    ...office.cookies.map((cookie) => `${mei.cookie}; ${cookie}`),
    mei.cookie,
    ...(await Promise.all(strange)).map((cookie) => cookie.split(';')[0] ?? ''),
  ]
})
afterAll(() => server.stop())

/** What is wrong with this answer; null when nothing is. */
function faultOf({ isWhole }: Malformed, answer: string | null): string | null {
  if (answer === null) return 'no end of the answer'
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0)
  if (status === 0) return isWhole ? 'no answer' : null
  if (status >= 500) return `status ${status}`
  return /node_modules|\bat .+\.m?[jt]s:\d/.test(answer) ? 'a stack trace' : null
}

async function expectWell(): Promise<void> {
  expect((await send(server.url, '/healthz')).status, `healthy; seed ${SEED}`).toBe(200)
}

/** Sends them all, some at once, until one of them finds a fault. */
async function sendAll(next: () => Malformed) {
  const faults: string[] = []
  const statuses = new Map<string, number>()
  for (let sent = 0; sent < REQUESTS && faults.length === 0; sent += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, next)
    const answers = await Promise.all(batch.map(({ text, isWhole }) => sendBytes(server.url, text, isWhole)))
    for (const [index, malformed] of batch.entries()) {
      const answer = answers[index] ?? null
      const fault = faultOf(malformed, answer)
      if (fault) faults.push(`${fault} to ${JSON.stringify(malformed.text.slice(0, 1500))}`)
      const status = answer?.slice(9, 12) ?? ''
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    if (sent % 800 === 0) await expectWell()
  }
  return { faults, statuses }
}

test(`${REQUESTS} malformed requests find no fault of ours (seed ${SEED})`, async () => {
  const questions = Object.keys(call119.questions)
  const { host } = new URL(server.url)
  const { faults, statuses } = await sendAll(createMalformed(SEED, { host, cookies, attempts, questions, desk }))
  expect(faults, `seed ${SEED}`).toEqual([])
  // The requests are worth their time only while they get past the door, and are refused behind it, too.
  for (const status of ['200', '302', '400', '403', '404', '405'])
    expect(statuses.get(status) ?? 0, `answers with ${status}`).toBeGreaterThan(20)
  const mistakes = server.lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)
  expect(mistakes, `seed ${SEED}`).toEqual([])
}, 120_000)

test('after all that, somebody learns as if nothing had happened', async () => {
  await expectWell()
  const started = await sendForm(server.url, '/modules/call-119/quiz', {})
  const path = String(started.headers.location)
  const headers = { Cookie: cookiesOf(started) }
  const paper = await send(server.url, path, { headers })
  const questionIds = [...paper.text.matchAll(/data-question="([^"]+)"/g)].map(([, id = '']) => id)
  expect(questionIds).toHaveLength(10)
  for (const [index, questionId] of questionIds.entries()) {
    const response = rightResponse(call119, { questionId, options: [] })
    const body = JSON.stringify({ questionId, response, sequence: index + 1 })
    const json = { ...headers, 'Content-Type': 'application/json' }
    const saved = await send(server.url, `${path}/answers`, { method: 'POST', headers: json, body })
    expect(saved.status).toBe(200)
  }
  expect((await sendForm(server.url, path, { intent: 'submit' }, headers)).status).toBe(302)
  expect((await send(server.url, path, { headers })).text).toContain('10 题答对 10 题')
})
