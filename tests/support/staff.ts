/** Accounts with a real password and a real authenticator, for tests of signing in. */
import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { keysFrom, seal } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { hashPassword } from '#app/people/accounts/password.server'
import { renewRecoveryCodes } from '#app/people/accounts/recovery-codes.server'
import type { Role } from '#app/people/accounts/roles'
import { newAccount } from './desk'

export const PASSWORD = '梧桐 豆浆 周二 铜铃'
export const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
export const keys = keysFrom('a secret that only the tests use')

/** The six digits that an authenticator with this key shows at a moment. */
export const codeAt = (moment: Date, key = KEY): string =>
  new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, '')) }).generate({ timestamp: moment.getTime() })

type Options = { regionCode?: string; organizationId?: string; hasFactor?: boolean; sealedWith?: typeof keys }

/** An account whose invitation has been accepted. */
export async function newStaff(store: Store, role: Role, options: Options = {}) {
  const { hasFactor = false, sealedWith = keys, ...where } = options
  const { trail: _, ...account } = await newAccount(role, where, store)
  const { accounts } = store.tables
  const passwordHash = await hashPassword(PASSWORD)
  const totpSealed = hasFactor ? seal(sealedWith, KEY) : null
  const recovery = renewRecoveryCodes(store, sealedWith, account.id)
  await store.atomically((tx) => [
    tx.update(accounts).set({ passwordHash, totpSealed }).where(eq(accounts.id, account.id)),
    ...(hasFactor ? recovery.statements(tx) : []),
  ])
  return { ...account, passwordHash, totpSealed, recoveryCodes: hasFactor ? recovery.codes : [] }
}

/** Who acts, when: a trail for somebody at a moment. */
export const trailAt = (now: Date, accountId: string | null = null) => ({
  accountId,
  origin: 'Chrome · Windows · 203.0.x.x',
  now,
})

/** What was written down about an account, in order. */
export async function deedsOf(store: Store, accountId: string): Promise<string[]> {
  const { auditEntries } = store.tables
  const rows = await store.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, accountId))
    .orderBy(auditEntries.number)
  return rows.map(({ action }) => action)
}

/** The recovery codes that a page shows. */
export const recoveryCodesIn = (html: string): string[] => {
  const shown = /<pre id="recovery-codes"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
  return shown.match(/^[a-z2-9]{5}-[a-z2-9]{5}$/gm) ?? []
}
