/** One-time codes by time (TOTP, RFC 6238): SHA-1, six digits, 30 seconds, as every authenticator app knows them. */
import { Secret, TOTP } from 'otpauth'
import { type Keys, keyedHash } from '#app/db/sealed.server'

const PERIOD = 30
/** 160 bits, as RFC 4226 (section 4) recommends. */
const KEY_BYTES = 20
const ISSUER = '知火 Zhihuo'

const totp = (key: string, label: string): TOTP =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(key) })

/**
 * The key that is offered to whoever holds a secret of their own (a link's token, a session's id), in base32 as people
 * type it: the same each time the page is loaded, because phones load a page anew when one comes back from the
 * authenticator app. Only this server can make it.
 */
export function offeredKey(keys: Keys, secret: string): string {
  const bytes = Buffer.from(keyedHash(keys, 'totp-key', secret), 'base64url')
  return Secret.fromHex(bytes.subarray(0, KEY_BYTES).toString('hex')).base32
}

/** The otpauth:// address that a QR code carries into an authenticator app. */
export const totpAddress = (key: string, login: string): string => totp(key, login).toString()

/**
 * The time step of a right code: this one, the one before or the one after, for clocks that differ a little. Null for a
 * wrong code, and for one whose step is not after `lastStep`: no code is taken twice.
 */
export function totpStep(key: string, code: string, { now, lastStep }: { now: Date; lastStep: number | null }) {
  const token = code.slice(0, 40).normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(key, '').validate({ token, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta
  return lastStep !== null && step <= lastStep ? null : step
}
