import { dayNumber } from './day-format.mjs'
import { storedText } from './text-escapes.mjs'
import { contentTypes, LOOKS, relations, STYLES, workbook, workbookRelations } from './xlsx-parts.mjs'
import { zipWriter } from './zip-writer.mjs'

/**
 * @typedef {import('../write-sheet.server').OutCell} OutCell
 * @typedef {import('../thread.server').SheetHead} SheetHead
 */

const MOST_ROWS = 1_048_576
const MOST_CHARACTERS = 32_767

/**
 * Packs each row as it comes. Texts stand in their cells and not in a shared list, so that nothing has to be kept.
 * @param {SheetHead[]} sheets
 * @param {(question: unknown) => Promise<OutCell[][] | null>} ask the next rows of the sheet with that number, null after the last
 */
export async function writeXlsx(sheets, ask) {
  const zip = zipWriter()
  await zip.add('[Content_Types].xml', [contentTypes(sheets.length)])
  await zip.add('_rels/.rels', [relations])
  await zip.add('xl/workbook.xml', [workbook(sheets.map(({ name }) => name))])
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)])
  await zip.add('xl/styles.xml', [STYLES])
  for (const [at, sheet] of sheets.entries())
    await zip.add(
      `xl/worksheets/sheet${at + 1}.xml`,
      sheetParts(sheet, () => ask(at)),
    )
  return zip.finish()
}

/** @param {SheetHead} sheet @param {() => Promise<OutCell[][] | null>} nextRows */
async function* sheetParts({ columns }, nextRows) {
  let rows = await nextRows()
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`
  if (columns) yield frozenHead + widths(columns, rows ?? [])
  yield '<sheetData>'
  let count = 0
  if (columns) {
    const titles = columns.map(({ title }) => title)
    count = 1
    yield rowOf(titles, count, LOOKS.head)
  }
  for (; rows; rows = await nextRows()) {
    const first = count + 1
    yield rows.map((cells, at) => rowOf(cells, first + at, LOOKS.plain)).join('')
    count += rows.length
    if (count > MOST_ROWS) throw new Error(`a sheet has at most ${MOST_ROWS} rows`)
  }
  yield '</sheetData></worksheet>'
}

const frozenHead =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

/**
 * A column without a number among its first rows is a text column as a whole: what somebody types below stays as typed.
 * @param {{ title: string, width?: number | undefined }[]} columns
 * @param {OutCell[][]} firstRows
 */
function widths(columns, firstRows) {
  if (columns.length === 0) return ''
  const cols = columns.map(({ title, width = widthFor(title) }, at) => {
    const hasNumber = firstRows.some((row) => typeof plain(row[at] ?? null).value === 'number')
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${hasNumber ? 0 : LOOKS.plain}"/>`
  })
  return `<cols>${cols.join('')}</cols>`
}

/** Room for the title; a Chinese character is as wide as two figures. @param {string} title */
const widthFor = (title) => Math.min(40, Math.max(10, title.replace(/[^\x20-\x7e]/gu, 'mm').length + 3))

/** @param {OutCell[]} cells @param {number} number @param {number} look */
const rowOf = (cells, number, look) =>
  `<row r="${number}">${cells.map((cell, at) => cellOf(cell, `${columnName(at)}${number}`, look)).join('')}</row>`

/** @param {OutCell} cell @param {string} place @param {number} rowLook @returns {string} */
function cellOf(cell, place, rowLook) {
  const { value, look } = plain(cell)
  const style = look === null ? rowLook : LOOKS[look]
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${place}" s="${style + 1}"><v>${value}</v></c>`
  if (value instanceof Date) {
    const hasTime = value.getTime() % 86_400_000 !== 0
    return `<c r="${place}" s="${style + (hasTime ? 3 : 2)}"><v>${dayNumber(value)}</v></c>`
  }
  const text = storedText(value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS - 1)}…` : value)
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** @param {OutCell} cell @returns {{ value: string | number | Date | null, look: 'red' | 'bold' | 'quiet' | null }} */
const plain = (cell) =>
  cell === null || typeof cell !== 'object' || cell instanceof Date ? { value: cell, look: null } : cell

/** 0 → A, 27 → AB. @param {number} at @returns {string} */
const columnName = (at) => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
