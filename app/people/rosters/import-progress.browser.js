// Moves the bar while a file is read and checked, and shows the page anew when that is done. Without it there is a link.
const place = document.querySelector('[data-progress]')

if (place instanceof HTMLElement && 'fetch' in window) watch(place)

/** @param {HTMLElement} place */
function watch(place) {
  const bar = place.querySelector('progress')
  const read = place.querySelector('[data-rows-read]')
  const checked = place.querySelector('[data-rows-checked]')
  const EVERY_MS = 700
  // A link that drops for a moment must not end it; after a while somebody should look for themselves.
  const MOST_FAILURES = 20
  const WORKING = ['reading', 'checking', 'applying']
  let failures = 0

  /** @param {{ status: string, rowsRead: number, rowsChecked: number }} now */
  function show(now) {
    if (WORKING.indexOf(now.status) === -1) return location.reload()
    if (read) read.textContent = String(now.rowsRead)
    if (checked) checked.textContent = String(now.rowsChecked)
    if (bar && now.status === 'checking') {
      bar.max = Math.max(1, now.rowsRead)
      bar.value = now.rowsChecked
    }
    setTimeout(ask, EVERY_MS)
  }

  function ask() {
    fetch(place.dataset.progress || '', { credentials: 'same-origin', cache: 'no-store' })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then((now) => {
        failures = 0
        show(now)
      })
      .catch(() => {
        failures += 1
        if (failures < MOST_FAILURES) setTimeout(ask, EVERY_MS * 3)
      })
  }

  setTimeout(ask, EVERY_MS)
}

export {}
