import { Zip, ZipDeflate } from 'fflate'

/** The first day ZIP knows, in whatever zone the server stands: the same content makes the same bytes. */
const DAY = new Date(1980, 0, 1)

/** Packs each part while it comes; only the packed bytes are kept. */
export function zipWriter() {
  /** @type {Uint8Array[]} */
  const pieces = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })

  return {
    /** One part after the other. @param {string} name @param {AsyncIterable<string> | Iterable<string>} content */
    async add(name, content) {
      const part = new ZipDeflate(name)
      part.mtime = DAY
      zip.add(part)
      for await (const text of content) part.push(Buffer.from(text))
      part.push(new Uint8Array(), true)
    },
    finish() {
      zip.end()
      return Buffer.concat(pieces)
    },
  }
}
