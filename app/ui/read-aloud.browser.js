// Reads a section aloud where the browser can. The buttons stay hidden where it cannot.
const speech = window.speechSynthesis

if (speech && 'SpeechSynthesisUtterance' in window) {
  for (const section of document.querySelectorAll('[data-read-aloud]')) enable(section)
  window.addEventListener('pagehide', () => speech.cancel())
}

/** @param {Element} section */
function enable(section) {
  const button = section.querySelector('[data-read-button]')
  const text = section.querySelector('[data-read-text]')
  const title = section.querySelector('h2')
  if (!(button instanceof HTMLButtonElement) || !text || !title) return
  const start = button.textContent ?? ''
  const reset = () => {
    button.textContent = start
    button.setAttribute('aria-pressed', 'false')
  }
  button.hidden = false
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    const wasReading = button.getAttribute('aria-pressed') === 'true'
    // Stops whatever is being read; its own end event puts its button back.
    speech.cancel()
    if (wasReading) return reset()
    // Short pieces: some phones stop after about 15 seconds of one utterance.
    const pieces = `${title.textContent}。${spokenText(text)}`.match(/[^。！？.!?]+[。！？.!?]*/g) ?? []
    pieces.forEach((piece, index) => {
      const utterance = new SpeechSynthesisUtterance(piece)
      utterance.lang = text.getAttribute('lang') ?? document.documentElement.lang
      utterance.rate = 0.9
      if (index === pieces.length - 1) utterance.onend = reset
      utterance.onerror = reset
      speech.speak(utterance)
    })
    button.textContent = button.dataset.stop ?? start
    button.setAttribute('aria-pressed', 'true')
  })
}

/**
 * The words of a section, with the text alternative of each picture in its place.
 * @param {Element} element
 */
function spokenText(element) {
  const parts = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof HTMLImageElement) parts.push(`${node.alt}。`)
    else if (node instanceof Text && !node.parentElement?.closest('[aria-hidden]')) parts.push(node.data)
  }
  return parts.join(' ')
}

export {}
