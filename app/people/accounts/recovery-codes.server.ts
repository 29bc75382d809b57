import { randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { type Keys, keyedHash } from '#app/db/sealed.server'
import type { Statement, Store, Writer } from '#app/db/store.server'

export const RECOVERY_CODES = 10

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten letters in two halves, such as "k7m2p-9wqxz". 49 bits: enough beside the growing waits. */
function newRecoveryCode(): string {
  const word = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${word.slice(0, 5)}-${word.slice(5)}`
}

/** The hash of a recovery code as typed: case, spaces and hyphens do not matter. */
export const recoveryHash = (keys: Keys, typed: string): string =>
  keyedHash(
    keys,
    'recovery-code',
    typed
      .slice(0, 100)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{Pd}]/gu, ''),
  )

/** Fresh recovery codes and the statements that replace the old ones. The codes are shown once and not kept. */
export function renewRecoveryCodes(store: Store, keys: Keys, accountId: string) {
  const { recoveryCodes } = store.tables
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  const rows = codes.map((code) => ({ accountId, codeHash: recoveryHash(keys, code), usedAt: null }))
  const statements = (tx: Writer): Statement[] => [
    tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
    tx.insert(recoveryCodes).values(rows),
  ]
  return { codes, statements }
}

/** How many recovery codes are still unused. */
export const countRecoveryCodes = (store: Store, accountId: string): Promise<number> => {
  const { recoveryCodes } = store.tables
  return store.db.$count(recoveryCodes, and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)))
}
