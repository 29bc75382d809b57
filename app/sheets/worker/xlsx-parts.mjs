/** The parts of an .xlsx file beside its sheets (ECMA-376 part 1), as short as Excel, WPS and LibreOffice accept them. */
import { storedText } from './text-escapes.mjs'

const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OPC = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** @param {number} count @param {(number: number) => string} write */
const each = (count, write) => Array.from({ length: count }, (_, at) => write(at + 1)).join('')

/** @param {number} sheetCount */
export const contentTypes = (sheetCount) =>
  `${START}<Types xmlns="${OPC}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each(
    sheetCount,
    (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )}</Types>`

export const relations = `${START}<Relationships xmlns="${OPC}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

/** @param {string[]} names */
export const workbook = (names) =>
  `${START}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
    .map((name, at) => `<sheet name="${storedText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

/** @param {number} sheetCount */
export const workbookRelations = (sheetCount) =>
  `${START}<Relationships xmlns="${OPC}/relationships">${each(
    sheetCount,
    (number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )}<Relationship Id="rId${sheetCount + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

/** Where the four styles of each look begin: text, number, day, day with time. Style 0 is what a cell without one has. */
export const LOOKS = { plain: 1, red: 5, bold: 9, quiet: 13, head: 9 }

const FONT_END = '<name val="宋体"/><charset val="134"/></font>'
const FONTS = [
  `<font><sz val="11"/>${FONT_END}`,
  `<font><sz val="11"/><color rgb="FFC00000"/>${FONT_END}`,
  `<font><b/><sz val="11"/>${FONT_END}`,
  `<font><sz val="11"/><color rgb="FF7F7F7F"/>${FONT_END}`,
]
/** The built-in formats for text and for numbers, then the two days that STYLES defines. */
const FORMATS = [49, 0, 164, 165]

/** @param {number} fontId */
const styles = (fontId) =>
  FORMATS.map(
    (id) =>
      `<xf numFmtId="${id}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  ).join('')

export const STYLES = `${START}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="${FONTS.length}">${FONTS.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="17"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${FONTS.map((_, id) => styles(id)).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
