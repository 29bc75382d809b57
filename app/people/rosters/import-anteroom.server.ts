/** Rows on their way into the anteroom: as they were understood, their cells, phones and ID numbers out of sight. */
import { sql } from 'drizzle-orm'
import { filled, prepared } from '#app/db/prepared'
import { type Keys, seal } from '#app/db/sealed.server'
import type { Statement, Store, Writer } from '#app/db/store.server'
import type { SheetRow } from '#app/sheets/cell'
import { cellsAsText } from './import-cells'
import type { ImportRow } from './import-records.server'
import { idNumberColumns, phoneColumns } from './person-row.server'
import { phoneTailOf } from './phone'
import type { RowReading } from './read-row'

const EMPTY: Omit<ImportRow, 'importId' | 'rowNumber'> = {
  cellsSealed: null,
  outcome: 'unchecked',
  faults: null,
  candidates: null,
  why: null,
  choice: null,
  personId: null,
  membershipId: null,
  consentId: null,
  name: null,
  birthYear: null,
  sex: null,
  phoneSealed: null,
  phoneHash: null,
  phoneTail: null,
  idHash: null,
  idTail: null,
  joinCodeHash: null,
  organizationId: null,
  groupId: null,
  groupName: null,
  groupKey: null,
  roleGroup: null,
  isRoleGiven: null,
  isBirthApproximate: null,
  note: null,
  guardianName: null,
  consentedOn: null,
  before: null,
}

/** A row that is no person: a title, the header. It is kept for the file that is given back. */
export const titleRow = (keys: Keys, importId: string, { number, cells }: SheetRow): ImportRow => ({
  ...EMPTY,
  importId,
  rowNumber: number,
  cellsSealed: seal(keys, cellsAsText(cells)),
})

/**
 * A row as it was read. Of a faulty one nothing but the sealed cells is kept: it may be a child whose guardian has not
 * consented. A masked phone is sealed without a hash: whose it is shows when the row meets the roster.
 */
export function readRowOf(keys: Keys, importId: string, sheetRow: SheetRow, reading: RowReading): ImportRow {
  const kept = titleRow(keys, importId, sheetRow)
  if (!reading.ok) return { ...kept, outcome: 'fault', faults: reading.faults }
  const { row } = reading
  const phone = typeof row.phone === 'string' ? phoneColumns(keys, row.phone) : null
  return {
    ...kept,
    name: row.name,
    birthYear: row.birthYear,
    sex: row.sex,
    phoneSealed:
      phone?.phoneSealed ?? (row.phone && typeof row.phone !== 'string' ? seal(keys, row.phone.masked) : null),
    phoneHash: phone?.phoneHash ?? null,
    phoneTail: phoneTailOf(row.phone),
    idHash: idNumberColumns(keys, row.idNumber).idHash,
    idTail: row.idTail,
    organizationId: row.organizationId,
    groupName: row.groupName,
    roleGroup: row.roleGroup,
    isRoleGiven: row.isRoleGroupGiven,
    isBirthApproximate: row.isBirthYearApproximate,
    note: row.note,
    // One without the other is no consent.
    guardianName: row.guardianConsentOn && row.guardianName,
    consentedOn: row.guardianName && row.guardianConsentOn,
  }
}

/** Somebody of the roster who is not in a list that is complete; the numbers of such rows are below zero. */
export const leavingRow = (importId: string, rowNumber: number, given: Partial<ImportRow>): ImportRow => ({
  ...EMPTY,
  importId,
  rowNumber,
  outcome: 'leaves',
  ...given,
})

/** The statements that put rows into the anteroom. */
export const insertRows = (store: Store, tx: Writer, rows: ImportRow[]): Statement[] => {
  const insert = insertRow(store, tx)
  return rows.map((row) => filled(insert, row))
}

const insertRow = prepared(({ tables: { importRows } }, tx: Writer) => {
  const holes = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, sql.placeholder(name)]))
  const keyed = { importId: sql.placeholder('importId'), rowNumber: sql.placeholder('rowNumber') }
  return tx
    .insert(importRows)
    .values({ ...keyed, outcome: sql.placeholder('outcome'), ...holes })
    .prepare()
})
