/** The statements that carry an import from the anteroom into the roster, each over all rows at once. */
import { type AnyColumn, and, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Statement, Store, Writer } from '#app/db/store.server'
import type { Trail } from '#app/people/audit/trail'
import { insertGroupsOfImport } from '#app/people/places/groups-of-import.server'
import { NOTICE_VERSION } from './consent-notice'
import { changesPerson, isLeaving, isNewPerson, isWritten } from './import-written.server'

/** Everything that applying writes, in the order in which rows need each other. */
export const statementsOf = (store: Store, tx: Writer, importId: string, trail: Trail): Statement[] => [
  insertGroupsOfImport(store, tx, isWritten(store, importId)),
  changePersons(store, tx, importId),
  changeMemberships(store, tx, importId),
  insertPersons(store, tx, importId, trail.now),
  insertMemberships(store, tx, importId, trail.now),
  insertConsents(store, tx, importId, trail),
  endMemberships(store, tx, importId, trail.now),
  tx
    .update(store.tables.imports)
    .set({ status: 'applied', appliedAt: trail.now })
    .where(eq(store.tables.imports.id, importId)),
]

/** An empty cell says nothing, so it changes nothing; nor does a masked phone, or a year that was counted from an age. */
function changePersons(store: Store, tx: Writer, importId: string): Statement {
  const { persons, importRows: row } = store.tables
  const kept = (name: 'sex' | 'idHash' | 'idTail') => sql`coalesce(${row[name]}, ${persons[name]})`
  const phone = (name: 'phoneSealed' | 'phoneHash' | 'phoneTail') =>
    sql`case when ${isNull(row.phoneHash)} then ${persons[name]} else ${row[name]} end`
  const isSameYear = and(
    eq(row.isBirthApproximate, true),
    sql`${persons.birthYear} between ${row.birthYear} - 1 and ${row.birthYear} + 1`,
  )
  return tx
    .update(persons)
    .set({
      name: sql`${row.name}`,
      birthYear: sql`case when ${isSameYear} then ${persons.birthYear} else coalesce(${row.birthYear}, ${persons.birthYear}) end`,
      sex: kept('sex'),
      phoneSealed: phone('phoneSealed'),
      phoneHash: phone('phoneHash'),
      phoneTail: phone('phoneTail'),
      idHash: kept('idHash'),
      idTail: kept('idTail'),
      lastImportId: importId,
    })
    .from(row)
    .where(and(changesPerson(store, importId), eq(persons.id, row.personId)))
}

/** The upload's default changes the role group of nobody who is known. */
function changeMemberships(store: Store, tx: Writer, importId: string): Statement {
  const { memberships, importRows: row } = store.tables
  return tx
    .update(memberships)
    .set({
      groupId: sql`coalesce(${row.groupId}, ${memberships.groupId})`,
      roleGroup: sql`case when ${eq(row.isRoleGiven, true)} then ${row.roleGroup} else ${memberships.roleGroup} end`,
      note: sql`coalesce(${row.note}, ${memberships.note})`,
      lastImportId: importId,
    })
    .from(row)
    .where(and(isWritten(store, importId), eq(memberships.id, row.membershipId)))
}

function insertPersons(store: Store, tx: Writer, importId: string, now: Date): Statement {
  const { persons, importRows: row } = store.tables
  // Of a masked phone nothing is known.
  const whole = (column: AnyColumn, name: string) =>
    sql<string | null>`case when ${isNull(row.phoneHash)} then null else ${column} end`.as(name)
  return tx.insert(persons).select(
    tx
      .select({
        id: given(row.personId, 'id'),
        name: given(row.name, 'name'),
        birthYear: row.birthYear,
        sex: row.sex,
        phoneSealed: whole(row.phoneSealed, 'phone_sealed'),
        phoneHash: row.phoneHash,
        phoneTail: whole(row.phoneTail, 'phone_tail'),
        idHash: row.idHash,
        idTail: row.idTail,
        joinCodeHash: given(row.joinCodeHash, 'join_code_hash'),
        joinFailures: sql<number>`0`.as('join_failures'),
        joinFailuresOn: sql<null>`null`.as('join_failures_on'),
        mergedInto: sql<null>`null`.as('merged_into'),
        lastImportId: sql<string>`${importId}`.as('last_import_id'),
        createdAt: sql<Date>`${now.getTime()}`.as('created_at'),
      })
      .from(row)
      .where(isNewPerson(store, importId)),
  )
}

function insertMemberships(store: Store, tx: Writer, importId: string, now: Date): Statement {
  const { memberships, importRows: row } = store.tables
  const there = tx.select({ one: sql`1` }).from(memberships).where(eq(memberships.id, row.membershipId))
  return tx.insert(memberships).select(
    tx
      .select({
        id: given(row.membershipId, 'id'),
        personId: given(row.personId, 'person_id'),
        organizationId: given(row.organizationId, 'organization_id'),
        groupId: row.groupId,
        roleGroup: given(row.roleGroup, 'role_group'),
        note: row.note,
        startedOn: sql<string>`${shanghaiDay(now)}`.as('started_on'),
        endedOn: sql<null>`null`.as('ended_on'),
        importId: sql<string>`${importId}`.as('import_id'),
        lastImportId: sql<string>`${importId}`.as('last_import_id'),
      })
      .from(row)
      .where(and(isWritten(store, importId), notExists(there))),
  )
}

function insertConsents(store: Store, tx: Writer, importId: string, { accountId, now }: Trail): Statement {
  const { guardianConsents, importRows: row } = store.tables
  return tx.insert(guardianConsents).select(
    tx
      .select({
        id: given(row.consentId, 'id'),
        personId: given(row.personId, 'person_id'),
        guardianName: given(row.guardianName, 'guardian_name'),
        noticeVersion: sql<string>`${NOTICE_VERSION}`.as('notice_version'),
        channel: sql<'import'>`${'import'}`.as('channel'),
        consentedOn: given(row.consentedOn, 'consented_on'),
        recordedBy: sql<string>`${accountId}`.as('recorded_by'),
        recordedAt: sql<Date>`${now.getTime()}`.as('recorded_at'),
        withdrawnAt: sql<null>`null`.as('withdrawn_at'),
        importId: sql<string>`${importId}`.as('import_id'),
      })
      .from(row)
      .where(and(isWritten(store, importId), isNotNull(row.consentId))),
  )
}

function endMemberships(store: Store, tx: Writer, importId: string, now: Date): Statement {
  const { memberships, importRows } = store.tables
  const leaving = tx.select({ id: importRows.membershipId }).from(importRows).where(isLeaving(store, importId))
  return tx
    .update(memberships)
    .set({ endedOn: shanghaiDay(now), lastImportId: importId })
    .where(inArray(memberships.id, leaving))
}

/** A column of the row that is filled in every row that is written; the roster's own constraints would refuse another. */
const given = (column: AnyColumn, name: string) => sql<string>`${column}`.as(name)
