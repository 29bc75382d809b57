import { isUtf8 } from 'node:buffer'

const LINE_FEED = 10
const LEAST_BYTES = 6
/** Of 30,000 names of three characters in GB 18030 one looks like UTF-8 by chance. */
const MOST_BY_CHANCE = 1 / 1000

/**
 * Whether lines of a file that is no UTF-8 as a whole are UTF-8 by themselves: two files were pasted together, and one
 * half would come out as other characters without anybody noticing. Counts only lines whose characters all have the
 * three bytes of Chinese in UTF-8.
 * @param {Uint8Array} bytes
 */
export function hasLinesOfUtf8(bytes) {
  let lines = 0
  let others = 0
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from)
    const to = found === -1 ? bytes.length : found
    const far = bytes.subarray(from, to).filter((byte) => byte > 0x7f)
    if (far.length > 0) lines += 1
    if (far.length >= LEAST_BYTES && far.every(isChinesePlace) && isUtf8(bytes.subarray(from, to))) others += 1
    from = to + 1
  }
  return others > lines * MOST_BY_CHANCE
}

/** E3 to E9 begin the Chinese characters of UTF-8 (and EF its full-width signs), two bytes from 80 to BF follow. @param {number} byte @param {number} at */
const isChinesePlace = (byte, at) =>
  at % 3 === 0 ? (byte >= 0xe3 && byte <= 0xe9) || byte === 0xef : byte >= 0x80 && byte <= 0xbf
