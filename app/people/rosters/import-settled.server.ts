/** What a choice comes to: the ids that applying writes with, and what somebody was before. */
import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { WITHDRAWN_NAME } from './consent-notice'
import { asBefore } from './import-current.server'
import type { ImportRow } from './import-records.server'
import { joinCodeHash, joinCodeOf } from './person-codes.server'

export type Settled = Pick<ImportRow, 'choice' | 'personId' | 'membershipId' | 'consentId' | 'joinCodeHash' | 'before'>

/** Left out. */
export const NOTHING: Settled = {
  choice: 'skip',
  personId: null,
  membershipId: null,
  consentId: null,
  joinCodeHash: null,
  before: null,
}

/** Somebody new, with a personal code of their own. */
export function asNewPerson(keys: Keys, { guardianName, consentedOn }: ImportRow): Settled {
  const personId = newId()
  return {
    choice: 'other',
    personId,
    membershipId: newId(),
    consentId: guardianName && consentedOn ? newId() : null,
    joinCodeHash: joinCodeHash(keys, joinCodeOf(keys, personId)),
    before: null,
  }
}

/** Somebody on record, as they are now; left out when they have been merged into another or emptied since. */
export async function asKnownPerson(store: Store, row: ImportRow, personId: string): Promise<Settled> {
  const { persons, memberships } = store.tables
  const membership = and(
    eq(memberships.personId, persons.id),
    eq(memberships.organizationId, row.organizationId ?? ''),
    isNull(memberships.endedOn),
  )
  const [known] = await store.db
    .select({ person: persons, membership: memberships })
    .from(persons)
    .leftJoin(memberships, membership)
    .where(and(eq(persons.id, personId), isNull(persons.mergedInto), ne(persons.name, WITHDRAWN_NAME)))
  if (!known) return NOTHING
  return {
    choice: 'same',
    personId,
    membershipId: known.membership?.id ?? newId(),
    consentId: (await bringsConsent(store, row, personId)) ? newId() : null,
    joinCodeHash: null,
    before: asBefore(known),
  }
}

/** Whether a row carries a consent that is not the newest one that holds. */
async function bringsConsent(
  store: Store,
  { guardianName, consentedOn }: ImportRow,
  personId: string,
): Promise<boolean> {
  if (!guardianName || !consentedOn) return false
  const { guardianConsents } = store.tables
  const [held] = await store.db
    .select()
    .from(guardianConsents)
    .where(and(eq(guardianConsents.personId, personId), isNull(guardianConsents.withdrawnAt)))
    .orderBy(desc(guardianConsents.recordedAt))
    .limit(1)
  return held?.guardianName !== guardianName || held.consentedOn !== consentedOn
}
