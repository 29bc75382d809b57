/** The demonstration district in a database of its own, the scopes of two of its streets, and somebody who acts. */
import { eq } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import type { Outcome } from '#app/people/places/outcome'
import { seedDemoDistrict } from '#app/people/places/regions.server'
import { type Scope, wholeDistrict } from '#app/people/places/scope'
import { newAccount, regionAt } from './desk'

export const hereScope: Scope = { kind: 'region', prefix: '990101001' }
export const elsewhereScope: Scope = { kind: 'region', prefix: '990101002' }

export async function createPlaces() {
  const store = createSqliteStore(':memory:')
  await seedDemoDistrict(store)
  const { trail } = await newAccount('admin', {}, store)
  const at = (scope: Scope, id: string) => ({ scope, trail, id })
  return {
    store,
    trail,
    /** Who acts, on what: the administrator, the organizer of 梧桐街道, the one of 河湾街道. */
    by: {
      admin: (id: string) => at(wholeDistrict, id),
      here: (id: string) => at(hereScope, id),
      elsewhere: (id: string) => at(elsewhereScope, id),
    },
    region: (code: string) => regionAt(code, store),
  }
}

/** The id of what was done; fails when it was refused. */
export function doneId(outcome: Outcome<string> | null): string {
  if (!outcome?.done) throw new Error(`refused: ${outcome?.problem ?? 'not in the scope'}`)
  return outcome.id
}

export const problemOf = (outcome: Outcome<string> | null): string | undefined =>
  outcome?.done === false ? outcome.problem : undefined

/** Puts somebody on a roster, and gives back the id of the person. */
export async function putOnRoster(
  store: Store,
  organizationId: string,
  more: { groupId?: string; personId?: string } = {},
) {
  const { persons, memberships } = store.tables
  const id = more.personId ?? newId()
  const person = { id, name: '周敏', joinCodeHash: id, joinFailures: 0, createdAt: new Date() }
  await store.atomically((tx) => [
    ...(more.personId ? [] : [tx.insert(persons).values(person)]),
    tx.insert(memberships).values({
      id: newId(),
      personId: id,
      organizationId,
      groupId: more.groupId ?? null,
      roleGroup: 'staff',
      startedOn: '2026-09-01',
    }),
  ])
  return id
}

/** Who stands where: the organization, the group and the last day of each membership of a person. */
export async function membershipsOfPerson(store: Store, personId: string) {
  const { memberships } = store.tables
  const rows = await store.db.select().from(memberships).where(eq(memberships.personId, personId))
  return rows.map(({ organizationId, groupId, endedOn }) => ({ organizationId, groupId, isOpen: endedOn === null }))
}

/** What the log says, newest last. */
export async function traces(store: Store) {
  const { auditEntries } = store.tables
  const rows = await store.db.select().from(auditEntries).orderBy(auditEntries.number)
  return rows.map(({ action, subjectId, detail }) => ({ action, subjectId, detail }))
}
