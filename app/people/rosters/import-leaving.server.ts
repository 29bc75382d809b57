/** 这是完整名单: who is on the roster and not in the list. They are shown before they leave. */
import { and, eq, lt } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { insertRows, leavingRow } from './import-anteroom.server'
import { beforeOf } from './import-before'
import { breathe } from './import-queue.server'
import type { Import, ImportRow } from './import-records.server'
import type { RosterLine } from './import-roster.server'
import { personAt, type Rosters } from './import-verdict.server'
import { nameKey } from './person-name'

const ROWS_AT_ONCE = 250

/**
 * Writes those who would leave, after taking away the ones of an earlier dry run; none while the list is not said to be
 * complete. Whoever may be meant by a row stays: a candidate of a conflict, and namesakes of a faulty row.
 */
export async function insertLeaving(
  store: Store,
  { id: importId, isComplete }: Import,
  { people }: Rosters,
): Promise<void> {
  const { importRows } = store.tables
  await store.atomically((tx) => [
    tx.delete(importRows).where(and(eq(importRows.importId, importId), lt(importRows.rowNumber, 0))),
  ])
  if (!isComplete) return
  const meant = await peopleMeant(store, importId)
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

/** Everybody whom a row names or may name, and the names of faulty rows. */
async function peopleMeant(store: Store, importId: string) {
  const { importRows } = store.tables
  const rows = await store.db
    .select({
      outcome: importRows.outcome,
      name: importRows.name,
      organizationId: importRows.organizationId,
      personId: importRows.personId,
      candidates: importRows.candidates,
    })
    .from(importRows)
    .where(eq(importRows.importId, importId))
  const named = rows.flatMap(({ organizationId, personId, candidates }) =>
    [...(personId ? [personId] : []), ...(candidates ?? [])].map((id) => personAt(organizationId, id)),
  )
  const faulty = rows.flatMap(({ outcome, name }) => (outcome === 'fault' && name ? [nameKey(name)] : []))
  return { people: new Set(named), names: new Set(faulty) }
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
