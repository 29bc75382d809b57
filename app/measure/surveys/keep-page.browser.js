// Keeps the field page and all it loads on this device, so that it opens without a network.
const stored = document.querySelector('[data-queue-stored]')
const queue = document.querySelector('[data-queue]')
const words = JSON.parse((queue instanceof HTMLElement && queue.dataset.words) || '{}')
if ('serviceWorker' in navigator && 'caches' in window) keepPage().catch(() => {})

async function keepPage() {
  await navigator.serviceWorker.register('/desk/interviews/worker.js', { scope: '/desk/interviews/' })
  await navigator.serviceWorker.ready
  const response = await fetch(location.pathname, { credentials: 'same-origin' })
  if (!response.ok || response.redirected) return
  const cache = await caches.open('zhihuo-field')
  const loaded = [...document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=icon]')].map((element) =>
    String(element.getAttribute('src') || element.getAttribute('href')),
  )
  const wanted = new Set(loaded.concat(location.pathname).map((path) => new URL(path, location.href).href))
  await cache.put(location.pathname, response)
  await cache.addAll([...new Set(loaded)])
  // Files of an older version of the page.
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request)
  if (stored) stored.textContent = words.stored
}

export {}
