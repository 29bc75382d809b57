// Service worker of an interviewer's field page: without a network it answers with the page as it was last seen. It
// keeps that one page and what the page loads, and nothing else.
const CACHE = 'zhihuo-field'
const PAGE = '/desk/interviews/field'
const worker = /** @type {any} */ (self)

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const request = event.request
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(pageOf(request))
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg') event.respondWith(assetOf(request))
})

/** @param {Request} request */
async function pageOf(request) {
  const cache = await caches.open(CACHE)
  try {
    const response = await fetch(request)
    if (response.ok && !response.redirected) await cache.put(PAGE, response.clone())
    // Signed out, or no longer theirs: then the page that was kept is nobody's to see.
    else if (response.type === 'opaqueredirect' || response.status === 403) await cache.delete(PAGE)
    return response
  } catch (error) {
    const kept = await cache.match(PAGE, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

/** @param {Request} request */
async function assetOf(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  return kept || fetch(request)
}

export {}
