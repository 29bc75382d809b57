/** The parts of a ZIP file, found by its central directory and unpacked as they are read. */
import yauzl from 'yauzl'
import { Refused } from './refused.mjs'

/** @typedef {import('../limits').SheetLimits} SheetLimits */

const MOST_ENTRIES = 5_000
/** Sheets of one repeated row stay below 100; only what was made to grow goes further. */
const MOST_RATIO = 300
const SMALL = 2 ** 20

/**
 * Looks at the directory only: what would unpack to too much is refused before a byte is unpacked.
 * @param {Buffer} bytes
 * @param {SheetLimits} limits
 */
export async function openZip(bytes, limits) {
  const file = await yauzl.fromBufferPromise(bytes)
  if (file.entryCount > MOST_ENTRIES) throw new Refused('unpacks-too-large')
  /** @type {Map<string, yauzl.Entry>} */
  const entries = new Map()
  let unpacked = 0
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) throw new Refused('password')
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpackedBytes) throw new Refused('unpacks-too-large')
    entries.set(entry.fileName.toLowerCase(), entry)
  }
  if (unpacked > SMALL && unpacked > bytes.length * MOST_RATIO) throw new Refused('unpacks-too-large')

  return {
    /** @param {string} name */
    has: (name) => entries.has(name.toLowerCase()),
    /**
     * The text of one part, piece by piece. yauzl stops as soon as more comes than the directory says.
     * @param {string} name
     * @param {number} [mostBytes]
     */
    async *read(name, mostBytes = limits.unpackedBytes) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) return
      if (entry.uncompressedSize > mostBytes) throw new Refused('unpacks-too-large')
      const decoder = new TextDecoder('utf-8', { fatal: true })
      for await (const piece of await file.openReadStreamPromise(entry)) yield decoder.decode(piece, { stream: true })
      yield decoder.decode()
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof openZip>>} Zip */
