import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createPageCache, encodingFor } from '#app/http/page-cache.server'

const HEADERS = { 'Content-Type': 'text/html; charset=utf-8' }
const page = (text: string) => Buffer.from(`<p>${text}</p>`)

describe('the page cache', () => {
  test('gives back under a key what was put under that key and nothing else', () => {
    const cache = createPageCache()
    const keys = Array.from({ length: 200 }, (_, n) => `/modules/m-${n} zh-CN standard `)
    for (const key of keys) cache.put(key, page(key), HEADERS)
    for (const key of keys) expect(cache.get(key)?.plain.toString()).toBe(`<p>${key}</p>`)
    for (const other of ['', '/modules/m-1', '/modules/m-1 en standard ', '__proto__', 'constructor'])
      expect(cache.get(other)).toBeUndefined()
  })

  test('two caches share nothing', () => {
    const one = createPageCache()
    one.put('/', page('one'), HEADERS)
    expect(createPageCache().get('/')).toBeUndefined()
  })

  test('a page put again under its key replaces the first', () => {
    const cache = createPageCache()
    cache.put('/', page('first'), HEADERS)
    cache.put('/', page('second'), HEADERS)
    expect(cache.get('/')?.plain.toString()).toBe('<p>second</p>')
  })

  test('gives a page back only under the mark it was made under, and keeps one of a key', () => {
    const cache = createPageCache(2)
    cache.put('/', page('unsigned'), HEADERS, '0')
    expect(cache.get('/', '1')).toBeUndefined()
    cache.put('/', page('signed'), HEADERS, '1')
    cache.put('/about', page('about'), HEADERS)
    expect(cache.get('/', '1')?.plain.toString()).toBe('<p>signed</p>')
    expect(cache.get('/', '0')).toBeUndefined()
    expect(cache.get('/about')?.plain.toString()).toBe('<p>about</p>')
  })

  test('is bounded: beyond its limit the oldest page goes', () => {
    const cache = createPageCache(3)
    for (const key of ['a', 'b', 'c', 'd', 'e']) cache.put(key, page(key), HEADERS)
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => cache.get(key)?.plain.toString())).toEqual([
      undefined,
      undefined,
      '<p>c</p>',
      '<p>d</p>',
      '<p>e</p>',
    ])
  })

  test('a page put again takes no other page’s place', () => {
    const cache = createPageCache(2)
    for (const key of ['a', 'b', 'b', 'b']) cache.put(key, page(key), HEADERS)
    expect(cache.get('a')?.plain.toString()).toBe('<p>a</p>')
    expect(cache.get('b')?.plain.toString()).toBe('<p>b</p>')
  })

  test('holds the same page in three encodings', () => {
    const kept = createPageCache().put('/', page('火'.repeat(500)), HEADERS)
    expect(gunzipSync(kept.gzip)).toEqual(kept.plain)
    expect(brotliDecompressSync(kept.br)).toEqual(kept.plain)
    expect(kept.br.length).toBeLessThan(kept.plain.length / 10)
    expect(kept.headers).toEqual(HEADERS)
  })

  test('names equal pages alike and different pages differently', () => {
    const cache = createPageCache()
    const [one, same, other] = ['one', 'one', 'two'].map((text, n) => cache.put(`${n}`, page(text), HEADERS))
    expect(one?.etag).toMatch(/^W\/"[\w-]{22}"$/)
    expect(same?.etag).toBe(one?.etag)
    expect(other?.etag).not.toBe(one?.etag)
  })
})

test.each([
  ['gzip, deflate, br', 'br'],
  ['br;q=1.0, gzip;q=0.8', 'br'],
  ['BR', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br;q=0', 'gzip'],
  ['gzip, br; q=0.000', 'gzip'],
  ['gzip;q=0, br;q=0', 'plain'],
  ['br;q=0.1', 'br'],
  ['identity', 'plain'],
  ['brotli', 'plain'],
  ['', 'plain'],
  [undefined, 'plain'],
])('Accept-Encoding %s is sent %s', (header, expected) => {
  expect(encodingFor(header)).toBe(expected)
})
