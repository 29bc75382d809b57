// Buttons that copy a text beside them or print the page: hidden where there is no script, or where it may not.
for (const button of document.querySelectorAll('[data-copy]')) {
  const source = document.getElementById(button.getAttribute('data-copy') ?? '')
  if (!(button instanceof HTMLButtonElement) || !source || !navigator.clipboard) continue
  const said = document.querySelector('[data-copied]')
  button.hidden = false
  button.addEventListener('click', () => {
    const text = source instanceof HTMLTextAreaElement ? source.value : (source.textContent ?? '')
    navigator.clipboard.writeText(text).then(
      () => {
        if (said) said.textContent = said.getAttribute('data-copied') ?? ''
      },
      () => {
        // Not allowed here: the text can still be selected.
        button.hidden = true
      },
    )
  })
}

for (const button of document.querySelectorAll('[data-print]')) {
  if (!(button instanceof HTMLButtonElement)) continue
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

export {}
