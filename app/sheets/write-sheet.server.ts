import { sheetNames } from './sheet-names'
import { type Job, runInThread } from './thread.server'

/** A Date is written as the day, and the time if it has one, that its UTC fields show. */
export type OutCell = string | number | Date | null | { value: string | number | null; look: 'red' | 'bold' | 'quiet' }

export type OutSheet = {
  name: string
  /** null: no header, the rows stand as they are. Widths in characters. */
  columns: { title: string; width?: number }[] | null
  rows: Iterable<OutCell[]> | OutCell[][]
}

const BATCH_ROWS = 500
const MOST_MILLISECONDS = 120_000

/**
 * An .xlsx file. Every text has the format "text", so that long numbers and what looks like a formula stay as they are;
 * the header is bold and frozen. Names of sheets are made fit where Excel would refuse them.
 */
export async function writeSheet(sheets: OutSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const heads = sheets.map(({ columns }, at) => ({ name: names[at] ?? '', columns }))
  const sources = sheets.map(({ rows }) => batches(rows))
  return write({ kind: 'write-xlsx', sheets: heads }, (at: number) => sources[at]?.next().value ?? null)
}

/**
 * A CSV file as Chinese Excel opens it: UTF-8 with a mark, CRLF. A text that a spreadsheet would run as a formula gets
 * a leading apostrophe, so it is not read back unchanged: offer .xlsx first.
 */
export async function writeCsv(rows: OutCell[][]): Promise<Uint8Array> {
  const source = batches(rows)
  return write({ kind: 'write-csv' }, () => source.next().value ?? null)
}

async function write(job: Job, nextRows: (at: number) => OutCell[][] | null): Promise<Uint8Array> {
  const ended = await runInThread<number, Uint8Array>(job, nextRows, MOST_MILLISECONDS)
  if (ended.how !== 'finished') throw new Error(`writing a sheet ended by ${ended.how}`)
  return ended.result
}

function* batches(rows: Iterable<OutCell[]>): Generator<OutCell[][], undefined> {
  let batch: OutCell[][] = []
  for (const row of rows) {
    batch.push(row.map(checked))
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function checked(cell: OutCell): OutCell {
  const value = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : cell
  const isSound = typeof value === 'number' ? Number.isFinite(value) : !(value instanceof Date) || isDay(value)
  if (!isSound) throw new Error(`a cell cannot hold ${value}`)
  return cell
}

/** From 1 January 1900 to the end of 9999, as far as a sheet can count. */
const isDay = (date: Date) => date >= new Date(Date.UTC(1900, 0, 1)) && date < new Date(Date.UTC(10_000, 0, 1))
