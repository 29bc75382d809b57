/** The people that the rows of an import are about, as the roster has them now. */
import { and, asc, eq, gt, isNotNull, or, type SQL } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { type Before, beforeOf, isSame, readBefore } from './import-before'
import { breathe } from './import-queue.server'
import { isLeaving, isWritten } from './import-written.server'

const PAGE_ROWS = 1000

/** Pages of rows with their people, other requests in between. Rows whose person is not on record are left out. */
export async function* currentPeople(store: Store, importId: string, where: SQL | undefined) {
  const { importRows, persons, memberships } = store.tables
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await store.db
      .select({
        row: {
          rowNumber: importRows.rowNumber,
          outcome: importRows.outcome,
          joinCodeHash: importRows.joinCodeHash,
          before: importRows.before,
        },
        person: persons,
        membership: memberships,
      })
      .from(importRows)
      .innerJoin(persons, eq(persons.id, importRows.personId))
      .leftJoin(memberships, eq(memberships.id, importRows.membershipId))
      .where(and(eq(importRows.importId, importId), where, gt(importRows.rowNumber, after)))
      .orderBy(asc(importRows.rowNumber))
      .limit(PAGE_ROWS)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.row.rowNumber ?? after
    await breathe()
  }
}

type Current = Pick<
  Awaited<ReturnType<Awaited<ReturnType<typeof currentPeople>>['next']>>['value'] & object,
  number
>[number]

export type CurrentPerson = Current

/** Somebody as they are, in the shape that is kept of how they were. */
export const asBefore = ({ person, membership }: Pick<Current, 'person' | 'membership'>): Before =>
  beforeOf({
    ...person,
    personImportId: person.lastImportId,
    membershipId: membership?.id ?? null,
    groupId: membership?.groupId ?? null,
    roleGroup: membership?.roleGroup ?? null,
    note: membership?.note ?? null,
    membershipImportId: membership?.lastImportId ?? null,
  })

/** Whether somebody whom the import would change is no longer as the dry run saw them. */
export async function rosterDiffers(store: Store, importId: string): Promise<boolean> {
  const { importRows } = store.tables
  const known = and(or(isWritten(store, importId), isLeaving(store, importId)), isNotNull(importRows.before))
  for await (const rows of currentPeople(store, importId, known)) {
    for (const current of rows) {
      const seen = readBefore(current.row.before)
      if (!seen || !isSame(seen, asBefore(current))) return true
    }
  }
  return false
}
