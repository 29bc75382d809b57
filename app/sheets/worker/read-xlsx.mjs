import { dayOf } from './day-format.mjs'
import { Refused } from './refused.mjs'
import { LAST_ROW } from './rows.mjs'
import { textOf } from './text-escapes.mjs'
import { isTrue, readShared, readWorkbook } from './workbook.mjs'
import { xmlReader } from './xml.mjs'
import { openZip } from './zip.mjs'

/**
 * @typedef {import('../cell').Cell} Cell
 * @typedef {import('./workbook.mjs').Shared} Shared
 * @typedef {import('./workbook.mjs').SheetPart} SheetPart
 */

const LAST_COLUMN = 16_384
/** How much longer a text can be in the file than it is: _x000D_ for one character. */
const ESCAPED = 7

/**
 * Hands over the rows of one sheet: the first of the preferred names that is there and has content, else the first
 * visible one that has.
 * @param {Uint8Array} bytes
 * @param {string[]} preferred
 * @param {import('../limits').SheetLimits} limits
 * @param {import('./rows.mjs').Rows} rows
 * @returns {Promise<string>} the name of the sheet
 */
export async function readXlsx(bytes, preferred, limits, rows) {
  const zip = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits)
  const { visible, from1904 } = await readWorkbook(zip, limits.keptBytes)
  if (visible.length === 0) throw new Refused('no-sheet')
  const shared = await readShared(zip, limits.keptBytes, from1904)
  for (const { name, path } of inOrder(visible, preferred)) {
    if (!zip.has(path)) continue
    await readRows(zip.read(path), shared, limits, rows)
    if (rows.count() > 0) return name
  }
  throw new Refused('empty')
}

/** @param {SheetPart[]} visible @param {string[]} preferred */
function inOrder(visible, preferred) {
  const first = preferred.flatMap((wanted) => visible.find(({ name }) => name.trim() === wanted) ?? [])
  return new Set([...first, ...visible])
}

/**
 * @param {AsyncIterable<string>} pieces
 * @param {Shared} shared
 * @param {import('../limits').SheetLimits} limits
 * @param {import('./rows.mjs').Rows} rows
 */
async function readRows(pieces, shared, limits, rows) {
  /** @type {{ number: number, cells: Cell[] }[]} */
  const finished = []
  const xml = xmlReader(rowHandler(shared, limits, (row) => finished.push(row)))
  for await (const piece of pieces) {
    xml.write(piece)
    for (const { number, cells } of finished.splice(0)) {
      const sent = rows.add(number, cells)
      if (sent) await sent
    }
  }
  xml.end()
  await rows.send()
}

/**
 * Understands the elements of a sheet: row, c, its value v or its inline text t. A formula (f) is passed over, so that
 * what counts is the value that was stored with it.
 * @param {Shared} shared
 * @param {import('../limits').SheetLimits} limits
 * @param {(row: { number: number, cells: Cell[] }) => void} finish
 * @returns {import('./xml.mjs').XmlHandler}
 */
function rowHandler(shared, { columns: mostColumns, cellCharacters }, finish) {
  /** @type {Cell[]} */
  let cells = []
  let number = 0
  let column = 0
  let type = 'n'
  let style = 0
  let value = ''
  let isWanted = false
  let isReading = false

  return {
    open: (name, attributes) => {
      if (name === 'c') {
        const { r, t = 'n', s = '0' } = attributes
        column = r === undefined ? column + 1 : columnOf(r)
        if (column > LAST_COLUMN) throw new Refused('damaged')
        type = t
        style = Number(s)
        value = ''
      } else if (name === 'v' || name === 't') isWanted = !isReading
      else if (name === 'rPh') isReading = true
      else if (name === 'row') {
        number = nextNumber(number, attributes.r)
        column = 0
        cells = []
      }
    },
    text: (piece) => {
      if (isWanted) value += piece
      if (value.length > cellCharacters * ESCAPED) throw new Refused('damaged')
    },
    close: (name) => {
      if (name === 'v' || name === 't') isWanted = false
      else if (name === 'rPh') isReading = false
      else if (name === 'row') finish({ number, cells })
      else if (name === 'c') {
        const cell = cellOf(value, type, style, shared)
        if (cell === null) return
        if (column > mostColumns) throw new Refused('too-many-columns')
        while (cells.length < column) cells.push(null)
        cells[column - 1] = cell
      }
    },
  }
}

/** @param {number} last @param {string | undefined} written */
function nextNumber(last, written) {
  const number = written === undefined ? last + 1 : Number(written)
  if (!Number.isSafeInteger(number) || number <= last || number > LAST_ROW) throw new Refused('damaged')
  return number
}

/** AB12 → 28. @param {string} place */
function columnOf(place) {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  if (column < 1) throw new Refused('damaged')
  return column
}

/** @param {string} value @param {string} type @param {number} style @param {Shared} shared @returns {Cell} */
function cellOf(value, type, style, { texts, isDay, from1904 }) {
  if (value === '') return null
  if (type === 's') {
    const text = texts[Number(value)]
    if (text === undefined) throw new Refused('damaged')
    return text === '' ? null : text
  }
  if (type === 'b') return isTrue(value)
  const number = Number(value)
  if (type === 'n' && !Number.isNaN(number)) return isDay[style] ? dayOf(number, from1904) : number
  if (type === 'd' && !Number.isNaN(Date.parse(value))) return new Date(inUtc(value))
  return textOf(value)
}

/** A moment written out carries no zone; it is read as it is shown. @param {string} written */
const inUtc = (written) => (/T[\d:.]+$/.test(written) ? `${written}Z` : written)
