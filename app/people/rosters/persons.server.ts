/** Persons: looked up, entered by hand, changed, their phone revealed. Who is not in the scope does not exist. */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { type Keys, unseal } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { audited, noted } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { consentDeed, type GivenConsent, insertConsent, withConsent } from './consents.server'
import { membershipsIn, type NewMembership, newMembershipRow } from './memberships.server'
import { mayBeUnder14 } from './minor'
import { maskedOf, newPersonRow, type PersonRow, type PlainPerson, phoneColumns } from './person-row.server'

export type StaffTrail = Trail & { accountId: string }

/** What a desk page shows of a person: the phone masked, of an ID number only the end. */
export type Person = Pick<PersonRow, 'id' | 'name' | 'birthYear' | 'sex' | 'idTail'> & { phone: string | null }

/** A person with a membership, now or once, in the scope; null for everybody else and for entries merged into another. */
export async function findPerson(
  store: Store,
  keys: Keys,
  { scope, id }: { scope: Scope; id: string },
): Promise<Person | null> {
  const { persons } = store.tables
  const [row] = await store.db
    .select({
      id: persons.id,
      name: persons.name,
      birthYear: persons.birthYear,
      sex: persons.sex,
      phoneSealed: persons.phoneSealed,
      idTail: persons.idTail,
    })
    .from(persons)
    .where(and(eq(persons.id, id), isNull(persons.mergedInto), personsIn(store, scope)))
  if (!row) return null
  const { phoneSealed, ...person } = row
  return { ...person, phone: maskedOf(keys, phoneSealed) }
}

/** For the WHERE of a query over persons: those who stand or stood on a roster of the scope. */
export function personsIn(store: Store, scope: Scope) {
  const { persons, memberships } = store.tables
  const seen = store.db.select({ id: memberships.personId }).from(memberships).where(membershipsIn(store, scope))
  return inArray(persons.id, seen)
}

/** Whether somebody born in this year may not stand on a roster yet, but for a guardian's consent. */
export const isConsentNeeded = (birthYear: number | null, now: Date): boolean =>
  birthYear !== null && mayBeUnder14({ birthYear }, shanghaiDay(now))

/** A pupil is a child until their year of birth says otherwise: without it nobody becomes or stays one. */
export const isBirthYearMissing = (roleGroup: string, birthYear: number | null): boolean =>
  roleGroup === 'student' && birthYear === null

export type NewPerson = {
  plain: PlainPerson
  membership: NewMembership
  consent: GivenConsent | null
  startedOn: string
}

/**
 * Enters a person by hand. Null when they may be under 14 and no consent is given: nothing is written then. The caller
 * has looked the organization up in the scope.
 */
export async function addPerson(
  store: Store,
  keys: Keys,
  { plain, membership, consent, startedOn, trail }: NewPerson & { trail: StaffTrail },
): Promise<string | null> {
  if (!consent && isConsentNeeded(plain.birthYear, trail.now)) return null
  const { persons, memberships } = store.tables
  const id = newId()
  const subject = { kind: 'person', id }
  const added = { action: 'person.add', subject, detail: { organization: membership.organizationId } } as const
  await audited(store, trail, [added, ...(consent ? [consentDeed(id, consent)] : [])], (tx) => [
    tx.insert(persons).values(newPersonRow(keys, plain, { id, now: trail.now })),
    tx.insert(memberships).values(newMembershipRow(id, membership, startedOn)),
    ...(consent ? [insertConsent(store, tx, id, { given: consent, trail })] : []),
  ])
  return id
}

/** `phone` undefined leaves it as it is; null removes it. */
export type PersonChange = Pick<PlainPerson, 'name' | 'birthYear' | 'sex'> & { phone?: string | null }

/**
 * Changes a person the caller has found in the scope. What the answer says why not: the new birth year needs a consent
 * there is none of, or a pupil would be left without one.
 */
export async function changePerson(
  store: Store,
  keys: Keys,
  personId: string,
  { change, trail }: { change: PersonChange; trail: Trail },
): Promise<'changed' | 'needsBirthYear' | 'needsConsent'> {
  const { persons } = store.tables
  if (change.birthYear === null && (await isPupil(store, personId))) return 'needsBirthYear'
  if (await lacksConsent(store, { id: personId, birthYear: change.birthYear }, trail.now)) return 'needsConsent'
  const { phone, ...plain } = change
  const columns = phone === undefined ? {} : phoneColumns(keys, phone)
  const deed = { action: 'person.change', subject: { kind: 'person', id: personId } } as const
  await audited(store, trail, deed, (tx) => [
    tx
      .update(persons)
      .set({ ...plain, ...columns, lastImportId: null })
      .where(eq(persons.id, personId)),
  ])
  return 'changed'
}

async function isPupil({ db, tables: { memberships } }: Store, personId: string): Promise<boolean> {
  const isOpen = and(eq(memberships.personId, personId), isNull(memberships.endedOn))
  return (await db.$count(memberships, and(isOpen, eq(memberships.roleGroup, 'student')))) > 0
}

/** Puts a person on another roster, from today. What the answer says why not: already there, no year of birth or consent. */
export async function addMembership(
  store: Store,
  { person, membership, trail }: { person: Pick<Person, 'id' | 'birthYear'>; membership: NewMembership; trail: Trail },
): Promise<'added' | 'alreadyThere' | 'needsBirthYear' | 'needsConsent'> {
  const { memberships } = store.tables
  const open = and(
    eq(memberships.personId, person.id),
    eq(memberships.organizationId, membership.organizationId),
    isNull(memberships.endedOn),
  )
  if ((await store.db.$count(memberships, open)) > 0) return 'alreadyThere'
  if (isBirthYearMissing(membership.roleGroup, person.birthYear)) return 'needsBirthYear'
  if (await lacksConsent(store, person, trail.now)) return 'needsConsent'
  const subject = { kind: 'person', id: person.id }
  const deed = { action: 'person.add', subject, detail: { organization: membership.organizationId } } as const
  await audited(store, trail, deed, (tx) => [
    tx.insert(memberships).values(newMembershipRow(person.id, membership, shanghaiDay(trail.now))),
  ])
  return 'added'
}

async function lacksConsent(store: Store, { id, birthYear }: Pick<Person, 'id' | 'birthYear'>, now: Date) {
  return isConsentNeeded(birthYear, now) && !(await withConsent(store, [id])).has(id)
}

/** The whole phone of a person of the scope, written down as seen; null when there is none, or it cannot be read. */
export async function revealPhone(
  store: Store,
  keys: Keys,
  { scope, personId, trail }: { scope: Scope; personId: string; trail: Trail },
): Promise<string | null> {
  const { persons } = store.tables
  const [row] = await store.db
    .select({ phoneSealed: persons.phoneSealed })
    .from(persons)
    .where(and(eq(persons.id, personId), personsIn(store, scope)))
  const phone = row?.phoneSealed ? unseal(keys, row.phoneSealed) : null
  if (phone) await noted(store, trail, { action: 'person.reveal', subject: { kind: 'person', id: personId } })
  return phone
}
