import type { Refusal } from './refusal'

export type FirstLook = { kind: 'zip' | 'text' } | { kind: 'refused'; refusal: Refusal }

/** What a file is by its first bytes, whatever its name ends with. Nothing is unpacked and little is read. */
export function firstLook(bytes: Uint8Array, mostBytes: number): FirstLook {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > mostBytes) return refused('too-large')
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return { kind: 'zip' }
  if (startsWith(bytes, OLE)) return refused(isEncrypted(bytes) ? 'password' : 'old-xls')
  if (startsWith(bytes, UTF_16BE)) return refused('encoding')
  const isUtf16 = startsWith(bytes, UTF_16LE)
  if (!isUtf16 && bytes.includes(0)) return refused('not-a-sheet')
  const start = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, 1024))
  // Many systems export a web page and call it .xls.
  return /^\s*<[!?a-z]/i.test(start) ? refused('html') : { kind: 'text' }
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
/** The container of .xls, .doc, .et and of every Office file with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const UTF_16LE = [0xff, 0xfe]
const UTF_16BE = [0xfe, 0xff]

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** An Office file with a password keeps everything in a stream of this name ([MS-OFFCRYPTO] 2.3.4.4), which stands at an even place. */
const isEncrypted = (bytes: Uint8Array) => new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')

const refused = (refusal: Refusal): FirstLook => ({ kind: 'refused', refusal })
