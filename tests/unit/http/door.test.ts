import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, MOST_BODY_BYTES, MOST_UPLOAD_BYTES, refusal } from '#app/http/door'

const HOST = 'zhihuo.example'
type Headers = Record<string, string | string[] | undefined>

const get = (url: string, host = HOST, headers: Headers = {}) => refusal({ method: 'GET', url, headers, host })
const post = (headers: Headers, host = HOST) => refusal({ method: 'POST', url: '/preferences', headers, host })

describe('reading', () => {
  test('is open to everybody, from everywhere', () => {
    expect(get('/')).toBeNull()
    expect(refusal({ method: 'HEAD', url: '/modules?x=1', headers: {}, host: HOST })).toBeNull()
    expect(get('/', HOST, { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' })).toBeNull()
  })

  test.each([
    '/%',
    '/%E4%B8',
    '/%ff',
    '/a%00b',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'http://elsewhere.example/',
    '*',
    '',
  ])('the address "%s" is refused with 400', (url) => {
    expect(get(url)).toBe(400)
  })

  test.each(['/', '/%E4%B8%AD%E6%96%87', '/modules/call-119?q=%', '/a/../b'])('the address "%s" is let in', (url) => {
    expect(get(url)).toBeNull()
  })
})

describe('the host', () => {
  test.each([
    'zhihuo.example',
    'zhihuo.example:3000',
    'localhost:3000',
    '10.0.0.7',
    'a',
    '[::1]',
    '[::1]:3000',
    '[fe80::1:2]:80',
  ])('%s is a host', (host) => {
    expect(get('/', host)).toBeNull()
  })

  test.each([
    '',
    ' ',
    'a b',
    '-a',
    'a/b',
    'a@b',
    'a:b',
    'a:123456',
    '[::1',
    '::1',
    'a"b',
    '<script>',
    'a,b',
    'a.example, b.example',
  ])('"%s" is none and is refused with 400', (host) => {
    expect(get('/', host)).toBe(400)
  })
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'BREW'])(
  'the method %s is refused with 405',
  (method) => {
    expect(refusal({ method, url: '/', headers: { origin: `https://${HOST}` }, host: HOST })).toBe(405)
  },
)

describe('writing', () => {
  test.each<[string, Headers]>([
    ['a form of our own page', { origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin', 'content-length': '20' }],
    ['a browser that sends only Origin', { origin: `https://${HOST}` }],
    ['a browser that sends only Referer', { referer: `https://${HOST}/modules` }],
    ['a reload of a form by the person', { 'sec-fetch-site': 'none' }],
    ['a client that is no browser', {}],
    ['another spelling of the host', { origin: 'https://ZHIHUO.example' }],
  ])('is open to %s', (_, headers) => {
    expect(post(headers)).toBeNull()
  })

  test.each<[string, Headers]>([
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: `https://${HOST}` }],
    ['a page of a neighbouring site', { 'sec-fetch-site': 'same-site', origin: `https://${HOST}` }],
    ['a value of Sec-Fetch-Site that no browser sends', { 'sec-fetch-site': 'same-origin, cross-site' }],
    ['Sec-Fetch-Site sent twice', { 'sec-fetch-site': ['same-origin', 'cross-site'] }],
    ['another origin', { origin: 'https://elsewhere.example' }],
    [
      'another origin, though the Referer is ours',
      { origin: 'https://elsewhere.example', referer: `https://${HOST}/` },
    ],
    ['an origin that hides itself', { origin: 'null' }],
    ['an origin that hides itself, though Sec-Fetch-Site is ours', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['an origin that is no address', { origin: 'zhihuo' }],
    ['two origins', { origin: [`https://${HOST}`, 'https://elsewhere.example'] }],
    ['a subdomain', { origin: `https://evil.${HOST}` }],
    ['our name as a subdomain of another', { origin: `https://${HOST}.evil.example` }],
    ['our name as a user name', { origin: `https://${HOST}@evil.example` }],
    ['a Referer from elsewhere', { referer: `https://elsewhere.example/?${HOST}` }],
    ['an empty Origin', { origin: '' }],
    ['another port', { origin: `https://${HOST}:8443` }],
  ])('is refused with 403 to %s', (_, headers) => {
    expect(post(headers)).toBe(403)
  })

  test('the port belongs to the host', () => {
    expect(post({ origin: 'http://localhost:3000' }, 'localhost:3000')).toBeNull()
    expect(post({ origin: 'http://localhost:3001' }, 'localhost:3000')).toBe(403)
    expect(post({ origin: 'http://localhost' }, 'localhost:3000')).toBe(403)
  })

  test('an IPv6 host is compared whole', () => {
    expect(post({ origin: 'http://[::1]:3000' }, '[::1]:3000')).toBeNull()
    expect(post({ origin: 'http://[::2]:3000' }, '[::1]:3000')).toBe(403)
    expect(post({ origin: 'http://[::1]' }, '[::1]:3000')).toBe(403)
  })

  test('behind a proxy the forwarded host decides, and the Host header does not', () => {
    const headers = { host: 'localhost:3000', origin: `https://${HOST}` }
    expect(post(headers, HOST)).toBeNull()
    expect(post(headers, 'localhost:3000')).toBe(403)
  })

  test('a body is bounded by its length: at the bound it is let in, one byte more is 413', () => {
    expect(post({ 'content-length': String(MOST_BODY_BYTES) })).toBeNull()
    expect(post({ 'content-length': String(MOST_BODY_BYTES + 1) })).toBe(413)
    expect(post({ 'content-length': '99999999999999999999' })).toBe(413)
  })

  test.each(['imports/new', 'places/import', 'organizations/import', 'surveys/x/import', 'surveys/x/frame'])(
    'a spreadsheet may be sent to /desk/%s, and there is a bound there, too',
    (path) => {
      const sent = (bytes: number) => {
        const headers = { 'content-length': String(bytes), origin: `https://${HOST}` }
        return refusal({ method: 'POST', url: `/desk/${path}`, headers, host: HOST })
      }
      expect([sent(MOST_UPLOAD_BYTES), sent(MOST_UPLOAD_BYTES + 1)]).toEqual([null, 413])
    },
  )

  test('a body of unknown length is refused with 400', () => {
    expect(post({ 'transfer-encoding': 'chunked' })).toBe(400)
    expect(post({ 'transfer-encoding': 'gzip, chunked', 'content-length': '5' })).toBe(400)
  })
})

describe('the content security policy', () => {
  const directives = (policy: string) =>
    new Map(policy.split('; ').map((part) => part.split(/ (.*)/s) as [string, string]))

  test('of a page lets in only scripts with its nonce', () => {
    expect(directives(contentSecurityPolicy('abc')).get('script-src')).toBe("'nonce-abc'")
  })

  test('of a kept page lets in only our own files', () => {
    expect(directives(contentSecurityPolicy(null)).get('script-src')).toBe("'self'")
  })

  test('lets nothing in from elsewhere and nothing inline, whatever the page', () => {
    for (const policy of [contentSecurityPolicy('abc'), contentSecurityPolicy(null)]) {
      expect(directives(policy).get('default-src')).toBe("'none'")
      expect(directives(policy).get('frame-ancestors')).toBe("'none'")
      expect(directives(policy).get('base-uri')).toBe("'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
    }
  })
})
