/** Merging an organization into another: its roster and its groups go over, what it did stays its own. */
import { asc, eq, inArray } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { reassignGroup, reassignMemberships } from '#app/people/rosters/memberships.server'
import { type OrganizationProblem, updateOrganization } from './organization-changes.server'
import { findOrganizationIn } from './organizations.server'
import { done, type Outcome, refused } from './outcome'
import { countOnRosters } from './roster-counts.server'
import type { Scope } from './scope'

type Group = Store['tables']['groups']['$inferSelect']

/**
 * Closes an organization in favour of another. People on its roster go over; who stands on both keeps the place there.
 * Groups with the same key become one, the others move. Accounts of the old organization stay confined to it. Null: one
 * of the two is not in the scope.
 */
export async function mergeOrganization(
  store: Store,
  { scope, trail, id }: { scope: Scope; trail: Trail; id: string },
  intoId: string,
): Promise<Outcome<OrganizationProblem> | null> {
  const [from, into] = await Promise.all([
    findOrganizationIn(store, scope, id),
    findOrganizationIn(store, scope, intoId),
  ])
  if (!from || !into) return null
  if (from.id === into.id) return refused('same', { at: 'into' })
  if (from.closedOn || into.closedOn) return refused('organizationIsClosed', { at: 'into' })
  const [moves, people] = await Promise.all([groupMoves(store, from.id, into.id), countOnRosters(store, [from.id])])
  const today = shanghaiDay(trail.now)
  const detail = { into: into.id, people: people.get(from.id) ?? 0 }
  const deed = { action: 'organization.merge' as const, subject: { kind: 'organization', id }, detail }
  await audited(store, trail, deed, (tx) => [
    ...moves.flatMap((move) => moveGroup(store, tx, move, into.id, today)),
    ...reassignMemberships(store, tx, from.id, into.id, today),
    updateOrganization(store, tx, scope, id, { closedOn: today, mergedInto: into.id }),
  ])
  return done(into.id)
}

/** A group, and the one of the other organization that goes by the same key, if there is one. */
type Move = { group: Group; twin: Group | null }

async function groupMoves(store: Store, fromId: string, intoId: string): Promise<Move[]> {
  const { groups } = store.tables
  const rows = await store.db
    .select()
    .from(groups)
    .where(inArray(groups.organizationId, [fromId, intoId]))
    .orderBy(asc(groups.id))
  const twins = new Map(rows.filter(({ organizationId }) => organizationId === intoId).map((row) => [row.key, row]))
  return rows
    .filter(({ organizationId }) => organizationId === fromId)
    .map((group) => ({ group, twin: twins.get(group.key) ?? null }))
}

function moveGroup(store: Store, tx: Writer, { group, twin }: Move, intoId: string, today: string): Statement[] {
  const { groups } = store.tables
  const here = eq(groups.id, group.id)
  if (!twin) return [tx.update(groups).set({ organizationId: intoId }).where(here)]
  if (group.closedOn) return []
  return [
    reassignGroup(store, tx, group.id, twin.id),
    tx.update(groups).set({ closedOn: today }).where(here),
    // People stand in it now, so it cannot stay closed.
    tx.update(groups).set({ closedOn: null }).where(eq(groups.id, twin.id)),
  ]
}
