/** Adding, changing, closing and reopening organizations. Nothing is deleted: rosters and records point at them. */
import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Action, Trail } from '#app/people/audit/trail'
import { JOIN_ALPHABET, JOIN_LENGTH } from './join-code'
import type { OrganizationKind } from './organization-kind'
import { findOrganizationIn, type Organization } from './organizations.server'
import { done, type Outcome, refused } from './outcome'
import { findRegionIn } from './regions.server'
import { countOnRosters } from './roster-counts.server'
import { type Scope, wholeDistrict } from './scope'
import { organizationsIn } from './scope.server'

export type OrganizationProblem =
  | 'regionUnknown'
  | 'regionIsClosed'
  | 'nameTaken'
  | 'organizationIsClosed'
  | 'onRoster'
  | 'same'

/** What a person says about an organization. `staffCount` null: not said. */
export type GivenOrganization = { name: string; kind: OrganizationKind; regionId: string; staffCount: number | null }

/** Seven letters and digits that are not taken for each other; see join-code.ts. */
export const newJoinCode = (): string =>
  Array.from({ length: JOIN_LENGTH }, () => JOIN_ALPHABET[randomInt(JOIN_ALPHABET.length)]).join('')

/** Adds an organization to an open region of the scope. */
export async function addOrganization(
  store: Store,
  { scope, trail }: { scope: Scope; trail: Trail },
  given: GivenOrganization,
): Promise<Outcome<OrganizationProblem>> {
  const wrong = await faultIn(store, scope, given)
  if (wrong) return wrong
  const id = newId()
  const row = { id, ...given, joinCode: newJoinCode(), createdAt: trail.now }
  const deed = {
    action: 'organization.add' as const,
    subject: { kind: 'organization', id },
    detail: { kind: given.kind },
  }
  return unlessTaken(id, () => audited(store, trail, deed, (tx) => [tx.insert(store.tables.organizations).values(row)]))
}

type Change = { scope: Scope; trail: Trail; id: string }

/** Writes name, kind, region and staff count anew. Null: no such organization in the scope. */
export async function changeOrganization(
  store: Store,
  { scope, trail, id }: Change,
  given: GivenOrganization,
): Promise<Outcome<OrganizationProblem> | null> {
  const organization = await findOrganizationIn(store, scope, id)
  if (!organization) return null
  if (organization.closedOn) return refused('organizationIsClosed')
  const wrong = await faultIn(store, scope, given, organization)
  if (wrong) return wrong
  return unlessTaken(id, () =>
    audited(store, trail, deedOf('organization.change', organization), (tx) => [
      updateOrganization(store, tx, scope, id, given),
    ]),
  )
}

/** What keeps an organization from being so; `before` is what it is now. */
async function faultIn(store: Store, scope: Scope, given: GivenOrganization, before: Organization | null = null) {
  const region = await findRegionIn(store, scope, given.regionId)
  // It may stay where it is, even if that has been closed since.
  if (given.regionId !== before?.regionId) {
    if (!region) return refused('regionUnknown' as const, { at: 'regionId' })
    if (region.closedOn) return refused('regionIsClosed' as const, { at: 'regionId' })
  }
  const { organizations } = store.tables
  const [holder] = await store.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.regionId, given.regionId), eq(organizations.name, given.name)))
  return holder && holder.id !== before?.id ? refused('nameTaken' as const, { at: 'name' }) : null
}

async function unlessTaken(id: string, write: () => Promise<void>): Promise<Outcome<OrganizationProblem>> {
  try {
    await write()
    return done(id)
  } catch (error) {
    if (isTaken(error)) return refused('nameTaken', { at: 'name' })
    throw error
  }
}

/** Closes an organization that nobody stands in any more. Null: no such organization in the scope. */
export async function closeOrganization(
  store: Store,
  { scope, trail, id }: Change,
): Promise<Outcome<OrganizationProblem> | null> {
  const organization = await findOrganizationIn(store, scope, id)
  if (!organization) return null
  if (organization.closedOn) return done(id)
  const people = (await countOnRosters(store, [id])).get(id) ?? 0
  if (people > 0) return refused('onRoster', { people })
  const closedOn = shanghaiDay(trail.now)
  await audited(store, trail, deedOf('organization.close', organization), (tx) => [
    updateOrganization(store, tx, scope, id, { closedOn }),
  ])
  return done(id)
}

/** Opens a closed organization again, where its region is open. Null: no such organization in the scope. */
export async function reopenOrganization(
  store: Store,
  { scope, trail, id }: Change,
): Promise<Outcome<OrganizationProblem> | null> {
  const organization = await findOrganizationIn(store, scope, id)
  if (!organization) return null
  if (!organization.closedOn) return done(id)
  const region = await findRegionIn(store, wholeDistrict, organization.regionId)
  if (region?.closedOn) return refused('regionIsClosed')
  await audited(store, trail, deedOf('organization.reopen', organization), (tx) => [
    updateOrganization(store, tx, scope, id, { closedOn: null, mergedInto: null }),
  ])
  return done(id)
}

/** Gives the joining link another code: the old one leads nowhere from now on. Null: no such organization in the scope. */
export async function renewJoinCode(
  store: Store,
  { scope, trail, id }: Change,
): Promise<Outcome<OrganizationProblem> | null> {
  const organization = await findOrganizationIn(store, scope, id)
  if (!organization) return null
  if (organization.closedOn) return refused('organizationIsClosed')
  const joinCode = newJoinCode()
  await audited(store, trail, deedOf('organization.joinCode', organization), (tx) => [
    updateOrganization(store, tx, scope, id, { joinCode }),
  ])
  return done(id)
}

const deedOf = (action: Action, { id }: Organization) => ({ action, subject: { kind: 'organization', id } })

/** The statement that changes one organization, if it lies in the scope. */
export function updateOrganization(
  store: Store,
  tx: Writer,
  scope: Scope,
  id: string,
  to: Partial<Store['tables']['organizations']['$inferInsert']>,
): Statement {
  const { organizations } = store.tables
  return tx
    .update(organizations)
    .set(to)
    .where(and(eq(organizations.id, id), organizationsIn(store, scope)))
}
