// Signing out on a device that still holds answers that were not sent asks first; then the kept field page goes.
for (const form of document.querySelectorAll('form[data-unsent]'))
  if (form instanceof HTMLFormElement)
    form.addEventListener('submit', (event) => {
      const waiting = Object.keys(localStorage).filter((key) => /^zhihuo-field-.*-queue-/.test(key)).length
      if (waiting > 0 && !confirm((form.dataset.unsent || '').replace('#', String(waiting)))) {
        event.preventDefault()
        return
      }
      if ('caches' in window) caches.delete('zhihuo-field')
    })

export {}
