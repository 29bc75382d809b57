import type { Cell } from '#app/sheets/cell'
import { cellText, cutText } from './cell-text'
import type { RosterField } from './column-titles'
import type { Problem } from './problems'

/** What is wrong with a cell: its column as titled in the file, its value as shown (never a whole phone or ID number). */
export type Fault = { column: string | null; value: string | null; problem: Problem }

const MOST_SIGNS = 40

/** A cell as it may be shown and kept: at most 40 code points, long numbers with stars inside. Null for an empty cell. */
export function shownValue(field: RosterField, cell: Cell): string | null {
  const text = (isLongNumber(cell) ? asExcelShows(cell) : cellText(cell)).replace(/\s+/g, ' ')
  if (text === '') return null
  const isSecret = field === 'phone' || field === 'idNumber'
  const masked = isSecret
    ? text.replace(/(?<=\p{Nd})[\s\-–—]+(?=\p{Nd})/gu, '').replace(/\p{Nd}{7,}/gu, withStars)
    : // A day has eight digits and may be seen; a phone or an ID number in the wrong column may not.
      text.replace(/\p{Nd}{9,}/gu, withStars)
  return cutText(masked, MOST_SIGNS)
}

const withStars = (digits: string): string => {
  const signs = [...digits]
  return `${signs.slice(0, 3).join('')}${'*'.repeat(signs.length - 5)}${signs.slice(-2).join('')}`
}

/** Excel shows a number of twelve digits or more as 4.40105E+17. */
const isLongNumber = (cell: Cell): cell is number => typeof cell === 'number' && Math.abs(cell) >= 1e11
const asExcelShows = (number: number): string =>
  number
    .toExponential(5)
    .toUpperCase()
    .replace(/\.?0+E/, 'E')
