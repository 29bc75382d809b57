import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { displays } from '#app/http/view'
import { locales } from '#app/i18n/locales'
import { type Server, startServer } from '../support/built'
import { learnerWithPaper, SESSION_SECRET } from './learner'
import { type Reply, send } from './wire'

let server: Server
let mei: Awaited<ReturnType<typeof learnerWithPaper>>
let bo: Awaited<ReturnType<typeof learnerWithPaper>>

beforeAll(async () => {
  server = await startServer({ env: { SESSION_SECRET } })
  mei = await learnerWithPaper(server, { module: 'extinguisher' })
  bo = await learnerWithPaper(server, { module: 'ebike-lithium' })
})
afterAll(() => server.stop())

const PUBLIC = [
  '/',
  '/about',
  '/awareness/method',
  '/modules',
  ...catalog.modules.map(({ id }) => `/modules/${id}`),
  ...Object.keys(catalog.audiences).map((id) => `/for/${id}`),
]
const VIEWS = locales.flatMap((locale) => displays.map((display) => ({ locale, display })))

const get = (path: string, headers: Record<string, string> = {}): Promise<Reply> => send(server.url, path, { headers })
const withCookies = (...cookies: string[]) => ({ Cookie: cookies.join('; ') })

describe.each(VIEWS)('in $locale, $display print', ({ locale, display }) => {
  const view = [`locale=${locale}`, `display=${display}`]

  test('a public page is byte for byte the same for Mei, for Bo and for somebody new', async () => {
    for (const path of PUBLIC) {
      // Mei comes first: what is kept was rendered for her request.
      const forMei = await get(path, withCookies(mei.cookie, ...view))
      const forBo = await get(path, withCookies(...view, bo.cookie))
      const forNobody = await get(path, withCookies(...view))
      expect(forMei.status, path).toBe(200)
      expect(forMei.text, path).toContain(`<html lang="${locale}" data-display="${display}">`)
      expect(forBo.body.equals(forMei.body), path).toBe(true)
      expect(forNobody.body.equals(forMei.body), path).toBe(true)
      for (const { headers } of [forMei, forBo, forNobody]) {
        expect(headers['set-cookie'], path).toBeUndefined()
        expect(headers['cache-control'], path).toBe('no-cache')
        expect(headers.vary, path).toMatch(/accept-language/i)
        expect(headers.vary, path).toMatch(/cookie/i)
      }
    }
  })
})

test('language, size and, on the home page, the chosen group each have a page of their own', async () => {
  const pages = await Promise.all(
    VIEWS.flatMap(({ locale, display }) =>
      ['', 'audience=student', 'audience=guard'].map((audience) =>
        get('/', withCookies(`locale=${locale}`, `display=${display}`, audience)),
      ),
    ),
  )
  expect(new Set(pages.map(({ text }) => text)).size).toBe(VIEWS.length * 3)
  expect(new Set(pages.map(({ headers }) => headers.etag)).size).toBe(VIEWS.length * 3)
  const lessons = await Promise.all(['student', 'guard'].map((id) => get('/modules', withCookies(`audience=${id}`))))
  expect(lessons[0]?.text).toBe(lessons[1]?.text)
})

test('the language of the browser counts until one is chosen', async () => {
  const chinese = await get('/', { 'Accept-Language': 'zh-CN,zh;q=0.9' })
  const english = await get('/', { 'Accept-Language': 'en-GB,en;q=0.9' })
  expect(chinese.text).toContain('<html lang="zh-CN"')
  expect(english.text).toContain('<html lang="en"')
  expect((await get('/', { 'Accept-Language': 'en', Cookie: 'locale=zh-CN' })).text).toBe(chinese.text)
})

test('a query or a forged choice makes no other page', async () => {
  const plain = await get('/')
  const paths = ['/?a=1', '/?locale=en', '/?display=large&audience=guard', `/?${'x'.repeat(2000)}`, '/?__proto__=1']
  for (const path of paths) expect((await get(path)).text, path).toBe(plain.text)
  const forged = [
    'audience=nobody',
    'audience=constructor',
    'audience=__proto__',
    'locale=fr',
    'display=huge',
    'locale',
  ]
  for (const cookie of forged)
    expect((await get('/', { Cookie: cookie })).headers.etag, cookie).toBe(plain.headers.etag)
})

test('gzip and brotli carry the very same page, and a browser that knows neither gets it plain', async () => {
  for (const path of ['/', '/modules/call-119', '/for/student']) {
    const plain = await get(path, { 'Accept-Encoding': 'identity' })
    const gzip = await get(path, { 'Accept-Encoding': 'gzip, deflate' })
    const brotli = await get(path, { 'Accept-Encoding': 'gzip, deflate, br' })
    const refused = await get(path, { 'Accept-Encoding': 'br;q=0, gzip;q=0' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect(refused.body.equals(plain.body)).toBe(true)
    expect(brotli.body.length).toBeLessThan(plain.body.length / 2)
  }
})

test('a browser that has the page is told so, and one that has another view gets its own', async () => {
  const chinese = await get('/modules', { Cookie: 'locale=zh-CN' })
  const etag = String(chinese.headers.etag)
  const same = await get('/modules', { Cookie: 'locale=zh-CN', 'If-None-Match': etag })
  expect(same.status).toBe(304)
  expect(same.body).toHaveLength(0)
  expect(same.headers.etag).toBe(etag)
  const english = await get('/modules', { Cookie: 'locale=en', 'If-None-Match': etag })
  expect(english.status).toBe(200)
  expect(english.text).toContain('<html lang="en"')
  const head = await send(server.url, '/modules', { method: 'HEAD', headers: { Cookie: 'locale=zh-CN' } })
  expect(head.headers.etag).toBe(etag)
  expect(head.body).toHaveLength(0)
})

test('pictures are kept for good under an address that names their version', async () => {
  const { text } = await get('/modules/call-119')
  const [picture = ''] = /\/pictures\/[^"]+/.exec(text) ?? []
  expect(picture).toMatch(/\?v=[0-9a-f]{12}$/)
  const { headers } = await get(picture, withCookies(mei.cookie))
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['set-cookie']).toBeUndefined()
})

test("what is somebody's own is never kept by anything in between", async () => {
  for (const path of [
    '/me',
    '/me/continue',
    '/me/data',
    '/me/data/download',
    mei.path,
    '/survey/open',
    '/survey/thanks',
    '/awareness',
  ]) {
    const { status, headers } = await get(path, withCookies(mei.cookie))
    expect(status, path).toBe(200)
    expect(headers['cache-control'], path).toMatch(/private|no-store/)
  }
})

test('what does not exist is not kept either', async () => {
  for (const path of ['/modules/no-such-module', '/for/no-such-group', '/pictures/call-119/no-such-picture.svg']) {
    const first = await get(path, { Cookie: 'locale=zh-CN' })
    const second = await get(path, { Cookie: 'locale=en' })
    expect([first.status, second.status], path).toEqual([404, 404])
    expect(second.headers['cache-control'], path).toMatch(/private|no-store/)
  }
  expect((await get('/modules/no-such-module', { Cookie: 'locale=en' })).text).toContain('<html lang="en"')
})

test('many people at once each get their own pages', async () => {
  const people = [
    {
      cookies: [mei.cookie, 'locale=en', 'display=large'],
      lang: 'en',
      own: '/modules/extinguisher',
      attempt: mei.path,
    },
    { cookies: [bo.cookie, 'locale=zh-CN'], lang: 'zh-CN', own: '/modules/ebike-lithium', attempt: bo.path },
  ]
  const rounds = Array.from({ length: 40 }, (_, round) => round)
  await Promise.all(
    rounds.flatMap(() =>
      people.map(async ({ cookies, lang, attempt }, index) => {
        const headers = withCookies(...cookies)
        const other = people[1 - index]?.attempt ?? ''
        const [home, me, own, foreign] = await Promise.all(
          ['/', '/me', attempt, other].map((path) => get(path, headers)),
        )
        expect(home?.text).toContain(`<html lang="${lang}"`)
        expect(me?.text).toContain(attempt)
        expect(me?.text).not.toContain(other)
        expect(own?.status).toBe(200)
        expect(foreign?.status).toBe(404)
      }),
    ),
  )
})
