// Remembers what was chosen and typed in an unfinished survey on this device, so that a reload or a lost link loses
// nothing; forgets it once it has been sent.
const form = document.querySelector('form[data-draft]')
const sent = document.querySelector('[data-draft-sent]')
if (form instanceof HTMLFormElement) enable(form)
if (sent instanceof HTMLElement) localStorage.removeItem(keyOf(sent.dataset.draftSent))

/** @param {string | undefined} name */
function keyOf(name) {
  return `zhihuo-survey-${name}`
}

/** @param {HTMLFormElement} form */
function enable(form) {
  const key = keyOf(form.dataset.draft)
  const state = form.querySelector('[data-state]')
  const kept = read(key)
  for (const field of form.elements) restore(field, kept)
  form.addEventListener('change', () => {
    try {
      localStorage.setItem(key, JSON.stringify(choicesIn(form)))
      if (state) state.textContent = form.dataset.kept || ''
    } catch (_) {
      // Private browsing may forbid storing; the choices are still in the form.
    }
  })
}

/**
 * @param {Element} field
 * @param {Record<string, string[]>} kept
 */
function restore(field, kept) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  const values = kept[field.name]
  if (!values || field.name === 'id') return
  if (field.type === 'radio' || field.type === 'checkbox') {
    if (field instanceof HTMLInputElement && values.includes(field.value)) field.checked = true
    // When the form was first seen stays what it was; what the server sent back goes before what was kept.
  } else if (field.name === 'began' || (field.type !== 'hidden' && field.value === '')) field.value = values[0] || ''
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string[]>}
 */
function choicesIn(form) {
  /** @type {Record<string, string[]>} */
  const choices = {}
  for (const [name, value] of new FormData(form))
    if (name !== 'id' && typeof value === 'string') choices[name] = (choices[name] || []).concat(value)
  return choices
}

/**
 * @param {string} key
 * @returns {Record<string, string[]>}
 */
function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) || '{}')
    // Drafts of before had one value a field.
    for (const name of Object.keys(kept)) kept[name] = [].concat(kept[name])
    return kept
  } catch (_) {
    return {}
  }
}

export {}
