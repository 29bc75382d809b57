// Remembers the choices of an unfinished survey on this device, so that a reload or a lost link loses nothing.
const form = document.querySelector('form[data-draft]')
if (form instanceof HTMLFormElement) enable(form)

/** @param {HTMLFormElement} form */
function enable(form) {
  const key = `zhihuo-survey-${form.dataset.draft}`
  const state = form.querySelector('[data-state]')
  const kept = read(key)
  for (const input of form.querySelectorAll('input[type=radio]'))
    if (input instanceof HTMLInputElement && kept[input.name] === input.value) input.checked = true
  form.addEventListener('change', () => {
    const choices = Object.fromEntries([...new FormData(form)].filter(([name]) => name.startsWith('item.')))
    try {
      localStorage.setItem(key, JSON.stringify(choices))
      if (state) state.textContent = form.dataset.kept ?? ''
    } catch {
      // Private browsing may forbid storing; the choices are still in the form.
    }
  })
}

/**
 * @param {string} key
 * @returns {Record<string, string>}
 */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}

export {}
