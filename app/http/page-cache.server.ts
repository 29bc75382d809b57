/**
 * Whole public pages, kept ready to send: plain, gzip and brotli, each made once. A process starts with an empty cache
 * and its content never changes while it runs; what else a page shows is told by its mark, and under another mark it is
 * made anew.
 */
import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export type KeptPage = {
  mark: string
  etag: string
  headers: Record<string, string>
  plain: Buffer
  gzip: Buffer
  br: Buffer
}

/** Enough for every page of a large catalogue in every view; beyond it the oldest page goes. */
const LIMIT = 2000

export function createPageCache(limit = LIMIT) {
  const pages = new Map<string, KeptPage>()
  return {
    /** The page kept under `key`, if it was made under this mark. */
    get(key: string, mark = ''): KeptPage | undefined {
      const page = pages.get(key)
      return page?.mark === mark ? page : undefined
    },
    /** Keeps a page under `key`, in place of one with another mark, and returns it ready to send. */
    put(key: string, body: Buffer, headers: Record<string, string>, mark = ''): KeptPage {
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
      const page = {
        mark,
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
