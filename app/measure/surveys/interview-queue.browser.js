// The queue of an interviewer's phone: each entry stands under a key of its own in localStorage, is sent when there is a
// network, tried again by itself, and deleted only when the server has confirmed it. What is refused stays, with the reason.
const box = document.querySelector('[data-queue]')
if (box instanceof HTMLElement) keepSending(box)

/** @param {HTMLElement} box */
function keepSending(box) {
  const prefix = `zhihuo-field-${box.dataset.queue}-queue-`
  const words = JSON.parse(box.dataset.words || '{}')
  const at = (/** @type {string} */ name) => /** @type {HTMLElement} */ (box.querySelector(`[data-${name}]`))
  const AGAIN_MS = 20000
  let isSending = false
  let state = 'waiting'

  /** @returns {{ key: string, entry: any, code: string, refused?: string }[]} */
  function kept() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    return keys.sort().map((key) => Object.assign({ key }, JSON.parse(localStorage.getItem(key) || '{}')))
  }

  function show() {
    const all = kept()
    const waiting = all.filter((item) => !item.refused)
    const refused = all.filter((item) => item.refused)
    const text = waiting.length === 0 ? words.none : words[state]
    at('queue-state').textContent = text.replace('#', String(waiting.length))
    at('refused').textContent = ''
    for (const item of refused) {
      const line = document.createElement('li')
      const kind = item.entry.kind === 'visit' ? words.visit : words.answers
      line.textContent = `${item.code} · ${kind} · ${words.reasons[item.refused || ''] || item.refused}`
      at('refused').append(line)
    }
    at('queue-send').hidden = all.length === 0
    at('queue-save').hidden = all.length === 0
    at('queue-sign-in').hidden = state !== 'signIn' || waiting.length === 0
    document.dispatchEvent(new Event('zhihuo-queue-shown'))
  }

  /** @param {{ key: string, entry: any, code: string }} item  @returns {Promise<string>} what to say while there are more */
  async function send(item) {
    const response = await fetch('/desk/interviews/send', {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(item.entry),
    })
    if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) return 'signIn'
    // Too fast, or the server is at fault: it will take it later.
    if (response.status === 429 || response.status >= 500) return 'waiting'
    if (response.ok) {
      localStorage.removeItem(item.key)
      sessionStorage.setItem(`zhihuo-field-sent-${item.entry.unitId}`, item.entry.kind)
      return 'sending'
    }
    const answer = await response.json().catch(() => ({}))
    const reason = answer.taken || 'unknownOption'
    localStorage.setItem(item.key, JSON.stringify({ entry: item.entry, code: item.code, refused: reason }))
    return 'sending'
  }

  /** @param {boolean} withRefused */
  async function sendAll(withRefused) {
    if (isSending) return
    isSending = true
    state = 'sending'
    show()
    try {
      for (const item of kept().filter((one) => withRefused || !one.refused)) {
        state = await send(item)
        if (state !== 'sending') break
        show()
      }
      if (state === 'sending') state = 'waiting'
    } catch (_) {
      state = 'offline'
    }
    isSending = false
    show()
  }

  function save() {
    const all = kept().map(({ entry, code, refused }) => ({ entry, code, refused }))
    const text = JSON.stringify(all, null, 2)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = `zhihuo-${new Date().toISOString().slice(0, 10)}.json`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  }

  at('queue-send').addEventListener('click', () => sendAll(true))
  at('queue-save').addEventListener('click', save)
  document.addEventListener('zhihuo-queued', () => sendAll(false))
  addEventListener('online', () => sendAll(false))
  setInterval(() => kept().some((item) => !item.refused) && sendAll(false), AGAIN_MS)
  sendAll(false)
}

export {}
