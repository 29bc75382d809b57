/** The list of persons: one line for each membership, organization by organization in the order they were entered. */
import { and, asc, eq, inArray, isNotNull, isNull, like, type SQL, sql } from 'drizzle-orm'
import { type Keys, keyedHash } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import type { Scope } from '#app/people/places/scope'
import { organizationIdsIn } from './memberships.server'
import { organizationsMeant } from './organization-choice.server'
import { maskedOf } from './person-row.server'
import { phoneOf } from './phone'

/** `state` is "left" for those who have left; otherwise who is on a roster now. */
export const PERSON_FILTERS = ['organization', 'role', 'group', 'state'] as const

/** More organizations than this with a part of a name in common are not looked through. */
const MOST_ORGANIZATIONS = 500

export type Asked = { scope: Scope; query: ListQuery; keys: Keys; seesContacts: boolean }

/** How many there are, and the rows of the page asked for. Phones are masked, and only for who may see them. */
export async function listPersons(store: Store, asked: Asked) {
  const { memberships } = store.tables
  const where = await conditions(store, asked)
  const total = await store.db.$count(memberships, where)
  const ids = await store.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(where)
    .orderBy(asc(memberships.organizationId), asc(memberships.id))
    .limit(PAGE_SIZE)
    .offset((asked.query.page - 1) * PAGE_SIZE)
  const shown = ids.map(({ id }) => id)
  return { total, rows: await readRows(store, asked, inArray(memberships.id, shown)) }
}

/** Every row of the list, for the file of exactly what is shown. */
export const everyPerson = async (store: Store, asked: Asked) => readRows(store, asked, await conditions(store, asked))

export type PersonLine = Awaited<ReturnType<typeof readRows>>[number]

async function readRows(store: Store, { seesContacts, keys }: Asked, where: SQL | undefined) {
  const { persons, memberships, organizations, groups } = store.tables
  const rows = await store.db
    .select({
      personId: persons.id,
      name: persons.name,
      birthYear: persons.birthYear,
      sex: persons.sex,
      phoneSealed: persons.phoneSealed,
      idTail: persons.idTail,
      organizationName: organizations.name,
      groupName: groups.name,
      membershipId: memberships.id,
      roleGroup: memberships.roleGroup,
      note: memberships.note,
      startedOn: memberships.startedOn,
      endedOn: memberships.endedOn,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .leftJoin(groups, eq(groups.id, memberships.groupId))
    .where(where)
    .orderBy(asc(memberships.organizationId), asc(memberships.id))
  return rows.map(({ phoneSealed, idTail, ...row }) => ({
    ...row,
    phone: seesContacts ? maskedOf(keys, phoneSealed) : null,
    idTail: seesContacts ? idTail : null,
  }))
}

async function conditions(store: Store, { scope, query, keys, seesContacts }: Asked): Promise<SQL | undefined> {
  const { memberships } = store.tables
  const { organization, role, group, state } = query.filters
  const meant = organization ? await organizationsMeant(store, scope, organization, MOST_ORGANIZATIONS) : null
  const ids = meant ? meant.map(({ id }) => id) : organizationIdsIn(store, scope)
  // Somebody searched for is found first, and the organization looked at afterwards: the other way round, every
  // organization of the district would be looked through for every person of that name.
  const column = query.search ? sql`${memberships.organizationId} || ''` : sql`${memberships.organizationId}`
  return and(
    inArray(column, ids),
    state === 'left' ? isNotNull(memberships.endedOn) : isNull(memberships.endedOn),
    role ? eq(memberships.roleGroup, role) : undefined,
    group ? eq(memberships.groupId, group) : undefined,
    query.search ? inArray(memberships.personId, searched(store, query.search, seesContacts ? keys : null)) : undefined,
  )
}

/** Persons by a part of the name, by the last four digits of the phone, or by the whole of it. */
function searched(store: Store, search: string, keys: Keys | null) {
  const { persons } = store.tables
  return store.db
    .select({ id: persons.id })
    .from(persons)
    .where((keys && byPhone(store, search, keys)) ?? like(persons.name, sql`${likePattern(search)} escape '\\'`))
}

function byPhone({ tables: { persons } }: Store, search: string, keys: Keys): SQL | null {
  if (/^\d{4}$/.test(search)) return eq(persons.phoneTail, search)
  const phone = phoneOf(search)
  const isWhole = phone.kind === 'value' && typeof phone.value === 'string'
  return isWhole ? eq(persons.phoneHash, keyedHash(keys, 'phone', String(phone.value))) : null
}
