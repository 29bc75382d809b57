/** 班组: classes, shifts, buildings of an organization. Two spellings of one name are one group. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { isId, newId } from '#app/db/ids'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { groupKey } from '#app/people/rosters/group-name'
import { reassignGroup } from '#app/people/rosters/memberships.server'
import { findOrganizationIn } from './organizations.server'
import { done, type Outcome, refused } from './outcome'
import { countInGroups } from './roster-counts.server'
import type { Scope } from './scope'
import { organizationsIn } from './scope.server'

export type Group = Store['tables']['groups']['$inferSelect']
export type GroupProblem =
  | 'groupNameEmpty'
  | 'groupTaken'
  | 'groupIsClosed'
  | 'groupInUse'
  | 'same'
  | 'organizationIsClosed'

/** The groups of an organization in the scope, open ones first, each with the people in it. */
export async function listGroups(store: Store, scope: Scope, organizationId: string) {
  const { groups } = store.tables
  const rows = await store.db
    .select()
    .from(groups)
    .where(and(eq(groups.organizationId, organizationId), groupsIn(store, scope)))
    .orderBy(asc(groups.name))
  const people = await countInGroups(
    store,
    rows.map(({ id }) => id),
  )
  return rows
    .map((row) => ({ ...row, people: people.get(row.id) ?? 0 }))
    .sort((a, b) => byState(a) - byState(b) || a.key.localeCompare(b.key, 'zh-CN', { numeric: true }))
}

const byState = ({ closedOn }: Group) => (closedOn === null ? 0 : 1)

/** For the WHERE: groups of organizations in the scope. */
function groupsIn(store: Store, scope: Scope) {
  const { groups, organizations } = store.tables
  const inScope = store.db.select({ id: organizations.id }).from(organizations).where(organizationsIn(store, scope))
  return inArray(groups.organizationId, inScope)
}

type At = { scope: Scope; trail: Trail; organizationId: string }

/** Adds a group; one that was closed under this name is opened again. Null: no such organization in the scope. */
export async function addGroup(
  store: Store,
  { scope, trail, organizationId }: At,
  name: string,
): Promise<Outcome<GroupProblem> | null> {
  const organization = await findOrganizationIn(store, scope, organizationId)
  if (!organization) return null
  if (organization.closedOn) return refused('organizationIsClosed')
  const key = groupKey(name)
  if (key === '') return refused('groupNameEmpty', { at: 'group' })
  const { groups } = store.tables
  const holder = await groupByKey(store, organizationId, key)
  if (holder && !holder.closedOn) return refused('groupTaken', { at: 'group', name: holder.name })
  const id = holder?.id ?? newId()
  return unlessTaken(id, name, () =>
    audited(store, trail, { action: 'group.add', subject: { kind: 'group', id } }, (tx) => [
      holder
        ? update(store, tx, scope, id, { name, closedOn: null })
        : tx.insert(groups).values({ id, organizationId, name, key }),
    ]),
  )
}

/** Gives a group another name. Null: no such group of this organization in the scope. */
export async function renameGroup(
  store: Store,
  { scope, trail, organizationId }: At,
  id: string,
  name: string,
): Promise<Outcome<GroupProblem> | null> {
  const group = await findGroup(store, { scope, organizationId }, id)
  if (!group) return null
  if (group.closedOn) return refused('groupIsClosed')
  const key = groupKey(name)
  if (key === '') return refused('groupNameEmpty')
  const holder = await groupByKey(store, organizationId, key)
  if (holder && holder.id !== id) return refused('groupTaken', { name: holder.name })
  return unlessTaken(id, name, () =>
    audited(store, trail, { action: 'group.change', subject: { kind: 'group', id } }, (tx) => [
      update(store, tx, scope, id, { name, key }),
    ]),
  )
}

/** Closes a group that nobody is in any more. Null: no such group of this organization in the scope. */
export async function closeGroup(
  store: Store,
  { scope, trail, organizationId }: At,
  id: string,
): Promise<Outcome<GroupProblem> | null> {
  const group = await findGroup(store, { scope, organizationId }, id)
  if (!group) return null
  if (group.closedOn) return done(id)
  const people = (await countInGroups(store, [id])).get(id) ?? 0
  if (people > 0) return refused('groupInUse', { people, name: group.name })
  await audited(store, trail, { action: 'group.close', subject: { kind: 'group', id } }, (tx) => [
    update(store, tx, scope, id, { closedOn: shanghaiDay(trail.now) }),
  ])
  return done(id)
}

/** Moves everybody of one group to another of the same organization and closes it. Null: one of them is not there. */
export async function mergeGroup(
  store: Store,
  { scope, trail, organizationId }: At,
  id: string,
  intoId: string,
): Promise<Outcome<GroupProblem> | null> {
  const from = await findGroup(store, { scope, organizationId }, id)
  const into = await findGroup(store, { scope, organizationId }, intoId)
  if (!from || !into) return null
  if (id === intoId) return refused('same')
  if (from.closedOn || into.closedOn) return refused('groupIsClosed')
  const deed = { action: 'group.merge' as const, subject: { kind: 'group', id }, detail: { into: intoId } }
  await audited(store, trail, deed, (tx) => [
    reassignGroup(store, tx, id, intoId),
    update(store, tx, scope, id, { closedOn: shanghaiDay(trail.now) }),
  ])
  return done(intoId)
}

async function findGroup(
  store: Store,
  { scope, organizationId }: Omit<At, 'trail'>,
  id: string,
): Promise<Group | null> {
  const { groups } = store.tables
  if (!isId(id)) return null
  const [group] = await store.db
    .select()
    .from(groups)
    .where(and(eq(groups.id, id), eq(groups.organizationId, organizationId), groupsIn(store, scope)))
  return group ?? null
}

async function groupByKey(store: Store, organizationId: string, key: string): Promise<Group | null> {
  const { groups } = store.tables
  const [group] = await store.db
    .select()
    .from(groups)
    .where(and(eq(groups.organizationId, organizationId), eq(groups.key, key)))
  return group ?? null
}

async function unlessTaken(id: string, name: string, write: () => Promise<void>): Promise<Outcome<GroupProblem>> {
  try {
    await write()
    return done(id)
  } catch (error) {
    if (isTaken(error)) return refused('groupTaken', { name })
    throw error
  }
}

/** The statement that changes one group, if its organization lies in the scope. */
function update(store: Store, tx: Writer, scope: Scope, id: string, to: Partial<Group>): Statement {
  const { groups } = store.tables
  return tx
    .update(groups)
    .set(to)
    .where(and(eq(groups.id, id), groupsIn(store, scope)))
}

/** The open groups of organizations, by organization, in the order of their names. The caller has checked the scope. */
export async function openGroupsOf(store: Store, organizationIds: string[]): Promise<Map<string, Group[]>> {
  const { groups } = store.tables
  const rows = await store.db.select().from(groups).where(isNull(groups.closedOn)).orderBy(asc(groups.name))
  const wanted = new Set(organizationIds)
  const found = new Map<string, Group[]>()
  for (const row of rows.filter(({ organizationId }) => wanted.has(organizationId)))
    found.set(row.organizationId, [...(found.get(row.organizationId) ?? []), row])
  return found
}
