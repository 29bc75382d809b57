import { codePrefix, type Level, type Scope, wholeDistrict } from '#app/people/places/scope'
import { type Role, SCOPE_OF } from './roles'

/** Who is signed in, and whose data they may see. */
export type Account = {
  id: string
  login: string
  name: string
  role: Role
  scope: Scope
  /** The name of the region or organization they are confined to; null for the whole district. */
  scopeName: string | null
}

/** Where an account stands: not accepted yet, in use, or shut. */
export const accountStates = ['invited', 'active', 'disabled'] as const
export type AccountState = (typeof accountStates)[number]

export const stateOf = (account: { passwordHash: string | null; disabledAt: Date | null }): AccountState =>
  account.disabledAt ? 'disabled' : account.passwordHash ? 'active' : 'invited'

/** A login: letters, digits, dot, hyphen, underscore; typed in any case, kept in lower case. */
export const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/

export const normaliseLogin = (typed: string): string => typed.slice(0, 200).normalize('NFKC').trim().toLowerCase()

/** What no account is confined to: no organization has this id. */
const nowhere: Scope = { kind: 'organization', organizationId: '' }

/**
 * What an account of this role sees. A role that is confined to a place, on an account that names none, sees nothing:
 * a gap in a row must never open the district.
 */
export function scopeOf(role: Role, place: { region: Region | null; organizationId: string | null }): Scope {
  const { region, organizationId } = place
  if (SCOPE_OF[role] === 'district') return wholeDistrict
  if (SCOPE_OF[role] === 'region') return region ? { kind: 'region', prefix: codePrefix(region) } : nowhere
  return organizationId ? { kind: 'organization', organizationId } : nowhere
}
type Region = { code: string; level: Level }

/** The name of that place; null for the whole district. */
export const scopeNameOf = (role: Role, { region, organization }: PlaceNames): string | null =>
  SCOPE_OF[role] === 'district' ? null : ((SCOPE_OF[role] === 'region' ? region : organization) ?? '—')
type PlaceNames = { region: string | null; organization: string | null }
