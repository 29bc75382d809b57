import type { SheetRow } from '#app/sheets/cell'
import { readSheet } from '#app/sheets/read-sheet.server'
import type { Refusal } from '#app/sheets/refusal'
import { type Fault, MOST_ROWS } from './import-fault'

export type TakenSheet =
  | { ok: true; rows: SheetRow[]; sheetName: string | null; faults: Fault[] }
  | { ok: false; refusal: Refusal }

/** All rows of one sheet: the first of these names that is there, else the first. Too many are a fault, not a crash. */
export async function takeRows(bytes: Uint8Array, sheetNames: string[]): Promise<TakenSheet> {
  const rows: SheetRow[] = []
  const read = await readSheet(
    bytes,
    async (batch) => {
      if (rows.length <= MOST_ROWS) rows.push(...batch)
    },
    { sheetNames },
  )
  if (!read.ok) return read
  const sheetName = read.sheetName?.trim() ?? null
  if (read.rowCount <= MOST_ROWS) return { ok: true, rows, sheetName, faults: [] }
  const tooMany: Fault = {
    sheet: sheetName ?? '',
    row: null,
    column: '',
    value: String(read.rowCount),
    problem: 'tooManyRows',
    data: { most: MOST_ROWS },
  }
  return { ok: true, rows: rows.slice(0, 1), sheetName, faults: [tooMany] }
}
