/**
 * The desk's named people and places for tests. 梧桐街道 is "here": its organizer, its school and the school's teacher.
 * 河湾街道 is "elsewhere", with a school of its own. Accounts are signed in by a session row, not by clicking.
 */
import { eq } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import type { Store } from '#app/db/store.server'
import { deskCookie } from '#app/people/accounts/desk-account.server'
import { needsSecondFactor, type Role } from '#app/people/accounts/roles'
import { newSession } from '#app/people/accounts/sessions.server'
import { newToken } from '#app/people/accounts/token.server'
import type { Trail } from '#app/people/audit/trail'
import { newVisitor } from './visitor'

export const HERE = '990101001000'
export const ELSEWHERE = '990101002000'

/** The region of a code in the demonstration district. */
export async function regionAt(code: string, of: Store = store) {
  const { regions } = of.tables
  const [region] = await of.db.select().from(regions).where(eq(regions.code, code))
  if (!region) throw new Error(`the demonstration district has no region ${code}`)
  return region
}

type OrganizationKind = Store['tables']['organizations']['$inferSelect']['kind']

/** A new organization in the region of a code; the name is made unique. */
export async function newOrganization(code: string, kind: OrganizationKind = 'school', of: Store = store) {
  const id = newId()
  const region = await regionAt(code, of)
  const row = {
    id,
    regionId: region.id,
    kind,
    name: `第${id.slice(-6)}小学`,
    staffCount: null,
    joinCode: id.slice(-8),
    createdAt: new Date(),
    closedOn: null,
    mergedInto: null,
  }
  await of.atomically((tx) => [tx.insert(of.tables.organizations).values(row)])
  return row
}

type Where = { regionCode?: string; organizationId?: string }

/** A new account of a role, confined to a region or an organization, and a trail in its name. */
export async function newAccount(role: Role, { regionCode, organizationId }: Where = {}, of: Store = store) {
  const id = newId()
  const region = regionCode ? await regionAt(regionCode, of) : null
  const account = {
    id,
    login: `${role}-${id.slice(-8)}`,
    name: '周敏',
    role,
    regionId: region?.id ?? null,
    organizationId: organizationId ?? null,
    passwordHash: null,
    // Who needs a second factor has one, though nobody can show it: otherwise every page would ask for it first.
    totpSealed: needsSecondFactor(role) ? 'sealed with no key' : null,
    totpStep: null,
    createdAt: new Date(),
    disabledAt: null,
  }
  await of.atomically((tx) => [tx.insert(of.tables.accounts).values(account)])
  const trail: Trail = { accountId: id, origin: 'a test', now: new Date() }
  return { ...account, trail }
}

/** The cookie, as "name=value", of a browser in which this account has signed in. */
export async function deskCookieOf(accountId: string, of: Store = store): Promise<string> {
  const token = newToken()
  await of.atomically((tx) => [
    newSession(of, tx, { token, accountId, isConfirmed: true, device: 'a test', now: new Date() }),
  ])
  return (await deskCookie(token)).split(';')[0] ?? ''
}

/** A browser in which a new account of this role is signed in (the store of the process: for route tests). */
export async function atDesk(role: Role, where: Where = {}) {
  const account = await newAccount(role, where)
  const cookie = await deskCookieOf(account.id)
  const at = cookie.indexOf('=')
  return Object.assign(newVisitor({ [cookie.slice(0, at)]: cookie.slice(at + 1) }), { account })
}
