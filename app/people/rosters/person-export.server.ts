import { and, desc, inArray, isNull } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { type OutSheet, writeSheet } from '#app/sheets/write-sheet.server'
import { titleOfField } from './column-titles'
import type { PersonLine } from './person-list.server'
import { isRoleGroup, roleGroupName } from './role-groups'

/** Files are Chinese whatever the language of the interface: they go back into an import, and to other offices. */
const SEX = { female: '女', male: '男' }

type Options = { seesContacts: boolean; hasLeft: boolean }

/**
 * The .xlsx file of persons, with the titles that an import understands. Phones are masked; without the right to see
 * contacts their columns are left out.
 */
export async function writePersons(store: Store, lines: PersonLine[], options: Options): Promise<Uint8Array> {
  const consents = await newestConsents(store, [...new Set(lines.map(({ personId }) => personId))])
  const columns = columnsFor(options, consents)
  const sheet: OutSheet = {
    name: '名册',
    columns: columns.map(({ title, width }) => ({ title, width })),
    rows: lines.map((line) => columns.map(({ cell }) => cell(line) ?? null)),
  }
  return writeSheet([sheet])
}

type Column = { title: string; width: number; cell: (line: PersonLine) => string | null | undefined }
type Consents = Awaited<ReturnType<typeof newestConsents>>

function columnsFor({ seesContacts, hasLeft }: Options, consents: Consents): Column[] {
  const contacts: Column[] = [
    { title: titleOfField('phone'), width: 14, cell: ({ phone }) => phone },
    { title: titleOfField('idTail'), width: 12, cell: ({ idTail }) => idTail },
  ]
  const left: Column = { title: '离开日期', width: 12, cell: ({ endedOn }) => endedOn }
  return [
    { title: titleOfField('name'), width: 12, cell: ({ name }) => name },
    ...(seesContacts ? contacts : []),
    { title: titleOfField('roleGroup'), width: 18, cell: ({ roleGroup }) => nameOfRole(roleGroup) },
    { title: titleOfField('organization'), width: 28, cell: ({ organizationName }) => organizationName },
    { title: titleOfField('group'), width: 16, cell: ({ groupName }) => groupName },
    { title: '出生年份', width: 10, cell: ({ birthYear }) => birthYear?.toString() },
    { title: titleOfField('sex'), width: 6, cell: ({ sex }) => sex && SEX[sex] },
    { title: titleOfField('guardianName'), width: 12, cell: ({ personId }) => consents.get(personId)?.guardianName },
    {
      title: titleOfField('guardianConsentOn'),
      width: 16,
      cell: ({ personId }) => consents.get(personId)?.consentedOn,
    },
    { title: titleOfField('note'), width: 24, cell: ({ note }) => note },
    ...(hasLeft ? [left] : []),
  ]
}

const nameOfRole = (roleGroup: string): string => (isRoleGroup(roleGroup) ? roleGroupName(roleGroup) : roleGroup)

const AT_ONCE = 5000

/** The newest consent that holds, by person. */
async function newestConsents(store: Store, personIds: string[]) {
  const { guardianConsents } = store.tables
  const newest = new Map<string, { guardianName: string; consentedOn: string }>()
  for (let from = 0; from < personIds.length; from += AT_ONCE) {
    const rows = await store.db
      .select()
      .from(guardianConsents)
      .where(
        and(
          inArray(guardianConsents.personId, personIds.slice(from, from + AT_ONCE)),
          isNull(guardianConsents.withdrawnAt),
        ),
      )
      .orderBy(desc(guardianConsents.recordedAt))
    for (const row of rows) if (!newest.has(row.personId)) newest.set(row.personId, row)
  }
  return newest
}
