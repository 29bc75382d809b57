import type { Scope } from '#app/people/places/scope'
import type { Role } from './roles'

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

/** A login: letters, digits, dot, hyphen, underscore; typed in any case, kept in lower case. */
export const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/

export const normaliseLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()
