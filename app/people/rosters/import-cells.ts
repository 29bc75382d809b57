/** The cells of a row as one text, to be sealed, and back: days stay days and numbers numbers. */
import { z } from 'zod'
import type { Cell } from '#app/sheets/cell'

const stored = z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ day: z.iso.datetime() })]))

/** JSON; a day becomes { day }. */
export const cellsAsText = (cells: Cell[]): string =>
  JSON.stringify(cells.map((cell) => (cell instanceof Date ? { day: cell.toISOString() } : cell)))

/** The cells again; none when the text is not one of ours. */
export function cellsFromText(text: string): Cell[] {
  const parsed = stored.safeParse(JSON.parse(text))
  if (!parsed.success) return []
  return parsed.data.map((cell) => (cell !== null && typeof cell === 'object' ? new Date(cell.day) : cell))
}
