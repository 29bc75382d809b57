/** Two entries that turn out to be one person: proposals, and the merge. */
import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { moveLinksOfPerson } from '#app/people/learners/links.server'
import type { Scope } from '#app/people/places/scope'
import { alias } from '#drizzle/kit'
import type { PersonRow } from './person-row.server'
import { personsIn } from './persons.server'

const MOST_PROPOSALS = 10

/** Who of the scope may be the same person: the same phone, or the same name and year of birth. */
export async function proposeSame(store: Store, scope: Scope, personId: string) {
  const { persons } = store.tables
  const [own] = await store.db.select().from(persons).where(eq(persons.id, personId))
  if (!own) return []
  const sameName = and(eq(persons.name, own.name), own.birthYear ? eq(persons.birthYear, own.birthYear) : undefined)
  const same = or(
    own.phoneHash ? eq(persons.phoneHash, own.phoneHash) : undefined,
    own.idHash ? eq(persons.idHash, own.idHash) : undefined,
    own.birthYear ? sameName : undefined,
  )
  if (!same) return []
  const found = await store.db
    .select({
      id: persons.id,
      name: persons.name,
      birthYear: persons.birthYear,
      phoneHash: persons.phoneHash,
      idHash: persons.idHash,
    })
    .from(persons)
    .where(and(same, ne(persons.id, personId), isNull(persons.mergedInto), personsIn(store, scope)))
    .orderBy(persons.id)
    .limit(MOST_PROPOSALS)
  return found.map(({ phoneHash, idHash, ...person }) => ({
    ...person,
    because: reasonFor({ phoneHash, idHash }, own),
  }))
}

type Hashes = Pick<PersonRow, 'phoneHash' | 'idHash'>

const reasonFor = (one: Hashes, other: Hashes): 'samePhone' | 'sameId' | 'sameName' => {
  if (one.phoneHash !== null && one.phoneHash === other.phoneHash) return 'samePhone'
  return one.idHash !== null && one.idHash === other.idHash ? 'sameId' : 'sameName'
}

/**
 * Makes one person of two: memberships, devices and consents of `from` become those of `into`, which also takes over
 * what it did not know itself. Where both stand on the same roster, the membership of `from` ends today. The entry of
 * `from` stays as it was and leads to `into`, and so does its printed code. False when one of them is not in the scope.
 */
export async function mergePersons(
  store: Store,
  { scope, from, into, trail }: { scope: Scope; from: string; into: string; trail: Trail },
): Promise<boolean> {
  const { persons, memberships, guardianConsents } = store.tables
  const rows = await store.db
    .select()
    .from(persons)
    .where(and(inArray(persons.id, [from, into]), isNull(persons.mergedInto), personsIn(store, scope)))
  const [left, kept] = [from, into].map((id) => rows.find((row) => row.id === id))
  if (!left || !kept || from === into) return false
  const other = alias(memberships, 'other')
  const deed = { action: 'person.merge', subject: { kind: 'person', id: into }, detail: { from } } as const
  await audited(store, trail, deed, (tx) => {
    const doubled = tx
      .select({ organizationId: other.organizationId })
      .from(other)
      .where(and(eq(other.personId, into), isNull(other.endedOn)))
    return [
      tx
        .update(memberships)
        .set({ endedOn: shanghaiDay(trail.now) })
        .where(
          and(
            eq(memberships.personId, from),
            isNull(memberships.endedOn),
            inArray(memberships.organizationId, doubled),
          ),
        ),
      tx.update(memberships).set({ personId: into, lastImportId: null }).where(eq(memberships.personId, from)),
      tx.update(guardianConsents).set({ personId: into }).where(eq(guardianConsents.personId, from)),
      moveLinksOfPerson(store, tx, from, into),
      tx
        .update(persons)
        .set({ mergedInto: into, lastImportId: null })
        .where(or(eq(persons.id, from), eq(persons.mergedInto, from))),
      tx
        .update(persons)
        .set({ ...whatWasMissing(kept, left), lastImportId: null })
        .where(eq(persons.id, into)),
    ]
  })
  return true
}

/** What one entry knows and the other does not. */
function whatWasMissing(kept: PersonRow, left: PersonRow): Partial<PersonRow> {
  const { phoneSealed, phoneHash, phoneTail, idHash, idTail } = left
  return {
    birthYear: kept.birthYear ?? left.birthYear,
    sex: kept.sex ?? left.sex,
    ...(kept.phoneHash ? {} : { phoneSealed, phoneHash, phoneTail }),
    ...(kept.idHash ? {} : { idHash, idTail }),
  }
}
