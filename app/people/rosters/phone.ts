/** Phones of a roster: Chinese mobiles, and landlines with their area code. */
import type { Cell } from '#app/sheets/cell'
import { cellText, plainText } from './cell-text'
import { empty, faulty, given, type Reading } from './problems'

/** `masked` is a phone as our own files show it, 138****5678: the file came back, and the phone is what it was. */
export type RowPhone = string | { masked: string }

const MOBILE = /^1[3-9]\d{9}$/
/** Area codes: 010 and 02x with eight digits, the others of four digits with seven or eight. */
const LANDLINE = /^(?:0(?:10|2\d)\d{8}|0[3-9]\d{2}\d{7,8})$/
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i
/** 1.38E+10 once it has become a number again. */
const ROUNDED = /^1\d{2}0{8}$/

/** The phone in a cell, as digits only: eleven for a mobile, with area code for a landline. */
export function phoneOf(cell: Cell): Reading<RowPhone> {
  if (cellText(cell) === '') return empty
  const isWhole = typeof cell === 'number' && Number.isInteger(cell) && cell > 0
  if (typeof cell !== 'string' && !isWhole) return faulty('phoneNotAPhone')
  const text = plainText(cell)
  if (SCIENTIFIC.test(text)) return faulty('phoneLostDigits')
  const signs = text.replace(/\.0+$/, '').replace(/[\s\-‐‑‒–—−().]/g, '')
  const mask = /^(\d{3})\*{3,6}(\d{4})$/.exec(signs)
  if (mask) return given({ masked: `${mask[1]}****${mask[2]}` })
  if (ROUNDED.test(signs)) return faulty('phoneLostDigits')
  const phone = nationalNumber(signs)
  return phone === null ? faulty('phoneNotAPhone') : given(phone)
}

function nationalNumber(signs: string): string | null {
  const [, prefix, digits = ''] = /^(\+86|0086|86(?=1[3-9]\d{9}$))?(\d+)$/.exec(signs) ?? []
  const mobile = digits.replace(/^0(?=1[3-9]\d{9}$)/, '')
  if (MOBILE.test(mobile)) return mobile
  // Abroad the area code loses its zero: +86 10 6954 1234.
  const landline = prefix && !digits.startsWith('0') ? `0${digits}` : digits
  return LANDLINE.test(landline) ? landline : null
}

/** A phone where it must not be shown whole: 138****5678. */
export const maskedPhone = (phone: string): string =>
  phone.length < 10 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** The last four digits, whole or masked. */
export const phoneTailOf = (phone: RowPhone | null): string | null =>
  phone === null ? null : (typeof phone === 'string' ? phone : phone.masked).slice(-4)
