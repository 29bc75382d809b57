/** Characters that XML cannot hold stand as _xHHHH_ in .xlsx files (ECMA-376 part 1, 22.9.2.19). */

/** @param {string} stored */
export const textOf = (stored) =>
  stored.includes('_x')
    ? stored.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : stored

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
const NEEDS_ESCAPE = /[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[\da-f]{4}_)/gi

/** A text as it may stand between tags. A half surrogate pair becomes U+FFFD when it is encoded. @param {string} text */
export const storedText = (text) =>
  text
    .replace(NEEDS_ESCAPE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (character) => XML_ESCAPES[character] ?? character)

/** @type {Record<string, string>} */
const XML_ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
