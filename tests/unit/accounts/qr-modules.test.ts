import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { qrModules } from '#app/http/qr-modules.server'
import { QrCode } from '#app/ui/qr-code'

test('a QR code is a square of dark and light, with the three marks at its corners', () => {
  const modules = qrModules('otpauth://totp/x?secret=ABC')
  const size = modules.length
  expect(modules.every((row) => row.length === size && /^[01]+$/.test(row))).toBe(true)
  expect((size - 17) % 4).toBe(0)
  for (const row of [0, 6]) {
    expect(modules[row]?.startsWith('1111111')).toBe(true)
    expect(modules[row]?.endsWith('1111111')).toBe(true)
    expect(modules[size - 7 + row]?.startsWith('1111111')).toBe(true)
  }
})

test('the picture has the border that scanners need and draws every dark square once', () => {
  const html = renderToStaticMarkup(QrCode({ modules: ['101', '011', '000'], label: 'a label' }))
  expect(html).toContain('viewBox="0 0 11 11"')
  expect(html).toContain('aria-label="a label"')
  expect(html).toContain('d="M4 4h1v1h-1zM6 4h1v1h-1zM5 5h2v1h-2z"')
})
