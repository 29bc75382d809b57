/** The second factor of an account: turning it on and off, and checking what somebody shows of it. */
import { and, eq, exists, isNull, lt, or, type SQL } from 'drizzle-orm'
import { type Keys, seal, unseal } from '#app/db/sealed.server'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { totpStep } from './one-time-code.server'
import { recoveryHash, renewRecoveryCodes } from './recovery-codes.server'

/** A second factor that was shown rightly: a one-time code by its time step, or a recovery code by its hash. */
export type Shown = { kind: 'code'; step: number } | { kind: 'recovery'; codeHash: string }

type Holder = Pick<Store['tables']['accounts']['$inferSelect'], 'id' | 'totpSealed' | 'totpStep'>

/** Reads what was typed as a one-time code, or else as a recovery code. Null: neither, or used before. */
export async function readFactor(
  store: Store,
  { id, totpSealed, totpStep: lastStep }: Holder,
  { typed, keys, now }: { typed: string; keys: Keys; now: Date },
): Promise<Shown | null> {
  const key = totpSealed && unseal(keys, totpSealed)
  const step = key ? totpStep(key, typed, { now, lastStep }) : null
  if (step !== null) return { kind: 'code', step }
  const shown: Shown = { kind: 'recovery', codeHash: recoveryHash(keys, typed) }
  return (await store.db.$count(store.tables.recoveryCodes, unusedCode(store, id, shown.codeHash))) > 0 ? shown : null
}

const unusedCode = ({ tables: { recoveryCodes } }: Store, accountId: string, codeHash: string): SQL | undefined =>
  and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt))

/** For `provided`: that nobody has used it meanwhile. No code is taken twice, not even in the same moment. */
export function isStillUnused(store: Store, accountId: string, shown: Shown): SQL {
  const { accounts, recoveryCodes } = store.tables
  if (shown.kind === 'recovery')
    return exists(
      store.db
        .select({ id: recoveryCodes.accountId })
        .from(recoveryCodes)
        .where(unusedCode(store, accountId, shown.codeHash)),
    )
  const isLater = or(isNull(accounts.totpStep), lt(accounts.totpStep, shown.step))
  return exists(
    store.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), isLater)),
  )
}

/** The statement that uses it up. */
export function spendFactor(store: Store, tx: Writer, used: { accountId: string; shown: Shown; now: Date }): Statement {
  const { accounts, recoveryCodes } = store.tables
  const { accountId, shown, now } = used
  return shown.kind === 'code'
    ? tx.update(accounts).set({ totpStep: shown.step }).where(eq(accounts.id, accountId))
    : tx
        .update(recoveryCodes)
        .set({ usedAt: now })
        .where(unusedCode(store, accountId, shown.codeHash))
}

/**
 * Prepares turning the second factor on, once a first code has shown that the app holds the key.
 * @returns the recovery codes, and the statements; null when the code was wrong
 */
export function newSecondFactor(
  store: Store,
  { accountId, key, code }: { accountId: string; key: string; code: string },
  { keys, now }: { keys: Keys; now: Date },
) {
  const { accounts } = store.tables
  const step = totpStep(key, code, { now, lastStep: null })
  if (step === null) return null
  const { codes, statements: renewCodes } = renewRecoveryCodes(store, keys, accountId)
  const statements = (tx: Writer): Statement[] => [
    tx
      .update(accounts)
      .set({ totpSealed: seal(keys, key), totpStep: step })
      .where(eq(accounts.id, accountId)),
    ...renewCodes(tx),
  ]
  return { codes, statements }
}

/** The statements that turn the second factor off. */
export const clearSecondFactor = (store: Store, tx: Writer, accountId: string): Statement[] => {
  const { accounts, recoveryCodes } = store.tables
  return [
    tx.update(accounts).set({ totpSealed: null, totpStep: null }).where(eq(accounts.id, accountId)),
    tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
  ]
}
