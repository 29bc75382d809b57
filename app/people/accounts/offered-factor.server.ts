import { qrModules } from '#app/http/qr-modules.server'
import { totpAddress } from './one-time-code.server'

/** What a page shows of a key that an authenticator app is to learn. */
export type OfferedFactor = { qr: string[]; address: string; key: string }

/** The key as a QR code, as an address for this very phone, and in groups of four for who types it. */
export function offerFactor(key: string, login: string): OfferedFactor {
  const address = totpAddress(key, login)
  return { qr: qrModules(address), address, key: key.replace(/(.{4})(?=.)/g, '$1 ') }
}
