// Orders the options of the field page anew for each unit that is opened; the same unit always sees the same order, and
// 不清楚 stays last. The same numbers as app/statistics/seeded-random.ts.
document.addEventListener('zhihuo-unit-opened', (event) => {
  const random = numbersFrom(/** @type {CustomEvent} */ (event).detail)
  for (const options of document.querySelectorAll('[data-place] [data-shuffled]')) shuffle(options, random)
})

/** @param {Element} options @param {() => number} random */
function shuffle(options, random) {
  const unsure = options.lastElementChild
  const order = [...options.children].slice(0, -1)
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    const held = order.splice(chosen, 1, /** @type {Element} */ (order[last]))
    order.splice(last, 1, ...held)
  }
  for (const option of order) options.insertBefore(option, unsure)
}

/** @param {string} seed @returns {() => number} */
function numbersFrom(seed) {
  let state = 0x811c9dc5
  for (const unit of seed) state = Math.imul(state ^ unit.charCodeAt(0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export {}
