/** What the page of an import shows: how far it is, what was understood, and the rows of one outcome. */
import { and, asc, count, eq, gt, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { PAGE_SIZE } from '#app/http/list-query'
import { readBefore } from './import-before'
import { type Change, changesOf } from './import-changes'
import type { Import, ImportRow, Outcome } from './import-records.server'
import { sealedName } from './import-sealed-name.server'
import type { Tab } from './import-tabs'

const SAMPLE_ROWS = 5

/** A row as the page shows it: of a phone and an ID number only the end. */
export type RowView = Pick<
  ImportRow,
  | 'rowNumber'
  | 'name'
  | 'birthYear'
  | 'sex'
  | 'phoneTail'
  | 'idTail'
  | 'roleGroup'
  | 'note'
  | 'choice'
  | 'why'
  | 'personId'
> & {
  organizationName: string | null
  groupName: string | null
  changes: Change[]
  faults: NonNullable<ImportRow['faults']>
  candidates: Candidate[]
}

/** Who a row may be: a person of the roster, or another row of the file. */
export type Candidate = {
  id: string
  rowNumber: number | null
  name: string
  birthYear: number | null
  phoneTail: string | null
  groupName: string | null
}

/** How many rows there are of each outcome, as they are now. */
export async function countOutcomes(store: Store, importId: string): Promise<Partial<Record<Outcome, number>>> {
  const { importRows } = store.tables
  const rows = await store.db
    .select({ outcome: importRows.outcome, rows: count() })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), ne(importRows.outcome, 'unchecked')))
    .groupBy(importRows.outcome)
  return Object.fromEntries(rows.map(({ outcome, rows }) => [outcome, rows]))
}

/** One page of the rows of one outcome. The caller has found the import in the scope. */
export async function listRows(
  store: Store,
  keys: Keys,
  { line, tab, page }: { line: Import; tab: Tab; page: number },
): Promise<RowView[]> {
  const { importRows } = store.tables
  const where = and(eq(importRows.importId, line.id), eq(importRows.outcome, tab))
  const nameOf = (row: ImportRow) => row.name ?? sealedName(keys, line.columns, row)
  return readRows(store, { where, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, nameOf })
}

/** The first rows that were understood, as an example. */
export async function sampleRows(store: Store, importId: string): Promise<RowView[]> {
  const { importRows } = store.tables
  const understood: Outcome[] = ['new', 'changed', 'unchanged', 'conflict', 'duplicate']
  const where = and(
    eq(importRows.importId, importId),
    inArray(importRows.outcome, understood),
    gt(importRows.rowNumber, 0),
  )
  return readRows(store, { where, limit: SAMPLE_ROWS, offset: 0, nameOf: ({ name }) => name })
}

type Asked = {
  where: SQL | undefined
  limit: number
  offset: number
  nameOf: (row: ImportRow) => string | null
}

async function readRows(store: Store, { where, limit, offset, nameOf }: Asked): Promise<RowView[]> {
  const { importRows, organizations, groups } = store.tables
  const rows = await store.db
    .select({ row: importRows, organizationName: organizations.name, groupName: groups.name })
    .from(importRows)
    .leftJoin(organizations, eq(organizations.id, importRows.organizationId))
    .leftJoin(groups, eq(groups.id, importRows.groupId))
    .where(where)
    .orderBy(asc(importRows.rowNumber))
    .limit(limit)
    .offset(offset)
  const plain = rows.map(({ row }) => row)
  const [candidates, groupNames] = await Promise.all([readCandidates(store, plain), namesOfGroupsBefore(store, plain)])
  return rows.map(({ row, organizationName, groupName }) => {
    const before = readBefore(row.before)
    const known = { ...row, groupName: row.groupName ?? groupName }
    return {
      rowNumber: row.rowNumber,
      name: nameOf(row),
      birthYear: row.birthYear,
      sex: row.sex,
      phoneTail: row.phoneTail,
      idTail: row.idTail,
      roleGroup: row.roleGroup,
      note: row.note,
      choice: row.choice,
      why: row.why,
      personId: row.personId,
      organizationName,
      groupName: known.groupName,
      changes:
        before && row.outcome === 'changed'
          ? changesOf(known, before, groupNames.get(before.groupId ?? '') ?? null)
          : [],
      faults: row.faults ?? [],
      candidates: (row.candidates ?? []).flatMap((id) => candidates.get(candidateKey(row, id)) ?? []),
    }
  })
}

async function namesOfGroupsBefore(store: Store, rows: ImportRow[]): Promise<Map<string, string>> {
  const { groups } = store.tables
  const ids = rows.flatMap(({ before }) => readBefore(before)?.groupId ?? [])
  const found = await store.db.select({ id: groups.id, name: groups.name }).from(groups).where(inArray(groups.id, ids))
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** A number is a row of the file; everything else is a person of the roster of the row's organization. */
const isRowNumber = (id: string): boolean => /^\d+$/.test(id)
const candidateKey = ({ importId }: ImportRow, id: string): string => (isRowNumber(id) ? `${importId}:${id}` : id)

async function readCandidates(store: Store, rows: ImportRow[]): Promise<Map<string, Candidate>> {
  const { persons, memberships, groups, importRows } = store.tables
  const all = rows.flatMap(({ candidates }) => candidates ?? [])
  // Where else somebody stands is none of this list's business.
  const openHere = and(
    eq(memberships.personId, persons.id),
    isNull(memberships.endedOn),
    inArray(
      memberships.organizationId,
      rows.flatMap(({ organizationId }) => organizationId ?? []),
    ),
  )
  const people = await store.db
    .select({
      id: persons.id,
      name: persons.name,
      birthYear: persons.birthYear,
      phoneTail: persons.phoneTail,
      groupName: groups.name,
    })
    .from(persons)
    .leftJoin(memberships, openHere)
    .leftJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      inArray(
        persons.id,
        all.filter((id) => !isRowNumber(id)),
      ),
    )
  const [{ importId } = { importId: '' }] = rows
  const others = await store.db
    .select({
      rowNumber: importRows.rowNumber,
      name: importRows.name,
      birthYear: importRows.birthYear,
      phoneTail: importRows.phoneTail,
      groupName: importRows.groupName,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), inArray(importRows.rowNumber, all.filter(isRowNumber).map(Number))))
  return new Map([
    ...people.map((person): [string, Candidate] => [person.id, { ...person, rowNumber: null }]),
    ...others.map((row): [string, Candidate] => [
      `${importId}:${row.rowNumber}`,
      { ...row, id: String(row.rowNumber), name: row.name ?? '' },
    ]),
  ])
}
