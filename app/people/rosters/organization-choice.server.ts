import { and, asc, eq, isNull, like, or, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { likePattern } from '#app/http/list-query'
import type { Scope } from '#app/people/places/scope'
import { organizationsIn } from '#app/people/places/scope.server'

export type OrganizationName = { id: string; name: string }

/** With more organizations than this a list to choose from is longer than typing a name. */
const MOST_CHOICES = 200

/** The open organizations of the scope to choose from; null when there are too many, and the name is typed instead. */
export async function organizationsToChoose(store: Store, scope: Scope): Promise<OrganizationName[] | null> {
  const { organizations } = store.tables
  const rows = await store.db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(organizationsIn(store, scope), isNull(organizations.closedOn)))
    .orderBy(asc(organizations.name))
    .limit(MOST_CHOICES + 1)
  return rows.length > MOST_CHOICES ? null : rows
}

/**
 * The organizations of the scope that were meant: the one of an id, else the one of exactly this name, else those whose
 * name contains it. `most` bounds the answer.
 */
export async function organizationsMeant(
  store: Store,
  scope: Scope,
  typed: string,
  most: number,
): Promise<OrganizationName[]> {
  const { organizations } = store.tables
  const named = isId(typed)
    ? eq(organizations.id, typed)
    : or(eq(organizations.name, typed), like(organizations.name, sql`${likePattern(typed)} escape '\\'`))
  const rows = await store.db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(organizationsIn(store, scope), named))
    .orderBy(asc(organizations.name))
    .limit(most)
  const exact = rows.filter(({ name }) => name === typed)
  return exact.length > 0 ? exact : rows
}

/**
 * The open organization that was chosen or typed in full; of an account confined to one, that one. Null when it is not
 * clear which is meant, or it is not in the scope.
 */
export async function organizationChosen(store: Store, scope: Scope, typed: string): Promise<OrganizationName | null> {
  const { organizations } = store.tables
  const asked = typed.trim() || (scope.kind === 'organization' ? scope.organizationId : '')
  if (!asked) return null
  const [meant, another] = await organizationsMeant(store, scope, asked, 2)
  if (!meant || another) return null
  const open = and(eq(organizations.id, meant.id), isNull(organizations.closedOn))
  return (await store.db.$count(organizations, open)) > 0 ? meant : null
}

/** The groups of an organization that are still there. */
export async function groupsToChoose(store: Store, organizationId: string): Promise<OrganizationName[]> {
  const { groups } = store.tables
  return store.db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.organizationId, organizationId), isNull(groups.closedOn)))
    .orderBy(asc(groups.key))
}
