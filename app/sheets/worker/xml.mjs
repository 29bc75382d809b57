/** Reads XML as it comes, in pieces cut anywhere; what is malformed is an error. Namespaces are not looked up. */
import { SaxesParser } from 'saxes'
import { Refused } from './refused.mjs'

/**
 * What is told: elements by their name without prefix, attributes by their name as written, texts decoded.
 * @typedef {{
 *   open: (name: string, attributes: Attributes) => void,
 *   text: (text: string) => void,
 *   close: (name: string) => void,
 * }} XmlHandler
 * @typedef {Record<string, string | undefined>} Attributes
 */

/** A tag, a text or a comment longer than this stands in no spreadsheet; saxes would gather it whole. */
const MOST_PENDING = 2 ** 20
const MOST_DEPTH = 100
/** Of one tag. */
const MOST_ATTRIBUTES = 1_000

/** @param {XmlHandler} handler */
export function xmlReader({ open, text, close }) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let pending = 0
  let depth = 0
  let attributeCount = 0

  /** @param {string} content */
  const seeText = (content) => {
    pending = 0
    text(content)
  }

  // Six kinds of events: from the eighth on V8 keeps the parser as a hash table, and it is three times as slow.
  parser.on('doctype', refuse)
  parser.on('attribute', () => {
    attributeCount += 1
    if (attributeCount > MOST_ATTRIBUTES) refuse()
  })
  parser.on('opentag', ({ name, attributes }) => {
    pending = 0
    attributeCount = 0
    depth += 1
    if (depth > MOST_DEPTH) refuse()
    open(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    pending = 0
    depth -= 1
    close(localName(name))
  })
  parser.on('text', seeText)
  parser.on('cdata', seeText)

  return {
    /** @param {string} piece */
    write(piece) {
      pending += piece.length
      if (pending > MOST_PENDING) refuse()
      parser.write(piece)
    },
    end: () => void parser.close(),
  }
}

/** A document type, too: saxes expands nothing that it defines, but Office writes none. */
function refuse() {
  throw new Refused('damaged')
}

/** @param {string} name */
const localName = (name) => name.slice(name.indexOf(':') + 1)
