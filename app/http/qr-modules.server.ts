import { create } from 'qrcode'

/** A QR code as squares: row by row, "1" dark and "0" light. */
export type QrModules = string[]

/** The QR code of a text, with enough spare squares for a smudged or folded print (level M: 15 %). */
export function qrModules(text: string): QrModules {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  return Array.from({ length: size }, (_, row) => [...data.slice(row * size, (row + 1) * size)].map(Number).join(''))
}
