// The field page of an interviewer: opens the questionnaire for the unit that is tapped, keeps every tap on this device,
// and puts what is finished into the queue (interview-queue.browser.js). Works without a network.
const root = document.querySelector('[data-field]')
if (root instanceof HTMLElement) enable(root)

/** @param {HTMLElement} root */
function enable(root) {
  const words = JSON.parse(root.dataset.words || '{}')
  const prefix = `zhihuo-field-${root.dataset.field}-`
  const list = /** @type {HTMLElement} */ (root.querySelector('[data-list]'))
  const place = /** @type {HTMLElement} */ (root.querySelector('[data-place]'))
  const units = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-unit]')])
  const serverStates = new Map(units.map((unit) => [unit, stateOf(unit).textContent]))

  /** @param {HTMLElement} unit */
  function stateOf(unit) {
    return /** @type {HTMLElement} */ (unit.querySelector('[data-unit-state]'))
  }

  /** Beside each unit, what this device knows of it; otherwise what the server said. */
  function showStates() {
    const queue = Object.keys(localStorage)
      .filter((key) => key.startsWith(`${prefix}queue-`))
      .map((key) => JSON.parse(localStorage.getItem(key) || '{}'))
    for (const unit of units) {
      const id = unit.dataset.unit || ''
      const mine = queue.filter((item) => item.entry.unitId === id)
      const hasSent = sessionStorage.getItem(`zhihuo-field-sent-${id}`)
      let text = serverStates.get(unit)
      if (hasSent) text = words.sent
      if (localStorage.getItem(`${prefix}draft-${id}`)) text = words.draft
      if (mine.length > 0) text = mine.some((item) => item.refused) ? words.refused : words.waiting
      stateOf(unit).textContent = text || ''
      const isDone = 'answered' in unit.dataset || hasSent === 'answers' || isQueued(mine)
      unit.setAttribute('aria-disabled', String(isDone))
    }
  }

  /** @param {{ entry: { kind: string } }[]} mine */
  function isQueued(mine) {
    return mine.some((item) => item.entry.kind === 'answers')
  }

  function close() {
    place.textContent = ''
    place.hidden = true
    list.hidden = false
    showStates()
  }

  /** @param {HTMLElement} unit */
  function open(unit) {
    const id = unit.dataset.unit || ''
    const template = root.querySelector(`[data-form-of="${unit.dataset.wave}"]`)
    if (!(template instanceof HTMLTemplateElement)) return
    place.textContent = ''
    place.append(template.content.cloneNode(true))
    const form = /** @type {HTMLFormElement} */ (place.querySelector('form'))
    fillIn(form, unit)
    const began = restore(form, `${prefix}draft-${id}`)
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('change', () => {
      keep(`${prefix}draft-${id}`, { began, fields: [...new FormData(form)] })
    })
    form.addEventListener('click', (event) => {
      const act = event.target instanceof HTMLElement ? event.target.dataset.act : undefined
      if (act === 'back') close()
      else if (act === 'visit') sendVisit(form, unit)
      else if (act) finish(form, unit, began, act === 'anyway')
    })
    list.hidden = true
    place.hidden = false
    const heading = form.querySelector('[data-code-here]')
    if (heading instanceof HTMLElement) heading.focus()
    scrollTo(0, place.offsetTop)
  }

  /** @param {HTMLFormElement} form @param {HTMLElement} unit */
  function fillIn(form, unit) {
    const heading = /** @type {HTMLElement} */ (form.querySelector('[data-code-here]'))
    heading.textContent = words.unit.replace('#', unit.dataset.code || '')
    const kish = unit.dataset.kish ? unit.dataset.kish.split(' ') : null
    form.querySelectorAll('[data-kish-cell]').forEach((cell, index) => {
      cell.textContent = kish ? kish[index] || '' : ''
    })
    const kishBox = form.querySelector('[data-kish-box]')
    if (kishBox instanceof HTMLElement) kishBox.hidden = !kish
    const who = form.querySelector('[data-again-who]')
    if (who) who.textContent = unit.dataset.again || ''
    // shuffle-options.browser.js orders them, the same way whenever this unit is opened.
    document.dispatchEvent(new CustomEvent('zhihuo-unit-opened', { detail: unit.dataset.unit }))
  }

  /** @param {HTMLFormElement} form @param {HTMLElement} unit */
  function sendVisit(form, unit) {
    const outcome = new FormData(form).get('outcome')
    const fault = /** @type {HTMLElement} */ (form.querySelector('[data-visit-fault]'))
    fault.textContent = outcome ? '' : words.outcome
    if (outcome) queue(unit, { kind: 'visit', outcome, eligible: null }, fault)
  }

  /** @param {HTMLFormElement} form @param {HTMLElement} unit @param {number} began @param {boolean} anyway */
  function finish(form, unit, began, anyway) {
    const fault = /** @type {HTMLElement} */ (form.querySelector('[data-fault]'))
    const given = new FormData(form)
    const age = String(given.get('age') || '').trim()
    const eligible = String(given.get('eligible') || '').trim()
    const ages = (form.dataset.ages || '').split(' ')
    fault.textContent = ''
    if (!/^\d{0,3}$/.test(age)) fault.textContent = words.age
    else if (age && (Number(age) < Number(ages[0]) || Number(age) > Number(ages[1])))
      fault.textContent = words.ageFrame.replace('##', ages[1]).replace('#', ages[0])
    else if (!/^([1-9]\d?)?$/.test(eligible)) fault.textContent = words.eligible
    if (fault.textContent) return
    const sheet = sheetOf(given)
    const items = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-item]')])
    const blank = items.filter((item) => !sheet[item.dataset.item || ''])
    for (const item of items) item.classList.toggle('border-amber', blank.indexOf(item) !== -1)
    const confirm = /** @type {HTMLElement} */ (form.querySelector('[data-act=anyway]'))
    if (blank.length > 0 && !anyway) {
      confirm.hidden = false
      fault.textContent = words.blank.replace('#', String(blank.length))
      return
    }
    const seconds = Math.round((Date.now() - began) / 1000)
    const entry = {
      kind: 'answers',
      mode: given.get('mode') || 'face',
      sheet,
      sex: given.get('sex') || null,
      age: age ? Number(age) : null,
      eligible: eligible ? Number(eligible) : null,
      isProxy: given.get('proxy') === 'yes',
      seconds: seconds >= 1 && seconds <= 86400 ? seconds : null,
    }
    queue(unit, entry, fault)
  }

  /** @param {HTMLElement} unit @param {object} entry @param {HTMLElement} fault */
  function queue(unit, entry, fault) {
    const unitId = unit.dataset.unit || ''
    const id = newId()
    const visits = Number(unit.dataset.visits) + 1
    const whole = Object.assign({ id, unitId, visits }, entry)
    if (!keep(`${prefix}queue-${id}`, { entry: whole, code: unit.dataset.code })) {
      fault.textContent = words.full
      return
    }
    unit.dataset.visits = String(visits)
    localStorage.removeItem(`${prefix}draft-${unitId}`)
    close()
    document.dispatchEvent(new Event('zhihuo-queued'))
  }

  for (const unit of units)
    unit.addEventListener('click', () => unit.getAttribute('aria-disabled') === 'true' || open(unit))
  document.addEventListener('zhihuo-queue-shown', showStates)
  showStates()
}

/** @param {FormData} given @returns {Record<string, string[]>} */
function sheetOf(given) {
  /** @type {Record<string, string[]>} */
  const sheet = {}
  for (const [name, value] of given) {
    if (name.indexOf('item.') !== 0 || typeof value !== 'string') continue
    sheet[name.slice(5)] = (sheet[name.slice(5)] || []).concat(value)
  }
  return sheet
}

/** Puts back what was kept of this form, and tells when it was first opened. @param {HTMLFormElement} form @param {string} key */
function restore(form, key) {
  const kept = JSON.parse(localStorage.getItem(key) || 'null')
  if (!kept) return Date.now()
  for (const [name, value] of kept.fields)
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (!(field instanceof HTMLInputElement)) continue
      if (field.type !== 'radio' && field.type !== 'checkbox') field.value = value
      else if (field.value === value) field.checked = true
    }
  return kept.began
}

/** A random UUID; crypto.randomUUID is younger than many phones. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] || 0) & 15) | 64
  bytes[8] = ((bytes[8] || 0) & 63) | 128
  const hex = [...bytes].map((byte) => `0${byte.toString(16)}`.slice(-2)).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** @param {string} key @param {object} value @returns {boolean} */
function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch (_) {
    return false
  }
}

export {}
