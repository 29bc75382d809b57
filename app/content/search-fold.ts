/** Text as searching compares it, with the way back to the text as it is shown. */

/** `folded` in one width and case; `starts[i]` is where the character of `folded[i]` begins in the text. */
export type Folded = { folded: string; starts: number[] }

/** Half a character, which no UTF-8 can carry, and what no keyboard types on purpose. */
const UNREADABLE = /[\p{Surrogate}\p{Control}\uFFFD]+/gu

/** Takes out what is no character, and the blanks around and between words become one. */
export const readable = (text: string): string =>
  text.replace(UNREADABLE, ' ').normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Full-width and other forms of one character become one (NFKC), capitals small. Positions are code units. */
export function fold(text: string): Folded {
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const same = character.normalize('NFKC').toLowerCase()
    for (let unit = 0; unit < same.length; unit++) starts.push(at)
    folded += same
    at += character.length
  }
  starts.push(at)
  return { folded, starts }
}
