/** Numbers of identity documents. The platform needs none: whoever reads one hashes it and lets it go. */
import type { Cell } from '#app/sheets/cell'
import { isPossibleBirth } from './birth'
import { cellText, plainText } from './cell-text'
import { calendarDay } from './days'
import { empty, faulty, given, type Reading } from './problems'

/** `number` to be hashed and dropped; null where the file shows only its end. `birth` and `sex` only from a resident's number. */
export type IdNumber = {
  number: string | null
  tail: string
  birth: { year: number; day: string } | null
  sex: 'female' | 'male' | null
}

const LOST_FROM = 1e14
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i
/** Passports, permits of Hong Kong and Macao, residence permits of foreigners: letters, then digits. */
const OTHER_DOCUMENT = /^[A-Z]{1,3}\d{6,12}$/

/**
 * The number in a cell. Excel keeps 15 digits of a number, so a number cell as long as an ID has lost its end
 * (`idLostDigits`), as has 4.40105E+17. A number of 15 digits from before 1999 becomes that of 18 digits.
 */
export function idNumberOf(cell: Cell, today: string): Reading<IdNumber> {
  if (cellText(cell) === '') return empty
  if (typeof cell === 'number') return faulty(cell >= LOST_FROM ? 'idLostDigits' : 'idNotAnId')
  if (typeof cell !== 'string') return faulty('idNotAnId')
  const text = plainText(cell)
    .replace(/[\s\-‐‑–—]/g, '')
    .toUpperCase()
  if (SCIENTIFIC.test(text)) return faulty('idLostDigits')
  if (/^\d{0,14}\*+\d{3}[\dX]$/.test(text)) return given(withoutBirth(null, text))
  if (OTHER_DOCUMENT.test(text)) return given(withoutBirth(text, text))
  if (/^\d{15}$/.test(text)) return residentNumber(withCheckDigit(`${text.slice(0, 6)}19${text.slice(6)}`), today)
  if (!/^\d{17}[\dX]$/.test(text))
    return faulty(/^\d{16,}$/.test(text) && isRounded(text) ? 'idLostDigits' : 'idNotAnId')
  if (withCheckDigit(text.slice(0, 17)) !== text) return faulty(isRounded(text) ? 'idLostDigits' : 'idCheckDigit')
  return residentNumber(text, today)
}

/** Seventeen digits with the eighteenth: GB 11643-1999, check digit after ISO 7064 MOD 11-2. */
export function withCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0)
  return `${digits}${'10X98765432'[sum % 11]}`
}

function residentNumber(number: string, today: string): Reading<IdNumber> {
  const [year, month, date] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number)
  const day = calendarDay(year ?? 0, month ?? 0, date ?? 0)
  if (day === null || !isPossibleBirth({ year: Number(day.slice(0, 4)), day }, today)) return faulty('idNotAnId')
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return given({ number, tail: number.slice(-4), birth: { year: Number(day.slice(0, 4)), day }, sex })
}

const withoutBirth = (number: string | null, text: string): IdNumber => ({
  number,
  tail: text.slice(-4),
  birth: null,
  sex: null,
})

const isRounded = (text: string) => text.endsWith('000')

/** The last four in a column of their own. A number cell has lost the zeros at its front. */
export function idTailOf(cell: Cell): Reading<string> {
  if (cellText(cell) === '') return empty
  const text = plainText(cell).replace(/\s/g, '').toUpperCase()
  const tail = typeof cell === 'number' ? text.padStart(4, '0') : text
  return /^\d{3}[\dX]$/.test(tail) ? given(tail) : faulty('idTailNotFour')
}
