/** Faults of a mapping as a whole: columns chosen twice, core items without a column, columns that have slipped. Pure. */
import type { Instrument } from '#app/content/schema'
import { itemIdsOf } from './answer-sheet'
import type { AnswerReader } from './file-answer'
import { beyondOptions, columnDoubts, otherTitles } from './file-columns'
import type { FileDoubt, TableFault } from './file-fault'
import { letterDoubts, slippedLetters } from './file-letters'
import { itemTarget, type Mapping } from './file-mapping'
import type { FileTable } from './file-table'

/** All of them: the rows are looked at only when there is none. */
export function tableFaults(
  table: FileTable,
  mapping: Mapping,
  instrument: Instrument,
  read: AnswerReader,
): TableFault[] {
  return [
    ...columnsTwice(table, mapping),
    ...itemsMissing(mapping, instrument),
    ...otherTitles(table, mapping, instrument),
    ...shifted(table, mapping, instrument, read),
    ...beyondOptions(table, mapping, instrument, read),
    ...slippedLetters(table, mapping, instrument, read),
  ]
}

/** What is no fault and may yet be one. */
export const tableDoubts = (
  table: FileTable,
  mapping: Mapping,
  instrument: Instrument,
  read: AnswerReader,
): FileDoubt[] => [...columnDoubts(table, mapping, instrument), ...letterDoubts(table, mapping, instrument, read)]

function columnsTwice({ titles }: FileTable, mapping: Mapping): TableFault[] {
  const chosen = [...mapping.values()].filter((at) => at !== 'split')
  const twice = new Set(chosen.filter((at, place) => chosen.indexOf(at) !== place))
  return [...twice].map((at) => ({ problem: 'columnTwice', column: at + 1, title: titles[at] ?? '' }))
}

/** An item without a column would count as wrong for everybody, so the core must be whole. */
function itemsMissing(mapping: Mapping, { items }: Instrument): TableFault[] {
  const missing = Object.keys(items).flatMap((itemId, at) => (mapping.has(itemTarget(itemId)) ? [] : [at + 1]))
  return missing.length === 0 ? [] : [{ problem: 'itemsMissing', items: missing }]
}

/** As few as say anything about a column. */
const FEWEST = 3

/**
 * A column most of whose cells cannot be answers of its own item but are answers of another one. Letters fit every item
 * and do not count here (file-letters.ts).
 */
function shifted(
  { titles, rows }: FileTable,
  mapping: Mapping,
  instrument: Instrument,
  read: AnswerReader,
): TableFault[] {
  const items = itemIdsOf(instrument)
  return items.flatMap((itemId, place): TableFault[] => {
    const at = mapping.get(itemTarget(itemId))
    if (at === undefined || at === 'split') return []
    const cells = rows.map((row) => row.cells[at] ?? '').filter((cell) => isSaid(read(itemId, cell)))
    const shareOf = (other: string) => cells.filter((cell) => isWords(read(other, cell))).length / cells.length
    const strange = cells.filter((cell) => read(itemId, cell).options === null).length
    if (cells.length < FEWEST || 2 * strange <= cells.length) return []
    const [likest] = items
      .map((other, number) => ({ number: number + 1, share: other === itemId ? 0 : shareOf(other) }))
      .toSorted((one, other) => other.share - one.share)
    if (!likest || likest.share <= 0.5) return []
    return [{ problem: 'shifted', column: at + 1, title: titles[at] ?? '', item: place + 1, looksLike: likest.number }]
  })
}

const isSaid = (answer: ReturnType<AnswerReader>) => answer.options === null || answer.how !== 'blank'
const isWords = (answer: ReturnType<AnswerReader>) => answer.options !== null && answer.how === 'words'
