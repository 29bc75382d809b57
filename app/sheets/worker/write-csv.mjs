/** @typedef {import('../write-sheet.server').OutCell} OutCell */

/**
 * UTF-8 with a mark at the start, without which Chinese Excel reads GBK; CRLF as RFC 4180 has it.
 * @param {(question: unknown) => Promise<OutCell[][] | null>} ask the next rows
 */
export async function writeCsv(ask) {
  const pieces = [Buffer.from('\ufeff')]
  for (let rows = await ask('rows'); rows; rows = await ask('rows'))
    pieces.push(Buffer.from(rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')))
  return Buffer.concat(pieces)
}

/** @param {OutCell} cell @returns {string} */
function fieldOf(cell) {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$|\.\d+Z$/, '')
      .replace('T', ' ')
  if (typeof cell === 'object') return fieldOf(cell.value)
  const text = withoutFormula(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet would run a text that begins so as a formula (OWASP, CSV injection). @param {string} text */
const withoutFormula = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
