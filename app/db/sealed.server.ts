/** What may be read again only with the district's key (sealed), and what may only be compared (hashed). */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Two keys made from one secret, so that a hash never helps to open a seal. */
export type Keys = { seal: Buffer; hash: Buffer }

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

export const keysFrom = (secret: string): Keys => ({
  seal: Buffer.from(hkdfSync('sha256', secret, '', 'zhihuo seal', 32)),
  hash: Buffer.from(hkdfSync('sha256', secret, '', 'zhihuo hash', 32)),
})

/** Random bytes in stock: asking the system for twelve at a time costs more than the cipher itself. */
let stock = Buffer.alloc(0)
const STOCK_BYTES = IV_BYTES * 256

function nextIv(): Buffer {
  if (stock.length === 0) stock = randomBytes(STOCK_BYTES)
  const iv = stock.subarray(0, IV_BYTES)
  stock = stock.subarray(IV_BYTES)
  return iv
}

/** Text encrypted with AES-256-GCM, another result each time. */
export function seal({ seal: key }: Keys, text: string): string {
  const iv = nextIv()
  const cipher = createCipheriv(CIPHER, key, iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** The text that was sealed; null when it was sealed with another key or has been changed. */
export function unseal({ seal: key }: Keys, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
    return Buffer.concat([body, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** HMAC-SHA-256 of a text for one purpose: equal texts meet within a purpose, and nothing can be read out of it. */
export const keyedHash = ({ hash: key }: Keys, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose}:${text}`).digest('base64url')
