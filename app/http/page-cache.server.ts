/**
 * Whole public pages, kept ready to send: plain, gzip and brotli, each made once. A process starts with an empty cache
 * and its content never changes while it runs, so a kept page is never stale.
 */
import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export type KeptPage = { etag: string; headers: Record<string, string>; plain: Buffer; gzip: Buffer; br: Buffer }

/** Enough for every page of a large catalogue in every view; beyond it the oldest page goes. */
const LIMIT = 2000

export function createPageCache(limit = LIMIT) {
  const pages = new Map<string, KeptPage>()
  return {
    get: (key: string): KeptPage | undefined => pages.get(key),
    /** Keeps a page under `key` and returns it ready to send. */
    put(key: string, body: Buffer, headers: Record<string, string>): KeptPage {
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
      const page = {
        // Weak, because it stands for all three encodings.
        etag: `W/"${hash}"`,
        headers,
        plain: body,
        gzip: gzipSync(body, { level: 9 }),
        br: brotliCompressSync(body),
      }
      const [oldest] = pages.keys()
      if (pages.size >= limit && oldest !== undefined && !pages.has(key)) pages.delete(oldest)
      pages.set(key, page)
      return page
    },
  }
}

/** The encoding to send, by the Accept-Encoding header. */
export function encodingFor(acceptEncoding: string | undefined): 'br' | 'gzip' | 'plain' {
  const accepted = (acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim())
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'plain'
}
