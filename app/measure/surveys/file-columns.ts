/** What the titles and the cells of a finished survey's columns say against the items they are chosen for. Pure. */
import type { Instrument } from '#app/content/schema'
import { itemIdsOf } from './answer-sheet'
import type { AnswerReader } from './file-answer'
import type { FileDoubt, TableFault } from './file-fault'
import { itemTarget, type Mapping, namedItems, numberInTitle } from './file-mapping'
import type { FileTable } from './file-table'

type Column = { at: number; column: number; title: string; itemId: string; item: number }

const chosenColumns = ({ titles }: FileTable, mapping: Mapping, instrument: Instrument): Column[] =>
  itemIdsOf(instrument).flatMap((itemId, place): Column[] => {
    const at = mapping.get(itemTarget(itemId))
    return typeof at === 'number' ? [{ at, column: at + 1, title: titles[at] ?? '', itemId, item: place + 1 }] : []
  })

/** A title that is the whole text or the id of another item: it or the mapping is wrong. */
export function otherTitles(table: FileTable, mapping: Mapping, instrument: Instrument): TableFault[] {
  return chosenColumns(table, mapping, instrument).flatMap(({ column, title, item }): TableFault[] => {
    const named = namedItems(title, instrument)
    const [names] = named
    if (names === undefined || named.includes(item)) return []
    return [{ problem: 'otherTitle', column, title, item, names }]
  })
}

/** As few as are no slip of the pen, and one in so many of those who answered. */
const FEWEST = 3
const ONE_IN = 20

/** What surveys write where nobody answered: no letters of another item, and named row by row. */
const MISSING_CODES = new Set(['0', '8', '9', '88', '98', '99'])

/** Letters and numbers that the item does not have, in more cells than slips of the pen explain. */
export function beyondOptions(
  table: FileTable,
  mapping: Mapping,
  instrument: Instrument,
  read: AnswerReader,
): TableFault[] {
  return chosenColumns(table, mapping, instrument).flatMap(({ at, column, title, itemId, item }): TableFault[] => {
    const cells = table.rows.map((row) => row.cells[at] ?? '')
    const said = cells.map((cell) => ({ cell, answer: read(itemId, cell) }))
    const answered = said.filter(({ answer }) => answer.options === null || answer.how !== 'blank').length
    const beyond = said
      .filter(({ answer }) => answer.options === null)
      .map(({ cell }) => cell.normalize('NFKC').trim().toUpperCase())
      .filter((cell) => /^(\(?[A-Z]\)?|\d{1,2})[.、:)]?$/u.test(cell) && !MISSING_CODES.has(cell))
    if (beyond.length < FEWEST || ONE_IN * beyond.length < answered) return []
    const some = [...new Set(beyond)].toSorted().slice(0, 3).join(' ')
    return [{ problem: 'beyond', column, title, item, cells: beyond.length, said: some }]
  })
}

const MANY = 10

/** Titles that are nothing but the number of another item, and core columns in which nobody wrote anything. */
export function columnDoubts(table: FileTable, mapping: Mapping, instrument: Instrument): FileDoubt[] {
  const chosen = chosenColumns(table, mapping, instrument)
  const isBlank = ({ at, itemId }: Column) =>
    Object.hasOwn(instrument.items, itemId) &&
    table.rows.length >= MANY &&
    table.rows.every(({ cells }) => (cells[at] ?? '') === '')
  const hasOtherNumber = ({ title, item }: Column) => {
    const number = numberInTitle(title)
    return number !== null && number !== item
  }
  const doubts: FileDoubt[] = [
    { doubt: 'number', columns: chosen.filter(hasOtherNumber).map(({ column }) => column) },
    { doubt: 'blank', columns: chosen.filter(isBlank).map(({ column }) => column) },
  ]
  return doubts.filter(({ columns }) => columns.length > 0)
}
