import { and, eq, inArray, isNotNull, isNull, ne, notExists, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { alias } from '#drizzle/kit'
import { changesPerson, isNewPerson } from './import-written.server'

/** The statements that take away what an import added, as far as nothing else has come to hold on to it. */
export function takeAway(store: Store, tx: Writer, importId: string): Statement[] {
  const { memberships, persons, guardianConsents, learnerLinks, importRows } = store.tables
  const one = { one: sql`1` }
  const idsOf = (where: SQL | undefined) => tx.select({ id: importRows.personId }).from(importRows).where(where)
  const changedByHand = tx
    .select({ id: persons.id })
    .from(persons)
    .where(
      and(
        or(
          inArray(persons.id, idsOf(isNewPerson(store, importId))),
          inArray(persons.id, idsOf(changesPerson(store, importId))),
        ),
        or(isNull(persons.lastImportId), ne(persons.lastImportId, importId)),
      ),
    )
  // Whoever stays keeps the consent they stay by: somebody new who has come to stand elsewhere or has been joined, and
  // somebody who is not put back because their place on the roster was changed by hand.
  const standsElsewhere = tx.select(one).from(memberships).where(eq(memberships.personId, guardianConsents.personId))
  const isJoined = tx.select(one).from(learnerLinks).where(eq(learnerLinks.personId, guardianConsents.personId))
  const changedPlace = tx
    .select({ id: importRows.personId })
    .from(importRows)
    .innerJoin(memberships, eq(memberships.id, importRows.membershipId))
    .where(
      and(changesPerson(store, importId), or(isNull(memberships.lastImportId), ne(memberships.lastImportId, importId))),
    )
  const goes = and(
    inArray(guardianConsents.personId, idsOf(isNewPerson(store, importId))),
    notExists(standsElsewhere),
    notExists(isJoined),
  )
  const isPutBack = and(
    inArray(guardianConsents.personId, idsOf(changesPerson(store, importId))),
    notInArray(guardianConsents.personId, changedPlace),
  )
  const other = alias(persons, 'other')
  return [
    tx
      .delete(memberships)
      .where(
        and(
          eq(memberships.importId, importId),
          eq(memberships.lastImportId, importId),
          notInArray(memberships.personId, changedByHand),
        ),
      ),
    tx
      .delete(guardianConsents)
      .where(
        and(
          eq(guardianConsents.importId, importId),
          notInArray(guardianConsents.personId, changedByHand),
          or(goes, isPutBack),
        ),
      ),
    tx.delete(persons).where(
      and(
        inArray(persons.id, idsOf(isNewPerson(store, importId))),
        eq(persons.lastImportId, importId),
        notExists(tx.select(one).from(memberships).where(eq(memberships.personId, persons.id))),
        notExists(tx.select(one).from(guardianConsents).where(eq(guardianConsents.personId, persons.id))),
        notExists(tx.select(one).from(learnerLinks).where(eq(learnerLinks.personId, persons.id))),
        notInArray(
          persons.id,
          tx
            .select({ id: sql<string>`${other.mergedInto}`.as('id') })
            .from(other)
            .where(isNotNull(other.mergedInto)),
        ),
      ),
    ),
  ]
}
