/** Consents of guardians: recorded before a child under 14 stands on a roster; withdrawing one takes the child off it. */
import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { closingOf, openLinksOfPersons } from '#app/people/learners/links.server'
import { type ConsentChannel, NOTICE_VERSION, WITHDRAWN_NAME } from './consent-notice'

export type Consent = Store['tables']['guardianConsents']['$inferSelect']
export type GivenConsent = { guardianName: string; channel: ConsentChannel; consentedOn: string }

/** The consents of a person the caller has looked up in their scope, the newest first. */
export async function listConsents(store: Store, personId: string): Promise<Consent[]> {
  const { guardianConsents } = store.tables
  return store.db
    .select()
    .from(guardianConsents)
    .where(eq(guardianConsents.personId, personId))
    .orderBy(desc(guardianConsents.recordedAt), desc(guardianConsents.id))
}

/** Which of these persons have a consent that holds. */
export async function withConsent(store: Store, personIds: string[]): Promise<Set<string>> {
  const { guardianConsents } = store.tables
  const rows = await store.db
    .selectDistinct({ personId: guardianConsents.personId })
    .from(guardianConsents)
    .where(and(inArray(guardianConsents.personId, personIds), isNull(guardianConsents.withdrawnAt)))
  return new Set(rows.map(({ personId }) => personId))
}

/** The statement that records a consent to the notice as it stands today; by an account, never by nobody. */
export function insertConsent(
  store: Store,
  tx: Writer,
  personId: string,
  { given, trail }: { given: GivenConsent; trail: Trail & { accountId: string } },
): Statement {
  return tx.insert(store.tables.guardianConsents).values({
    id: newId(),
    personId,
    ...given,
    noticeVersion: NOTICE_VERSION,
    recordedBy: trail.accountId,
    recordedAt: trail.now,
    withdrawnAt: null,
    importId: null,
  })
}

export const consentDeed = (personId: string, { channel }: GivenConsent) => ({
  action: 'consent.record' as const,
  subject: { kind: 'person', id: personId },
  detail: { channel, notice: NOTICE_VERSION },
})

/** Records a consent for somebody who stands on a roster already. */
export async function recordConsent(
  store: Store,
  personId: string,
  given: { given: GivenConsent; trail: Trail & { accountId: string } },
): Promise<void> {
  await audited(store, given.trail, consentDeed(personId, given.given), (tx) => [
    insertConsent(store, tx, personId, given),
  ])
}

/**
 * Withdraws the consent: the child leaves every roster today, also those the caller does not see; name, birth year,
 * phone, hashes, notes and the guardian's name are removed, and so is what an import still holds of them (one that waits
 * to be applied forgets the row); devices are let go. The empty entry stays, so that what was counted stays counted.
 */
export async function withdrawConsent(store: Store, personId: string, trail: Trail): Promise<void> {
  const { persons } = store.tables
  const rows = await store.db
    .select({ id: persons.id })
    .from(persons)
    .where(or(eq(persons.id, personId), eq(persons.mergedInto, personId)))
  const ids = rows.map(({ id }) => id)
  const leave = await closingOf(store, await openLinksOfPersons(store, ids), trail.now)
  const deed = { action: 'consent.withdraw', subject: { kind: 'person', id: personId } } as const
  await audited(store, trail, deed, (tx) => [...leave(tx), ...emptyPersons(store, tx, ids, trail.now)])
}

function emptyPersons(store: Store, tx: Writer, ids: string[], now: Date): Statement[] {
  const { persons, memberships, guardianConsents, imports, importRows } = store.tables
  const waiting = tx
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.status, ['checking', 'ready']))
  const nothing = { phoneSealed: null, phoneHash: null, phoneTail: null, idHash: null, idTail: null }
  return [
    tx
      .update(memberships)
      .set({ endedOn: shanghaiDay(now) })
      .where(and(inArray(memberships.personId, ids), isNull(memberships.endedOn))),
    tx.update(memberships).set({ note: null, lastImportId: null }).where(inArray(memberships.personId, ids)),
    tx
      .update(persons)
      .set({ name: WITHDRAWN_NAME, birthYear: null, sex: null, ...nothing, lastImportId: null })
      .where(inArray(persons.id, ids)),
    tx
      .update(guardianConsents)
      .set({ guardianName: WITHDRAWN_NAME, withdrawnAt: now })
      .where(inArray(guardianConsents.personId, ids)),
    tx.delete(importRows).where(and(inArray(importRows.personId, ids), inArray(importRows.importId, waiting))),
    tx
      .update(importRows)
      .set({
        cellsSealed: null,
        faults: null,
        name: null,
        birthYear: null,
        ...nothing,
        note: null,
        guardianName: null,
        before: null,
      })
      .where(inArray(importRows.personId, ids)),
  ]
}
