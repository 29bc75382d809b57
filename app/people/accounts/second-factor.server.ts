import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { type Keys, keyedHash, seal } from '#app/db/sealed.server'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { totpStep } from './one-time-code.server'

export const RECOVERY_CODES = 10

/** Without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten letters in two halves, such as "k7m2p-9wqxz". 49 bits: enough beside the growing waits. */
function newRecoveryCode(): string {
  const word = [...randomBytes(10)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return `${word.slice(0, 5)}-${word.slice(5)}`
}

/** The hash of a recovery code as typed: case, spaces and hyphens do not matter. */
export const recoveryHash = (keys: Keys, typed: string): string =>
  keyedHash(keys, 'recovery-code', typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').slice(0, 40))

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

/**
 * Turns the second factor on, once a first code has shown that the app holds the key.
 * @returns the recovery codes; null when the code was wrong
 */
export async function turnOnSecondFactor(
  store: Store,
  { accountId, key, code }: { accountId: string; key: string; code: string },
  { keys, trail }: { keys: Keys; trail: Trail },
): Promise<string[] | null> {
  const { accounts } = store.tables
  const step = totpStep(key, code, { now: trail.now, lastStep: null })
  if (step === null) return null
  const { codes, statements } = renewRecoveryCodes(store, keys, accountId)
  const deed = { action: 'account.secondFactorOn' as const, subject: { kind: 'account', id: accountId } }
  await audited(store, trail, deed, (tx) => [
    tx
      .update(accounts)
      .set({ totpSealed: seal(keys, key), totpStep: step })
      .where(eq(accounts.id, accountId)),
    ...statements(tx),
  ])
  return codes
}

/** The statements that turn the second factor off. */
export const clearSecondFactor = (store: Store, tx: Writer, accountId: string): Statement[] => {
  const { accounts, recoveryCodes } = store.tables
  return [
    tx.update(accounts).set({ totpSealed: null, totpStep: null }).where(eq(accounts.id, accountId)),
    tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
  ]
}

/** How many recovery codes are still unused. */
export const countRecoveryCodes = (store: Store, accountId: string): Promise<number> => {
  const { recoveryCodes } = store.tables
  return store.db.$count(recoveryCodes, and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)))
}
