// "None of these" and the other options of a question exclude each other: ticking one takes the mark off the others.
document.addEventListener(
  'change',
  ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked || !target.form) return
    for (const other of target.form.elements) {
      if (!(other instanceof HTMLInputElement) || other === target || other.name !== target.name) continue
      if ('alone' in target.dataset || 'alone' in other.dataset) other.checked = false
    }
  },
  // Before anybody else hears of the change and keeps what is ticked.
  true,
)

export {}
