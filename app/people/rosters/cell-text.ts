import type { Cell } from '#app/sheets/cell'

/** Zero-width signs, marks of direction and other signs that nobody sees and that travel along when a cell is copied. */
const INVISIBLE = /\p{Cf}/gu

/** What a person sees in a cell, without invisible signs and without space at its ends; empty for an empty cell. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).replace(INVISIBLE, '').trim()
}

/** No keyword and no number is longer; an endless text would make patterns slow. */
const MOST_SIGNS = 200

/** The same for digits and keywords: full-width signs become plain ones, and the apostrophe that makes Excel keep a text is dropped. */
export const plainText = (cell: Cell): string =>
  cellText(cell)
    .slice(0, MOST_SIGNS)
    .normalize('NFKC')
    .replace(/^['’‘`]+/, '')
    .trim()

/** At most so many code points; a text that is cut ends with a sign that says so. */
export function cutText(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}
