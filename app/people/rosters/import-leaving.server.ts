/** 这是完整名单: who is on the roster and not in the list. They are shown before they leave. */
import { and, asc, eq, gt, isNotNull, lt, or } from 'drizzle-orm'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { insertRows, leavingRow } from './import-anteroom.server'
import { beforeOf } from './import-before'
import { breathe } from './import-queue.server'
import type { Import, ImportRow } from './import-records.server'
import type { RosterLine } from './import-roster.server'
import { sealedName } from './import-sealed-name.server'
import { personAt, type Rosters } from './import-verdict.server'
import { nameKey } from './person-name'

const ROWS_AT_ONCE = 250

/**
 * Writes those who would leave, after taking away the ones of an earlier dry run; none while the list is not said to be
 * complete. Whoever may be meant by a row stays: a candidate of a conflict, and namesakes of a faulty row.
 */
export async function insertLeaving(
  store: Store,
  keys: Keys,
  { found, rosters: { people } }: { found: Import; rosters: Rosters },
): Promise<void> {
  const { importRows } = store.tables
  const { id: importId, isComplete } = found
  await store.atomically((tx) => [
    tx.delete(importRows).where(and(eq(importRows.importId, importId), lt(importRows.rowNumber, 0))),
  ])
  if (!isComplete) return
  const meant = { people: await peopleMeant(store, importId), names: await namesMeant(store, keys, found) }
  const leaving = [...people.values()]
    .filter(
      ({ person, membership }) =>
        !meant.people.has(personAt(membership.organizationId, person.id)) && !meant.names.has(nameKey(person.name)),
    )
    .map((line, at) => asRow(importId, -1 - at, line))
  for (let from = 0; from < leaving.length; from += ROWS_AT_ONCE) {
    const part = leaving.slice(from, from + ROWS_AT_ONCE)
    await store.atomically((tx) => insertRows(store, tx, part))
    await breathe()
  }
}

/** Everybody whom a row names or may name. */
async function peopleMeant(store: Store, importId: string): Promise<Set<string>> {
  const { importRows } = store.tables
  const rows = await store.db
    .select({
      organizationId: importRows.organizationId,
      personId: importRows.personId,
      candidates: importRows.candidates,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), or(isNotNull(importRows.personId), isNotNull(importRows.candidates))))
  const named = rows.flatMap(({ organizationId, personId, candidates }) =>
    [...(personId ? [personId] : []), ...(candidates ?? [])].map((id) => personAt(organizationId, id)),
  )
  return new Set(named)
}

/** The names of faulty rows, read from their cells page by page. */
async function namesMeant(store: Store, keys: Keys, { id, columns }: Import): Promise<Set<string>> {
  const { importRows } = store.tables
  const names = new Set<string>()
  for (let after = 0; ; ) {
    const rows = await store.db
      .select({ rowNumber: importRows.rowNumber, name: importRows.name, cellsSealed: importRows.cellsSealed })
      .from(importRows)
      .where(and(eq(importRows.importId, id), eq(importRows.outcome, 'fault'), gt(importRows.rowNumber, after)))
      .orderBy(asc(importRows.rowNumber))
      .limit(ROWS_AT_ONCE)
    for (const row of rows) names.add(nameKey(row.name ?? sealedName(keys, columns, row) ?? ''))
    const last = rows.at(-1)
    if (!last) return names
    after = last.rowNumber
    await breathe()
  }
}

const asRow = (importId: string, rowNumber: number, { person, membership }: RosterLine): ImportRow =>
  leavingRow(importId, rowNumber, {
    personId: person.id,
    membershipId: membership.id,
    organizationId: membership.organizationId,
    groupId: membership.groupId,
    name: person.name,
    birthYear: person.birthYear,
    sex: person.sex,
    phoneTail: person.phoneTail,
    roleGroup: membership.roleGroup,
    before: beforeOf({
      ...person,
      personImportId: person.lastImportId,
      membershipId: membership.id,
      groupId: membership.groupId,
      roleGroup: membership.roleGroup,
      note: membership.note,
      membershipImportId: membership.lastImportId,
    }),
  })
