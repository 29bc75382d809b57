/** One-time codes by time (TOTP, RFC 6238): SHA-1, six digits, 30 seconds, as every authenticator app knows them. */
import { Secret, TOTP } from 'otpauth'

const PERIOD = 30
const ISSUER = '知火 Zhihuo'

const totp = (key: string, label: string): TOTP =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(key) })

/** A new key, in base32 as people type it. */
export const newTotpKey = (): string => new Secret({ size: 20 }).base32

/** The otpauth:// address that a QR code carries into an authenticator app. */
export const totpAddress = (key: string, login: string): string => totp(key, login).toString()

/**
 * The time step of a right code: this one, the one before or the one after, for clocks that differ a little. Null for a
 * wrong code, and for one whose step is not after `lastStep`: no code is taken twice.
 */
export function totpStep(key: string, code: string, { now, lastStep }: { now: Date; lastStep: number | null }) {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(key, '').validate({ token, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta
  return lastStep !== null && step <= lastStep ? null : step
}
