/** Finds the header of a roster and what its columns hold, in any order and under any usual title. */
import type { Cell, SheetRow } from '#app/sheets/cell'
import { cellText, cutText } from './cell-text'
import { meaningOf, type RosterField, type TitleMeaning } from './column-titles'

/** A column as it is used: `index` from 0, `title` as it stands in the file; `field` null: not used. */
export type UsedColumn = { index: number; title: string; field: RosterField | null }

/** `spareOf`: the field it would hold, had not another column a better title for it. */
export type Column = UsedColumn & { spareOf: RosterField | null }

/** The row number of the header in the file, and every column that has a title. */
export type Header = { row: number; columns: Column[] }

const ROWS_ABOVE = 10
const TITLE_LENGTH = 40

/**
 * The header among the first ten rows: the one that names most fields, 姓名 among them. A row with one or two filled
 * cells is the title of the sheet, unless each cell is the title of a column. Null when no row is a header.
 */
export function findHeader(rows: readonly SheetRow[]): Header | null {
  let best: Header | null = null
  for (const row of rows.slice(0, ROWS_ABOVE)) {
    const columns = columnsOf(row.cells)
    const known = columns.filter(({ field, spareOf }) => field !== null || spareOf !== null).length
    const isTitle = columns.length <= 2 && known < columns.length
    if (isTitle || !columns.some(({ field }) => field === 'name')) continue
    if (best === null || usedCount(columns) > usedCount(best.columns)) best = { row: row.number, columns }
  }
  return best
}

/** The header typed again further down, or nothing in any column that is used (a running number alone): no person. */
export function isNobody(row: SheetRow, columns: readonly UsedColumn[]): boolean {
  const used = columns.filter(({ field }) => field !== null && field !== 'errorReason')
  const texts = used.map(({ index }) => shownTitle(row.cells[index] ?? null))
  const isBlank = texts.every((text) => text === '')
  const isHeaderAgain = texts.every((text, at) => text === '' || text === used[at]?.title)
  return isBlank || isHeaderAgain
}

function columnsOf(cells: readonly Cell[]): Column[] {
  const titled = cells
    .map((cell, index) => ({ index, title: shownTitle(cell), meaning: meaningOf(cellText(cell)) }))
    .filter(({ title }) => title !== '')
  const best = new Map<RosterField, { index: number; meaning: TitleMeaning }>()
  for (const { index, meaning } of titled) {
    const rival = meaning && best.get(meaning.field)
    if (meaning && (!rival || meaning.rank < rival.meaning.rank)) best.set(meaning.field, { index, meaning })
  }
  return titled.map(({ index, title, meaning }) => {
    const field = meaning?.field ?? null
    const isBest = field !== null && best.get(field)?.index === index
    return { index, title, field: isBest ? field : null, spareOf: isBest ? null : field }
  })
}

const shownTitle = (cell: Cell): string => cutText(cellText(cell).replace(/\s+/g, ' '), TITLE_LENGTH)

const usedCount = (columns: readonly Column[]): number => columns.filter(({ field }) => field !== null).length
