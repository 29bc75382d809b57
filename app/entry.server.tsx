/**
 * Renders a page to HTML without client script: forms are plain forms, and a page that wants a script names it
 * (docs/decisions/002). Also hands server.mjs what it needs from the app, so that the rules stay in TypeScript.
 */
import type { EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import stylesheet from './app.css?url'
import { firstRunPath, prepare } from './boot.server'
import { reviewCount } from './content/reviews.server'
import { store } from './db/main.server'
import { Document, ErrorMessage, errorKey } from './frame'
import { log, withoutIds } from './http/log.server'
import { NonceContext } from './http/nonce'
import { lessonAt } from './http/public-pages'
import { createReadyPages as readyPages } from './http/ready-pages.server'
import { type View, viewOf } from './http/view'
import { ViewContext } from './http/view-context'
import { translator } from './i18n/config'

export { env } from './env.server'
export { contentSecurityPolicy, refusal } from './http/door'
export { ADDRESS_HEADER } from './http/origin'
export { readView } from './http/view'
export { firstRunPath, log, prepare, withoutIds }

/** Public pages, kept whole. What reviewers said of a lesson stands on it, so it is made anew after each review. */
export const createReadyPages = (render: (request: Request) => Promise<Response>) =>
  readyPages(render, async (path) => {
    const moduleId = lessonAt(path)
    return moduleId === null ? '' : String(await reviewCount(store, moduleId, Date.now()))
  })

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: { nonce?: string },
) {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (status === 405) headers.set('Allow', 'GET, HEAD')
  const page = <RemixServer context={context} url={request.url} />
  return new Response(renderDocument(page, viewOf(request), nonce), { status, headers })
}

/** Our own mistakes go to the log; what a visitor did wrong does not. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ err: error, path: withoutIds(new URL(request.url).pathname) }, 'request failed')
}

/** A whole error page for what is refused before Remix sees it: too large, too fast, from elsewhere. */
export function renderErrorPage(status: number, view: View): string {
  const title = translator(view.locale).t(`error.${errorKey(status)}.title`)
  return renderDocument(
    <Document path="/" title={title} stylesheet={stylesheet}>
      <ErrorMessage status={status} />
    </Document>,
    view,
  )
}

function renderDocument(page: ReactElement, view: View, nonce?: string): string {
  const markup = renderToStaticMarkup(
    <NonceContext.Provider value={nonce}>
      <ViewContext.Provider value={view}>{page}</ViewContext.Provider>
    </NonceContext.Provider>,
  )
  return `<!DOCTYPE html>${markup}`
}
