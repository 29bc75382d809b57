/** Reads text with separators, in whatever encoding Excel and WPS save it. */
import { isUtf8 } from 'node:buffer'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { separatorOf } from './csv-separator.mjs'
import { hasLinesOfUtf8 } from './mixed-lines.mjs'
import { Refused } from './refused.mjs'
import { LAST_ROW } from './rows.mjs'

/** @typedef {'utf-8' | 'gb18030' | 'utf-16le'} Encoding */

const PIECE_BYTES = 2 ** 16
/** Of one row. A quote that never closes would otherwise gather the whole file. */
const MOST_RECORD_CHARACTERS = 2 ** 21

/**
 * @param {Uint8Array} bytes
 * @param {import('./rows.mjs').Rows} rows
 * @returns {Promise<Encoding>}
 */
export async function readCsv(bytes, rows) {
  const encoding = encodingOf(bytes)
  if (encoding === 'gb18030' && hasLinesOfUtf8(bytes)) throw new Refused('encoding')
  const start = checkText(bytes, encoding)
  const parser = parse({
    delimiter: separatorOf(start),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_RECORD_CHARACTERS,
  })
  const source = Readable.from(piecesOf(bytes, encoding))
  // An end before its time reaches the reader of the parser as an error.
  source.once('error', (error) => parser.destroy(error))
  let number = 0
  for await (const record of source.pipe(parser)) {
    number += 1
    if (number > LAST_ROW) throw new Refused('too-many-rows')
    const sent = rows.add(number, record.map(cellOf))
    if (sent) await sent
  }
  await rows.send()
  if (rows.count() === 0) throw new Refused('empty')
  return encoding
}

/** @param {string} text */
const cellOf = (text) => (text === '' ? null : text)

/** A mark at the start, then strict UTF-8, then what Chinese Excel saves. @param {Uint8Array} bytes @returns {Encoding} */
function encodingOf(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return hasMark || isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/**
 * The whole file is decoded once before a row is handed over, so that a wrong encoding is found in time.
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 * @returns {string} its beginning
 */
function checkText(bytes, encoding) {
  let start = ''
  let lineLength = 0
  try {
    for (const piece of piecesOf(bytes, encoding)) {
      // GB 18030 has a place for every byte pair; one that means nothing becomes a private character.
      if (encoding === 'gb18030' && /[\ue000-\uf8ff\ufffd]/.test(piece)) throw new Refused('encoding')
      if (start.length < PIECE_BYTES) start += piece
      const lineEnd = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf('\r'))
      lineLength = lineEnd === -1 ? lineLength + piece.length : piece.length - lineEnd
      // Millions of empty cells weigh nothing for the splitter's own limit, but much in memory.
      if (lineLength > MOST_RECORD_CHARACTERS) throw new Refused('damaged')
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('encoding')
  }
  return start
}

/** One decoder for the whole file: a character cut by a piece is kept for the next. @param {Uint8Array} bytes @param {Encoding} encoding */
function* piecesOf(bytes, encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = decoder.decode(bytes.subarray(from, from + PIECE_BYTES), { stream: true })
    yield encoding === 'gb18030' ? withNewPlaces(piece) : piece
  }
  yield decoder.decode()
}

/** Six characters that GB 18030-2005 kept as private ones and GB 18030-2022 (and Unicode) gave a place. @param {string} text */
const withNewPlaces = (text) =>
  text.replace(/[\ue816-\ue818\ue831\ue83b\ue855]/g, (old) => NEW_PLACES[old.charCodeAt(0)] ?? old)

/** @type {Record<number, string>} */
const NEW_PLACES = {
  59414: '\u{20087}',
  59415: '\u{20089}',
  59416: '\u{200cc}',
  59441: '\u{215d7}',
  59451: '\u{2298f}',
  59477: '\u{241fe}',
}
