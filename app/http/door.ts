/** What is refused at the door, before any page runs. Pure: headers in, a status or null out. */

/** The largest form any page sends is a whole paper, well below this. */
export const MOST_BODY_BYTES = 64 * 1024

/** What takes a spreadsheet, and the largest one: a roster of 50,000 people is a quarter of this. */
const UPLOADS = /^\/desk\/(imports\/new|places\/import|organizations\/import|surveys\/[^/]+\/(import|frame))\/*(\?|$)/
export const MOST_UPLOAD_BYTES = 20 * 1024 * 1024

type Knock = {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  /** The host this request was made to, as the proxy we trust says, or the Host header. */
  host: string
}

const HOST = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/** What is no page and can only be read; Remix itself would answer a write to it with a line of JSON. */
const READ_ONLY = /^\/(healthz|pictures|me\/data\/download)(\/|\?|$)|^\/desk\/[^?]*(\.(xlsx|json|js)|\/progress)(\?|$)/

/** The status to refuse a request with; null when it may pass. */
export function refusal({ method, url, headers, host }: Knock): number | null {
  if (!HOST.test(host) || !URL.canParse(`http://${host}`) || !isDecodable(url)) return 400
  if (method === 'GET' || method === 'HEAD') return null
  if (method !== 'POST' || READ_ONLY.test(url)) return 405
  if (!isFromHere(headers, host)) return 403
  const length = headers['content-length']
  // Without a length the body could not be bounded before it is read; browsers always send one.
  if (headers['transfer-encoding'] !== undefined) return 400
  return Number(length ?? 0) > (UPLOADS.test(url) ? MOST_UPLOAD_BYTES : MOST_BODY_BYTES) ? 413 : null
}

function isDecodable(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return false
  try {
    // Remix reads the decoded path as an address again: with a backslash or a tab, "/x" could become "//x" there.
    return !/[\\\p{Cc}]/u.test(decodeURIComponent(url.split('?')[0] ?? ''))
  } catch {
    return false
  }
}

/**
 * Whether a write was sent by a page of this site. Browsers say so in Sec-Fetch-Site, Origin or Referer; a client that
 * sends none of them is no browser and carries nobody's cookies (which are SameSite=Lax besides).
 */
function isFromHere(headers: Knock['headers'], host: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.origin ?? headers.referer
  if (origin === undefined) return true
  try {
    return new URL(String(origin)).host.toLowerCase() === host.toLowerCase()
  } catch {
    return false
  }
}

/** The content security policy of a page: nothing from elsewhere, nothing inline. */
export function contentSecurityPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    // Kept pages have no nonce of their own and may load our own files only.
    nonce ? `script-src 'nonce-${nonce}'` : "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    // An interviewer's field page is kept by a service worker, so that it opens without a network.
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
