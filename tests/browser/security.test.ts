import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { type Server, startServer } from '../support/built'
import { learnerWithPaper, SESSION_SECRET } from './learner'
import { fillTown } from './town'
import { cookiesOf, type Message, type Reply, send, sendBytes, sendForm } from './wire'

let server: Server
let mei: Awaited<ReturnType<typeof fillTown>>

beforeAll(async () => {
  server = await startServer({ env: { SESSION_SECRET } })
  mei = await fillTown(server)
})
afterAll(() => server.stop())

const get = (path: string, headers: Record<string, string> = {}): Promise<Reply> => send(server.url, path, { headers })
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  sendForm(server.url, path, form, headers)
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }

const pages = () => [
  ...['/', '/about', '/modules', '/awareness', '/awareness/method', '/me', '/me/continue', '/me/data', '/survey/open'],
  ...['/survey/thanks', '/no-such-page', '/modules/nothing/quiz'],
  ...catalog.modules.map(({ id }) => `/modules/${id}`),
  ...Object.keys(catalog.audiences).map((id) => `/for/${id}`),
  ...Object.values(mei.ids).map((id) => `/attempts/${id}`),
]

const asset = () => `/assets/${readdirSync('build/client/assets')[0]}`

/** One of every kind of answer the server gives. */
const kinds = (): [string, string, Message?][] => [
  ['a kept page', '/'],
  ["somebody's own page", '/me'],
  ['a page that does not exist', '/no-such-page'],
  ['a redirect', '/modules/call-119/quiz'],
  ['a script', asset()],
  ['a script that does not exist', '/assets/none.js'],
  ['a file', '/favicon.svg'],
  ['a picture', `/pictures/call-119/${catalog.modules[0]?.cover}.svg`],
  ['the health check', '/healthz'],
  ['a broken address', '/%E7'],
  ['a data address', '/me.data'],
  ['an unknown method', '/', { method: 'PUT' }],
  ['a forged form', '/me', { method: 'POST', headers: { ...FORM, Origin: 'https://example.org' } }],
  ['too much', '/me', { method: 'POST', headers: FORM, body: 'x'.repeat(70_000) }],
  [
    'a saved answer',
    `/attempts/${mei.ids.open}/answers`,
    { method: 'POST', headers: { Cookie: mei.cookie }, body: '{}' },
  ],
]

describe('what a browser may run', () => {
  test('every kind of answer carries a policy that allows nothing from elsewhere and nothing inline', async () => {
    for (const [kind, path, message] of kinds()) {
      const { headers } = await send(server.url, path, message)
      const policy = String(headers['content-security-policy'])
      expect(policy, kind).toContain("default-src 'none'")
      expect(policy, kind).toMatch(/script-src '(self'|nonce-[\w+/]{22}==')/)
      expect(policy, kind).toContain("frame-ancestors 'none'")
      expect(policy, kind).toContain("base-uri 'none'")
      expect(policy, kind).toContain("form-action 'self'")
      expect(policy, kind).not.toMatch(/unsafe|https?:|\*|data:/)
      expect(headers['x-content-type-options'], kind).toBe('nosniff')
      expect(headers['referrer-policy'], kind).toBe('same-origin')
      expect(headers['x-powered-by'], kind).toBeUndefined()
    }
  })

  test('no page holds a script, a style or a handler of its own text', async () => {
    for (const path of pages()) {
      const { text } = await get(path, { Cookie: mei.cookie })
      expect(text, path).toContain('</html>')
      expect(text.match(/<script(?![^>]* src="\/assets\/[\w.-]+\.js")[^>]*>/g), path).toBeNull()
      expect(text.match(/<script[^>]*>[^<]/g), path).toBeNull()
      expect(text.match(/<style|<iframe|<object|<embed|<base|javascript:/gi), path).toBeNull()
      expect(text.match(/<[^>]+\s(style|on\w+)=/gi), path).toBeNull()
    }
  })

  test('each answer has a nonce of its own, and its scripts carry just that one', async () => {
    const path = `/attempts/${mei.ids.open}`
    const replies = await Promise.all([1, 2, 3, 4].map(() => get(path, { Cookie: mei.cookie })))
    const nonces = replies.map(({ headers, text }) => {
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
      const carried = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => /nonce="([^"]*)"/.exec(tag)?.[1])
      expect(carried.length).toBeGreaterThan(0)
      expect(new Set(carried)).toEqual(new Set([nonce]))
      return nonce
    })
    expect(new Set(nonces).size).toBe(4)
  })
})

describe('cookies', () => {
  test('every cookie is out of reach of scripts and of other sites', async () => {
    const replies = [
      await post('/modules/call-119/quiz', {}),
      await post('/me', { intent: 'place', region: '' }),
      await get('/survey/open'),
      await post('/preferences', { locale: 'en', return: '/' }),
      await post('/preferences', { display: 'large', return: '/' }),
      await post('/preferences', { audience: 'guard' }),
    ]
    for (const { headers } of replies) {
      expect(headers['set-cookie']).toHaveLength(1)
      expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly/)
      expect(headers['set-cookie']?.[0]).toMatch(/; SameSite=Lax/)
    }
  })

  test('behind HTTPS every cookie refuses to travel without it', async () => {
    const secure = await startServer({ env: { SECURE_COOKIES: 'true' } })
    const started = await sendForm(secure.url, '/modules/call-119/quiz', {})
    const chosen = await sendForm(secure.url, '/preferences', { locale: 'en' })
    const asked = await send(secure.url, '/survey/open')
    for (const { headers } of [started, chosen, asked]) expect(headers['set-cookie']?.[0]).toMatch(/; Secure/)
    expect(asked.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/)
    await secure.stop()
  })

  test("a learner's cookie that was changed or made elsewhere is nobody's", async () => {
    const path = `/attempts/${mei.ids.open}`
    expect((await get(path, { Cookie: mei.cookie })).status).toBe(200)
    const [value = '', signature = ''] = mei.cookie.replace('learner=', '').split('.')
    const other = await learnerWithPaper(server, { module: 'call-119' })
    const [otherValue = ''] = other.cookie.replace('learner=', '').split('.')
    const forged = [
      `learner=${otherValue}.${signature}`,
      `learner=${value}.${signature.slice(0, -2)}`,
      `learner=${value}`,
      `learner=${other.learner.id}`,
      'learner=',
      'learner=%',
    ]
    for (const cookie of forged) {
      expect((await get(path, { Cookie: cookie })).status, cookie).toBe(404)
      expect((await get(other.path, { Cookie: cookie })).status, cookie).toBe(404)
      expect((await get('/me', { Cookie: cookie })).status, cookie).toBe(200)
    }
  })
})

describe('who may write', () => {
  const forgeries: [string, Record<string, string>][] = [
    ['another site', { Origin: 'https://example.org' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a site whose name begins like ours', { Origin: 'http://localhost.example.org' }],
    ['another port', { Origin: 'http://localhost:1' }],
    ['a page that says so by the referrer only', { Referer: 'https://example.org/form' }],
    ['a page that the browser knows to be elsewhere', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
  ]
  const address = () => `/attempts/${mei.ids.types}`

  test.each(forgeries)('a form from %s is refused and changes nothing', async (_from, headers) => {
    const before = await get(address(), { Cookie: mei.cookie })
    for (const [path, body] of [
      [address(), 'intent=submit'],
      ['/me', 'intent=code'],
      ['/preferences', 'locale=en'],
      ['/modules/call-119/quiz', ''],
    ] as const) {
      const reply = await send(server.url, path, {
        method: 'POST',
        headers: { ...FORM, Cookie: mei.cookie, ...headers },
        body,
      })
      expect(reply.status, path).toBe(403)
      expect(reply.headers['set-cookie'], path).toBeUndefined()
    }
    const after = await get(address(), { Cookie: mei.cookie })
    expect(withoutNonce(after.text)).toBe(withoutNonce(before.text))
  })

  test('unknown methods are refused with the methods that exist', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      const { status, headers } = await send(server.url, '/me', { method })
      expect(status, method).toBe(405)
      expect(headers.allow, method).toBe('GET, HEAD, POST')
    }
    for (const path of ['/about', '/awareness', '/healthz', asset()]) {
      const { status, headers } = await post(path, {})
      expect(status, path).toBe(405)
      expect(headers.allow, path).toBe('GET, HEAD')
    }
  })
})

describe('how much and how often', () => {
  test('a body over the limit is refused without being read', async () => {
    const head = `POST /me HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${FORM['Content-Type']}\r\n`
    const said = await sendBytes(server.url, `${head}Content-Length: 100000000\r\n\r\nintent=`)
    expect(said).toMatch(/^HTTP\/1\.1 413 /)
    expect(said).toMatch(/\r\nConnection: close\r\n/)
  })

  test('a body of unknown length is refused', async () => {
    const head = `POST /me HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${FORM['Content-Type']}\r\n`
    const said = await sendBytes(server.url, `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`)
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('one address may write 600 times a minute, and reading stays free', async () => {
    const from = { 'X-Forwarded-For': '203.0.113.7' }
    const statuses = (await many(610, () => post('/preferences', { locale: 'en' }, from))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 302)).toHaveLength(600)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
    expect((await get('/me', from)).status).toBe(200)
    const neighbour = await post('/preferences', { locale: 'en' }, { 'X-Forwarded-For': '203.0.113.8' })
    expect(neighbour.status).toBe(302)
    // The nearest proxy is believed, not what the client claims to be.
    const claimed = await post('/preferences', { locale: 'en' }, { 'X-Forwarded-For': '127.0.0.1, 203.0.113.7' })
    expect(claimed.status).toBe(429)
  })

  test('this machine itself may write as often as it likes', async () => {
    const replies = await many(650, () => post('/preferences', { locale: 'en' }))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([302]))
  })

  test.each(['/me/continue', '/me/%63ontinue', '/me/continue/'])('codes tried at %s run out after 20', async (path) => {
    const from = { 'X-Forwarded-For': `198.51.100.${path.length}` }
    const replies = await many(25, () => post(path, { code: '0000000000' }, from))
    expect(replies.filter(({ status }) => status === 400)).toHaveLength(20)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(5)
  })
})

describe('what is said to nobody', () => {
  test('addresses for a client that no page loads do not exist', async () => {
    const paths = [
      '/me.data',
      '/_root.data',
      `/attempts/${mei.ids.open}.data`,
      '/__manifest',
      '/__manifest?p=%2F',
      '/me?_data=root',
    ]
    for (const path of paths) {
      const { status, headers, text } = await get(path, { Cookie: mei.cookie })
      expect(status, path).toBe(404)
      expect(headers['content-type'], path).toMatch(/^text\/html/)
      expect(text, path).not.toContain(mei.ids.passed)
    }
  })

  test('files beside the public ones are out of reach', async () => {
    for (const path of [
      '/package.json',
      '/server.mjs',
      '/assets/../server/index.js',
      '/..%2fserver/index.js',
      '/build/server/index.js',
      '/data/zhihuo.db',
      '/.env',
      '/assets/%2e%2e/%2e%2e/server/index.js',
    ])
      expect([400, 403, 404], path).toContain((await get(path)).status)
  })

  test('the health check says that it is well, and nothing else', async () => {
    const { status, headers, text } = await get('/healthz')
    expect(status).toBe(200)
    expect(headers['cache-control']).toContain('no-store')
    expect(JSON.parse(text)).toEqual({ status: 'ok' })
    expect(cookiesOf(await get('/healthz'))).toBe('')
  })
})

const withoutNonce = (html: string): string => html.replace(/nonce="[^"]*"/g, '')

/** Sends `times` requests, twenty at a time. */
async function many(times: number, request: () => Promise<Reply>): Promise<Reply[]> {
  const replies: Reply[] = []
  for (let sent = 0; sent < times; sent += 20)
    replies.push(...(await Promise.all(Array.from({ length: Math.min(20, times - sent) }, request))))
  return replies
}
