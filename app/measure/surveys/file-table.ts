/** The table in a file of a finished survey: its titles, and its rows as texts. Pure. */
import { z } from 'zod'
import type { Instrument } from '#app/content/schema'
import type { Cell, SheetRow } from '#app/sheets/cell'
import { guessMapping } from './file-mapping'

export const fileTable = z.object({
  titles: z.array(z.string()),
  rows: z.array(z.object({ number: z.number(), cells: z.array(z.string()) })),
})
export type FileTable = z.infer<typeof fileTable>

const ROWS_ABOVE = 10

/** The rows under the row that says most about this instrument, among the first ten; null when there is nothing under any. */
export function findFileTable(rows: SheetRow[], instrument: Instrument): FileTable | null {
  let best: { at: number; known: number; titles: string[] } | null = null
  for (const [at, { cells }] of rows.slice(0, ROWS_ABOVE).entries()) {
    const titles = cells.map(textOfCell)
    const known = guessMapping(titles, instrument).size
    if (best === null || known > best.known) best = { at, known, titles }
  }
  if (!best || best.known === 0) return null
  const { at, titles } = best
  const below = rows
    .slice(at + 1)
    .map(({ number, cells }) => ({ number, cells: titles.map((_, column) => textOfCell(cells[column] ?? null)) }))
  const filled = below.filter(({ cells }) => cells.some((text) => text !== ''))
  return filled.length === 0 ? null : { titles, rows: filled }
}

/** A cell as text; a moment keeps its time. */
function textOfCell(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.000Z$/, '')
      .replace('T', ' ')
  return typeof cell === 'string' ? cell.normalize('NFC').trim() : String(cell)
}

/** A column as a spreadsheet calls it: 0 is A, 26 is AA. */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26)
