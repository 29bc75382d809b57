/** Public pages ready to send: rendered from a request that carries nothing but the view, kept, sent compressed. */
import { catalog } from '#app/content/catalog.server'
import { contentSecurityPolicy } from './door'
import { createPageCache, encodingFor, type KeptPage } from './page-cache.server'
import { isPublicPage, publicPageKey } from './public-pages'
import { readView, type View, viewCookie } from './view'

type Asked = { path: string; cookie?: string; acceptLanguage?: string; acceptEncoding?: string }
export type ReadyPage = { headers: Record<string, string>; body: Buffer }

/**
 * @param render answers a request as the whole app does
 * @param markOf what a page shows besides the content, which stays while a process runs; asked for every request, so it
 *   must cost next to nothing
 * @returns a function that gives the page of a path ready to send; null when the path is no public page, or answers
 *   anything but 200
 */
export function createReadyPages(
  render: (request: Request) => Promise<Response>,
  markOf: (path: string) => string | Promise<string> = () => '',
) {
  const cache = createPageCache()
  return async ({ path, cookie, acceptLanguage, acceptEncoding }: Asked): Promise<ReadyPage | null> => {
    if (!isPublicPage(path)) return null
    const view = knownView(readView({ cookie, acceptLanguage }))
    const key = publicPageKey(path, view)
    // Before the page is made: what is written in between makes the page newer than its mark, never older.
    const mark = await markOf(path)
    const page = cache.get(key, mark) ?? (await renderAndKeep(key, mark, viewOnlyRequest(path, view)))
    if (!page) return null
    const encoding = encodingFor(acceptEncoding)
    const encoded: Record<string, string> = encoding === 'plain' ? {} : { 'Content-Encoding': encoding }
    return { headers: { ...page.headers, ...encoded, ETag: page.etag }, body: page[encoding] }
  }

  async function renderAndKeep(key: string, mark: string, request: Request): Promise<KeptPage | null> {
    const response = await render(request)
    if (response.status !== 200) return null
    return cache.put(key, Buffer.from(await response.arrayBuffer()), headersOf(response), mark)
  }
}

/** Only groups that exist: otherwise forged cookies could fill the cache with one page over and over. */
const knownView = (view: View): View => ({
  ...view,
  audience: view.audience !== null && Object.hasOwn(catalog.audiences, view.audience) ? view.audience : null,
})

/** A request in which nobody can be recognised: whatever the page does, it has no personal data to show. */
const viewOnlyRequest = (path: string, view: View): Request =>
  new Request(new URL(path, 'http://public.invalid'), {
    headers: { Cookie: viewCookie(view), 'Accept-Language': view.locale },
  })

const headersOf = (response: Response): Record<string, string> => ({
  'Content-Type': response.headers.get('Content-Type') ?? 'text/html; charset=utf-8',
  'Cache-Control': response.headers.get('Cache-Control') ?? 'no-cache',
  'Content-Security-Policy': contentSecurityPolicy(null),
  Vary: 'Accept-Encoding, Accept-Language, Cookie',
})
