/** Memberships: who stands on whose roster, from which day to which. Nothing is deleted: leaving is a day. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { moveLinksOfOrganization } from '#app/people/learners/links.server'
import type { Scope } from '#app/people/places/scope'
import { organizationsIn } from '#app/people/places/scope.server'
import { alias } from '#drizzle/kit'

export type Membership = Store['tables']['memberships']['$inferSelect']

/** Everybody on the roster of an organization now, with what an import compares them by. The caller has checked the scope. */
export async function personsOfOrganization(store: Store, organizationId: string) {
  const { persons, memberships } = store.tables
  return store.db
    .select({
      id: persons.id,
      name: persons.name,
      birthYear: persons.birthYear,
      sex: persons.sex,
      phoneSealed: persons.phoneSealed,
      phoneHash: persons.phoneHash,
      phoneTail: persons.phoneTail,
      idHash: persons.idHash,
      idTail: persons.idTail,
      lastImportId: persons.lastImportId,
      membershipId: memberships.id,
      groupId: memberships.groupId,
      roleGroup: memberships.roleGroup,
      note: memberships.note,
      startedOn: memberships.startedOn,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.organizationId, organizationId), isNull(memberships.endedOn)))
    .orderBy(memberships.id)
}

/**
 * The statements that give a roster to the organization that takes over: memberships, and what learners have joined.
 * Whoever stands on both rosters keeps the membership there; the one here ends on `day`.
 */
export function reassignMemberships(
  store: Store,
  tx: Writer,
  fromOrganizationId: string,
  toOrganizationId: string,
  day: string,
): Statement[] {
  const { memberships } = store.tables
  const open = and(eq(memberships.organizationId, fromOrganizationId), isNull(memberships.endedOn))
  const other = alias(memberships, 'other')
  const alreadyThere = tx
    .select({ personId: other.personId })
    .from(other)
    .where(and(eq(other.organizationId, toOrganizationId), isNull(other.endedOn)))
  return [
    tx
      .update(memberships)
      .set({ endedOn: day })
      .where(and(open, inArray(memberships.personId, alreadyThere))),
    tx.update(memberships).set({ organizationId: toOrganizationId }).where(open),
    ...moveLinksOfOrganization(store, tx, fromOrganizationId, toOrganizationId, shanghaiMidnight(day)),
  ]
}

const shanghaiMidnight = (day: string) => new Date(`${day}T00:00:00+08:00`)

/** The statement that moves the members of one group to another, when two groups become one. */
export const reassignGroup = (store: Store, tx: Writer, fromGroupId: string, toGroupId: string): Statement =>
  tx
    .update(store.tables.memberships)
    .set({ groupId: toGroupId })
    .where(eq(store.tables.memberships.groupId, fromGroupId))

export type NewMembership = Pick<Membership, 'organizationId' | 'groupId' | 'roleGroup' | 'note'>

/** The row of a membership that begins on this day. */
export const newMembershipRow = (personId: string, given: NewMembership, day: string): Membership => ({
  id: newId(),
  personId,
  ...given,
  startedOn: day,
  endedOn: null,
  importId: null,
  lastImportId: null,
})

/** Sub-query: the ids of the organizations in the scope. */
export function organizationIdsIn(store: Store, scope: Scope) {
  const { organizations } = store.tables
  return store.db.select({ id: organizations.id }).from(organizations).where(organizationsIn(store, scope))
}

/** For the WHERE: memberships with organizations of the scope. */
export const membershipsIn = (store: Store, scope: Scope) =>
  inArray(store.tables.memberships.organizationId, organizationIdsIn(store, scope))

/** How many places on rosters of the scope are taken today; somebody on two rosters counts twice. */
export const countMemberships = (store: Store, scope: Scope): Promise<number> =>
  store.db.$count(store.tables.memberships, and(isNull(store.tables.memberships.endedOn), membershipsIn(store, scope)))

/** A person's memberships within the scope, the newest first. */
export async function membershipsOf(store: Store, scope: Scope, personId: string) {
  const { memberships, organizations, groups } = store.tables
  const rows = await store.db
    .select({ membership: memberships, organizationName: organizations.name, groupName: groups.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .leftJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(eq(memberships.personId, personId), membershipsIn(store, scope)))
  return rows
    .map(({ membership, ...names }) => ({ ...membership, ...names }))
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))
}

/** Open ones first, then by the day they began. */
const key = ({ endedOn, startedOn, id }: Membership) => `${endedOn === null ? 1 : 0}${startedOn}${id}`

export type OwnMembership = Awaited<ReturnType<typeof membershipsOf>>[number]

/** Changes role group, group and note of an open membership in the scope. The caller has looked it up there. */
export async function changeMembership(
  store: Store,
  { membership, given, trail }: { membership: Membership; given: Omit<NewMembership, 'organizationId'>; trail: Trail },
): Promise<void> {
  const { memberships } = store.tables
  const subject = { kind: 'person', id: membership.personId }
  await audited(store, trail, { action: 'person.change', subject, detail: { membership: membership.id } }, (tx) => [
    tx
      .update(memberships)
      .set({ ...given, lastImportId: null })
      .where(eq(memberships.id, membership.id)),
  ])
}

/** What is wrong with the day a membership is to end on; null: nothing. It may end today, and not before it began. */
export const endFault = ({ startedOn }: Membership, day: string, now: Date): 'endsEarly' | 'endsLate' | null =>
  day < startedOn ? 'endsEarly' : day > shanghaiDay(now) ? 'endsLate' : null

/** Ends a membership that is open; the row stays. */
export async function endMembership(
  store: Store,
  { membership, day, trail }: { membership: Membership; day: string; trail: Trail },
): Promise<void> {
  const { memberships } = store.tables
  const subject = { kind: 'person', id: membership.personId }
  const detail = { organization: membership.organizationId, day }
  await audited(store, trail, { action: 'person.end', subject, detail }, (tx) => [
    tx
      .update(memberships)
      .set({ endedOn: day, lastImportId: null })
      .where(and(eq(memberships.id, membership.id), isNull(memberships.endedOn))),
  ])
}

/**
 * The statements that make a person's entry their own, once somebody has joined it: undoing the import it came with
 * leaves it, as it leaves whatever was changed by hand.
 */
export const keepEntry = (store: Store, tx: Writer, personId: string, organizationId: string): Statement[] => {
  const { memberships, persons } = store.tables
  return [
    tx.update(persons).set({ lastImportId: null }).where(eq(persons.id, personId)),
    tx
      .update(memberships)
      .set({ lastImportId: null })
      .where(
        and(
          eq(memberships.personId, personId),
          eq(memberships.organizationId, organizationId),
          isNull(memberships.endedOn),
        ),
      ),
  ]
}
