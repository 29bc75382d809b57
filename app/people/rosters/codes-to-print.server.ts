import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { noted } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import type { OrganizationName } from './organization-choice.server'
import { displayPersonCode } from './person-code'
import { joinCodeOf } from './person-codes.server'

type Asked = { organization: OrganizationName; groupId: string | null; trail: Trail }

/**
 * The personal codes of everybody on a roster now, or in one group of it, and the organization's joining code. Writes
 * down that they were taken. The caller has found the organization in the scope.
 */
export async function codesToPrint(store: Store, keys: Keys, { organization, groupId, trail }: Asked) {
  const { persons, memberships, groups, organizations } = store.tables
  const rows = await store.db
    .select({ id: persons.id, name: persons.name, groupName: groups.name })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      and(
        eq(memberships.organizationId, organization.id),
        isNull(memberships.endedOn),
        groupId ? eq(memberships.groupId, groupId) : undefined,
      ),
    )
    .orderBy(asc(groups.key), asc(memberships.id))
  const [own] = await store.db
    .select({ joinCode: organizations.joinCode })
    .from(organizations)
    .where(eq(organizations.id, organization.id))
  const subject = { kind: 'organization', id: organization.id }
  await noted(store, trail, { action: 'person.joinCodes', subject, detail: { people: rows.length, group: groupId } })
  const people = rows.map((row) => ({ ...row, code: displayPersonCode(joinCodeOf(keys, row.id)) }))
  return { joinCode: own?.joinCode ?? '', people }
}
