/**
 * Undoing an import: what it added goes, what it changed is put back, whoever it took off the roster returns. What
 * somebody has changed since, by hand or with a later file, stays as it is and is counted.
 */
import { and, eq, isNull, notExists, or, sql } from 'drizzle-orm'
import { filled, prepared } from '#app/db/prepared'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { deleteGroupsOfImport } from '#app/people/places/groups-of-import.server'
import type { Scope } from '#app/people/places/scope'
import { alias } from '#drizzle/kit'
import { type Before, readBefore } from './import-before'
import { type CurrentPerson, currentPeople } from './import-current.server'
import { isRefusedByGuard, refuseUnlessStatus } from './import-guards.server'
import { findImport } from './import-records.server'
import { isUndoable } from './import-status'
import { takeAway } from './import-take-away.server'
import { countWritten, isLeaving, isWritten } from './import-written.server'

/** `left`: how many rows stay, because they were changed since. `closed`: not applied, undone already, or too old. */
export type UndoOutcome = { outcome: 'undone'; left: number } | { outcome: 'closed' }

/** Undoes an import of the scope within 90 days; null when there is none. */
export async function undoImport(
  store: Store,
  { scope, importId, trail }: { scope: Scope; importId: string; trail: Trail },
): Promise<UndoOutcome | null> {
  const found = await findImport(store, scope, importId)
  if (!found) return null
  if (!isUndoable(found, trail.now)) return { outcome: 'closed' }
  const { untouched, changed } = await readUntouched(store, importId)
  const left = (await countWritten(store, importId)) - untouched
  const subject = { kind: 'import', id: importId }
  try {
    await audited(store, trail, { action: 'roster.importUndo', subject, detail: { rows: untouched, left } }, (tx) => [
      refuseUnlessStatus(store, tx, importId, 'applied'),
      ...takeAway(store, tx, importId),
      ...changed.flatMap((before) => putBack(store, tx, importId, before)),
      deleteGroupsOfImport(store, tx, eq(store.tables.importRows.importId, importId)),
      tx
        .update(store.tables.imports)
        .set({ status: 'undone', undoneAt: trail.now })
        .where(eq(store.tables.imports.id, importId)),
    ])
  } catch (error) {
    if (isRefusedByGuard(error) && (await findImport(store, scope, importId))?.status !== 'applied')
      return { outcome: 'closed' }
    throw error
  }
  return { outcome: 'undone', left }
}

type Kept = Before & { personId: string; writesPerson: boolean }

/** How many rows are as the import left them, and of these what must be put back. */
async function readUntouched(store: Store, importId: string): Promise<{ untouched: number; changed: Kept[] }> {
  const changed: Kept[] = []
  let untouched = 0
  const written = or(isWritten(store, importId), and(isLeaving(store, importId), notExists(returned(store))))
  for await (const rows of currentPeople(store, importId, written)) {
    for (const { row, person, membership } of rows.filter((current) => isUntouched(current, importId))) {
      untouched += 1
      const before = readBefore(row.before)
      if (before && membership) changed.push({ ...before, personId: person.id, writesPerson: writesPerson(row) })
    }
  }
  return { untouched, changed }
}

/** Whether a row writes the person, not only a membership; see `changesPerson`. */
const writesPerson = ({ outcome, joinCodeHash }: CurrentPerson['row']): boolean =>
  outcome !== 'leaves' && (outcome !== 'duplicate' || joinCodeHash !== null)

const isUntouched = ({ row, person, membership }: CurrentPerson, importId: string): boolean =>
  membership?.lastImportId === importId && (!writesPerson(row) || person.lastImportId === importId)

/** Somebody who left and stands on the roster again by another membership. */
function returned({ db, tables: { importRows, memberships } }: Store) {
  const again = alias(memberships, 'again')
  const same = and(
    eq(again.personId, importRows.personId),
    eq(again.organizationId, importRows.organizationId),
    isNull(again.endedOn),
  )
  return db.select({ one: sql`1` }).from(again).where(same)
}

/** The statements that make one person and their membership what they were. */
function putBack(store: Store, tx: Writer, importId: string, { writesPerson, ...before }: Kept): Statement[] {
  const membership = before.membershipId ? [filled(restoreMembership(store, tx), { ...before, importId })] : []
  return writesPerson ? [filled(restorePerson(store, tx), { ...before, importId }), ...membership] : membership
}

const restorePerson = prepared(({ tables: { persons } }, tx: Writer) =>
  tx
    .update(persons)
    .set({
      name: hole('name'),
      birthYear: hole('birthYear'),
      sex: hole('sex'),
      phoneSealed: hole('phoneSealed'),
      phoneHash: hole('phoneHash'),
      phoneTail: hole('phoneTail'),
      idHash: hole('idHash'),
      idTail: hole('idTail'),
      lastImportId: hole('personImportId'),
    })
    .where(and(eq(persons.id, hole('personId')), eq(persons.lastImportId, hole('importId'))))
    .prepare(),
)

/** Also for whoever left: nobody's membership that an import changes had ended. */
const restoreMembership = prepared(({ tables: { memberships } }, tx: Writer) =>
  tx
    .update(memberships)
    .set({
      groupId: hole('groupId'),
      roleGroup: hole('roleGroup'),
      note: hole('note'),
      endedOn: null,
      lastImportId: hole('membershipImportId'),
    })
    .where(and(eq(memberships.id, hole('membershipId')), eq(memberships.lastImportId, hole('importId'))))
    .prepare(),
)

const hole = (name: string) => sql`${sql.placeholder(name)}`
