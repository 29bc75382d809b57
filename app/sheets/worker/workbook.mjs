/** What an .xlsx file says about itself: its sheets, its shared texts, which formats are days. */
import { isDayFormat } from './day-format.mjs'
import { Refused } from './refused.mjs'
import { textOf } from './text-escapes.mjs'
import { xmlReader } from './xml.mjs'

/**
 * @typedef {import('./zip.mjs').Zip} Zip
 * @typedef {import('./xml.mjs').XmlHandler} XmlHandler
 * @typedef {{ name: string, path: string }} SheetPart
 * @typedef {{ texts: string[], isDay: boolean[], from1904: boolean }} Shared
 */

/** @param {Zip} zip @param {number} mostBytes of one part that is kept */
export async function readWorkbook(zip, mostBytes) {
  if (!zip.has('xl/workbook.xml')) throw new Refused('not-a-sheet')
  const targets = await readTargets(zip, mostBytes)
  /** @type {SheetPart[]} */
  const visible = []
  let from1904 = false
  await readPart(zip, 'xl/workbook.xml', mostBytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      const { name: title = '', state = 'visible' } = attributes
      const path = targets.get(relationId(attributes))
      if (path && state === 'visible') visible.push({ name: title, path })
    },
  })
  return { visible, from1904 }
}

/** r:id, whatever letter stands for its namespace. @param {import('./xml.mjs').Attributes} attributes */
const relationId = (attributes) => attributes[Object.keys(attributes).find((name) => /(^|:)id$/.test(name)) ?? ''] ?? ''

/** @param {Zip} zip @param {number} mostBytes @param {boolean} from1904 @returns {Promise<Shared>} */
export async function readShared(zip, mostBytes, from1904) {
  return { texts: await readTexts(zip, mostBytes), isDay: await readFormats(zip, mostBytes), from1904 }
}

/** Relation id → path of a worksheet; charts and macro sheets are left out. @param {Zip} zip @param {number} mostBytes */
async function readTargets(zip, mostBytes) {
  /** @type {Map<string, string>} */
  const targets = new Map()
  await readPart(zip, 'xl/_rels/workbook.xml.rels', mostBytes, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const { Id = '', Target = '', Type = '' } = attributes
      if (!Type.endsWith('/worksheet')) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

/** The shared texts; runs of a rich text are joined, readings (phonetic runs) left out. @param {Zip} zip @param {number} mostBytes */
async function readTexts(zip, mostBytes) {
  /** @type {string[]} */
  const texts = []
  let text = ''
  let isWanted = false
  let isReading = false
  await readPart(zip, 'xl/sharedStrings.xml', mostBytes, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isWanted = !isReading
    },
    text: (piece) => {
      if (isWanted) text += piece
    },
    close: (name) => {
      if (name === 't') isWanted = false
      else if (name === 'rPh') isReading = false
      else if (name === 'si') texts.push(textOf(text))
    },
  })
  return texts
}

/** For each cell format whether it shows a day. @param {Zip} zip @param {number} mostBytes */
async function readFormats(zip, mostBytes) {
  /** @type {Map<number, string>} */
  const codes = new Map()
  /** @type {number[]} */
  const used = []
  let isInCells = false
  await readPart(zip, 'xl/styles.xml', mostBytes, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCells = true
      else if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'xf' && isInCells) used.push(Number(attributes.numFmtId ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return used.map((id) => isDayFormat(id, codes.get(id)))
}

/** @param {Zip} zip @param {string} path @param {number} mostBytes @param {Partial<XmlHandler>} handler */
async function readPart(zip, path, mostBytes, { open = ignore, text = ignore, close = ignore }) {
  if (!zip.has(path)) return
  const xml = xmlReader({ open, text, close })
  for await (const piece of zip.read(path, mostBytes)) xml.write(piece)
  xml.end()
}

const ignore = () => {}

/** @param {string | undefined} value */
export const isTrue = (value) => value === '1' || value === 'true'
