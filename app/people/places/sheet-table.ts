/** Finds the table in a sheet of places or organizations: titles above it are skipped, columns may stand in any order. */
import type { Cell, SheetRow } from '#app/sheets/cell'

/** A field with the titles its column may have; the first is the one that our own files write. */
export type Field = { titles: string[]; isNeeded?: boolean }

/** One row as texts by field; a column that is missing reads as empty. `dates` names fields that the sheet holds as a day. */
export type TableRow<Name extends string> = { number: number; texts: Record<Name, string>; dates: Name[] }

export type FoundTable<Name extends string> =
  | { found: true; rows: TableRow<Name>[] }
  | { found: false; missing: string[] }

const ROWS_ABOVE = 10

/** The rows under the first row that has every needed title; `missing` names those of the row that came closest. */
export function findTable<Name extends string>(rows: SheetRow[], fields: Record<Name, Field>): FoundTable<Name> {
  const names = Object.keys(fields) as Name[]
  let closest: Name[] | null = null
  for (const [at, { cells }] of rows.slice(0, ROWS_ABOVE).entries()) {
    const columns = columnsIn(cells, names, fields)
    const missing = names.filter((name) => fields[name].isNeeded && !columns.has(name))
    if (missing.length === 0) return { found: true, rows: readRows(rows.slice(at + 1), names, columns) }
    if (columns.size > 0 && (closest === null || missing.length < closest.length)) closest = missing
  }
  const missing = closest ?? names.filter((name) => fields[name].isNeeded)
  return { found: false, missing: missing.map((name) => firstTitle(fields[name])) }
}

/** Which column holds which field: by exact title, spaces and remarks in brackets aside. */
function columnsIn<Name extends string>(cells: Cell[], names: Name[], fields: Record<Name, Field>): Map<Name, number> {
  const titles = cells.map((cell) => plainTitle(textOf(cell)))
  const columns = new Map<Name, number>()
  for (const name of names) {
    // The first of its titles that is there: a code stands before a name where a sheet has both.
    const at = fields[name].titles.map((title) => titles.indexOf(plainTitle(title))).find((found) => found !== -1)
    if (at !== undefined) columns.set(name, at)
  }
  return columns
}

function readRows<Name extends string>(rows: SheetRow[], names: Name[], columns: Map<Name, number>): TableRow<Name>[] {
  return rows
    .map(({ number, cells }) => {
      const cellOf = (name: Name): Cell => cells[columns.get(name) ?? -1] ?? null
      return {
        number,
        texts: Object.fromEntries(names.map((name) => [name, textOf(cellOf(name))])) as Record<Name, string>,
        dates: names.filter((name) => cellOf(name) instanceof Date),
      }
    })
    .filter(({ texts }) => names.some((name) => texts[name] !== ''))
}

const firstTitle = ({ titles }: Field): string => titles[0] ?? ''

const plainTitle = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:]/g, '')
    .toLowerCase()

/** A cell as text: a code that stands as a number keeps all its digits. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' ? cell.normalize('NFC').trim() : String(cell)
}
