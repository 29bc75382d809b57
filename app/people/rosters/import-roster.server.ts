/** The rosters that rows are compared with, read in pages so that other requests run in between. */
import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { groupKey } from './group-name'
import { breathe } from './import-queue.server'

const PAGE_ROWS = 1000

/** Everybody on the rosters of these organizations now. */
export async function readRoster(store: Store, organizationIds: string[]) {
  const people: RosterLine[] = []
  for (const organizationId of organizationIds) {
    for (let after = ''; ; ) {
      const rows = await rosterPage(store, organizationId, after)
      people.push(...rows)
      const last = rows.at(-1)
      if (!last || rows.length < PAGE_ROWS) break
      after = last.membership.id
      await breathe()
    }
  }
  return people
}

export type RosterLine = Awaited<ReturnType<typeof rosterPage>>[number]

async function rosterPage(
  { db, tables: { memberships, persons, groups } }: Store,
  organizationId: string,
  after: string,
) {
  return db
    .select({ person: persons, membership: memberships, groupKey: groups.key })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(groups, eq(groups.id, memberships.groupId))
    .where(and(eq(memberships.organizationId, organizationId), isNull(memberships.endedOn), gt(memberships.id, after)))
    .orderBy(asc(memberships.id))
    .limit(PAGE_ROWS)
}

export type HeldConsent = { guardianName: string; consentedOn: string }

/** The newest consent that holds of everybody on these rosters who has one. */
export async function readConsents(store: Store, organizationIds: string[]): Promise<Map<string, HeldConsent>> {
  const { guardianConsents, memberships } = store.tables
  const here = store.db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(inArray(memberships.organizationId, organizationIds), isNull(memberships.endedOn)))
  const rows = await store.db
    .select({
      personId: guardianConsents.personId,
      guardianName: guardianConsents.guardianName,
      consentedOn: guardianConsents.consentedOn,
    })
    .from(guardianConsents)
    .where(and(isNull(guardianConsents.withdrawnAt), inArray(guardianConsents.personId, here)))
    .orderBy(desc(guardianConsents.recordedAt), desc(guardianConsents.id))
  const newest = new Map<string, HeldConsent>()
  for (const { personId, ...consent } of rows) if (!newest.has(personId)) newest.set(personId, consent)
  return newest
}

/** The groups of these organizations by organization and key; what is made in the dry run is added by the caller. */
export async function readGroups(
  store: Store,
  organizationIds: string[],
): Promise<Map<string, { id: string; name: string }>> {
  const { groups } = store.tables
  const rows = await store.db.select().from(groups).where(inArray(groups.organizationId, organizationIds))
  return new Map(rows.map(({ id, name, organizationId, key }) => [groupAt(organizationId, key), { id, name }]))
}

export const groupAt = (organizationId: string, key: string): string => `${organizationId}\u0000${key}`

/** The key of a name, each name once: a class of forty is asked for forty times. */
export function keyOfGroups(): (name: string | null) => string | null {
  const known = new Map<string, string>()
  return (name) => {
    if (name === null) return null
    const key = known.get(name) ?? groupKey(name)
    known.set(name, key)
    return key
  }
}
