// Saves every tap. What cannot be sent waits in the browser's own store and goes out when the network is back.
// Raw answers only: grading is the server's.
const RETRY_MS = 5000
const form = document.querySelector('form[data-autosave]')
if (form instanceof HTMLFormElement) enable(form)

/** @param {HTMLFormElement} form */
function enable(form) {
  const { autosave = '', attempt = '', ...words } = form.dataset
  const key = `zhihuo-answers-${attempt}`
  const state = form.querySelector('[data-state]')
  const progress = form.querySelector('[data-progress]')
  const questions = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll('fieldset[data-question]')])
  /** @type {Record<string, { response: string[], sequence: number }>} */
  const waiting = readWaiting(key)
  let isSending = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry
  let isConfirmed = false

  for (const question of questions) {
    if (question.dataset.type === 'ordering') makeTappable(question)
    const id = question.dataset.question ?? ''
    const kept = waiting[id]
    if (kept && kept.sequence > Number(question.dataset.sequence)) {
      see(question, kept.sequence)
      show(question, kept.response)
    }
    question.addEventListener('change', () => {
      const sequence = Number(question.dataset.sequence) + 1
      see(question, sequence)
      waiting[id] = { response: responseOf(question), sequence }
      keepWaiting(key, waiting)
      updateProgress()
      send()
    })
  }
  window.addEventListener('online', send)
  form.addEventListener('submit', (event) => {
    if (event.submitter?.getAttribute('value') !== 'submit') return
    const blank = questions.filter((question) => responseOf(question).length === 0).length
    if (blank > 0 && !isConfirmed && !window.confirm((words.blankWarning ?? '').replace('#', String(blank)))) {
      event.preventDefault()
      return
    }
    isConfirmed = true
    // The form itself carries every answer, so that handing in saves what is still waiting.
    if (!navigator.onLine) {
      event.preventDefault()
      say(words.unsaved)
    }
  })
  updateProgress()
  send()

  async function send() {
    if (isSending) return
    isSending = true
    for (;;) {
      const [next] = Object.entries(waiting)
      if (!next) break
      const [questionId, answer] = next
      say(words.saving)
      const reply = await post(autosave, { questionId, ...answer })
      if (!reply) {
        say(words.offline)
        // Not every lost link is announced: a weak one, or a server that is restarting, never says "online".
        // One timer for all: every tap on a lost link would else begin a chain of its own.
        clearTimeout(retry)
        retry = setTimeout(send, RETRY_MS)
        break
      }
      // A newer tap may have come while this one was on its way: it stays in the queue.
      if (waiting[questionId]?.sequence === answer.sequence) delete waiting[questionId]
      keepWaiting(key, waiting)
      // Handed in on another device: show the result instead of collecting answers that cannot count.
      if (reply.status === 409) location.reload()
      if (reply.ok) adopt(questionId, await reply.json().catch(() => null))
      if (reply.ok && Object.keys(waiting).length === 0) say(words.saved)
    }
    isSending = false
  }

  /**
   * Another device may hold a newer answer: the page then shows that one instead of claiming to have saved its own.
   * @param {string} questionId
   * @param {{ response: string[], sequence: number } | null} kept null when the reply was cut off on its way
   */
  function adopt(questionId, kept) {
    const question = questions.find(({ dataset }) => dataset.question === questionId)
    if (!question || !kept || kept.sequence <= Number(question.dataset.sequence)) return
    see(question, kept.sequence)
    show(question, kept.response)
    updateProgress()
  }

  function updateProgress() {
    const answered = questions.filter((question) => responseOf(question).length > 0).length
    if (progress) progress.textContent = (words.answered ?? '').replace('#', String(answered))
  }

  /** @param {string | undefined} text */
  function say(text) {
    if (state) state.textContent = text ?? ''
  }
}

/**
 * The reply, or null when the network or the server is away for the moment.
 * @param {string} url
 * @param {object} body
 */
async function post(url, body) {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return reply.status >= 500 || reply.status === 429 ? null : reply
  } catch {
    return null
  }
}

/**
 * Which save of this answer the page shows; the form says so when it is handed in.
 * @param {HTMLFieldSetElement} question
 * @param {number} sequence
 */
function see(question, sequence) {
  question.dataset.sequence = String(sequence)
  const field = question.querySelector('[data-seen]')
  if (field instanceof HTMLInputElement) field.value = String(sequence)
}

/** @param {HTMLFieldSetElement} question */
function responseOf(question) {
  if (question.dataset.type !== 'ordering')
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll('input:checked'))].map(
      ({ value }) => value,
    )
  return stepsOf(question)
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id)
}

/** @param {HTMLFieldSetElement} question */
function stepsOf(question) {
  return /** @type {HTMLElement[]} */ ([...question.querySelectorAll('[data-step]')]).map((row) => {
    const select = /** @type {HTMLSelectElement} */ (row.querySelector('select'))
    return { row, select, id: row.dataset.step ?? '', place: Number(select.value) }
  })
}

/**
 * @param {HTMLFieldSetElement} question
 * @param {string[]} response
 */
function show(question, response) {
  if (question.dataset.type !== 'ordering') {
    for (const input of question.querySelectorAll('input')) input.checked = response.includes(input.value)
    return
  }
  for (const { select, id } of stepsOf(question)) select.value = String(response.indexOf(id) + 1 || '')
  question.dispatchEvent(new Event('order'))
}

/**
 * Turns the selects of an order into rows to tap in order: the first tap is step 1, and so on.
 * @param {HTMLFieldSetElement} question
 */
function makeTappable(question) {
  const box = /** @type {HTMLElement} */ (question.querySelector('[data-places]'))
  const hint = /** @type {HTMLElement} */ (question.querySelector('[data-hint]'))
  const reset = /** @type {HTMLButtonElement} */ (question.querySelector('[data-reset]'))
  hint.textContent = hint.dataset.tapHint ?? ''
  reset.hidden = false
  const buttons = stepsOf(question).map(({ row, select }) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'choice w-full text-left'
    const badge = document.createElement('span')
    badge.className = 'flex size-9 flex-none items-center justify-center rounded-full border-2 border-line font-bold'
    const text = document.createElement('span')
    const label = row.querySelector('span')
    text.lang = label?.lang ?? ''
    text.textContent = label?.firstChild?.textContent ?? ''
    button.append(badge, text)
    row.before(button)
    row.hidden = true
    button.addEventListener('click', () => {
      if (select.value) return
      select.value = String(stepsOf(question).filter(({ place }) => place > 0).length + 1)
      update()
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    return { button, badge, text, select }
  })
  reset.addEventListener('click', () => {
    for (const { select } of buttons) select.value = ''
    update()
    buttons[0]?.select.dispatchEvent(new Event('change', { bubbles: true }))
    buttons[0]?.button.focus()
  })
  question.addEventListener('order', update)
  update()

  function update() {
    for (const { button, badge, text, select } of buttons) {
      badge.textContent = select.value
      badge.classList.toggle('bg-ink', Boolean(select.value))
      badge.classList.toggle('text-white', Boolean(select.value))
      button.setAttribute('aria-pressed', String(Boolean(select.value)))
      const place = select.value ? (box.dataset.picked ?? '').replace('#', select.value) : ''
      button.setAttribute('aria-label', place ? `${text.textContent} ${place}` : (text.textContent ?? ''))
    }
  }
}

/** @param {string} key */
function readWaiting(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}

/**
 * @param {string} key
 * @param {object} waiting
 */
function keepWaiting(key, waiting) {
  try {
    if (Object.keys(waiting).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(waiting))
  } catch {
    // Private browsing may forbid storing; the answers are still in the form.
  }
}

export {}
