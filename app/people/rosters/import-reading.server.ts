/** Reading an upload into the anteroom: row by row as the thread hands them over, other requests in between. */
import { eq } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { organizationsByName } from '#app/people/places/organizations.server'
import type { Scope } from '#app/people/places/scope'
import type { SheetRow } from '#app/sheets/cell'
import { readSheet } from '#app/sheets/read-sheet.server'
import { type Column, findHeader, type Header, isNobody } from './columns'
import { insertRows, readRowOf, titleRow } from './import-anteroom.server'
import { breathe } from './import-queue.server'
import { changeImport, type ImportRow, statusOf } from './import-records.server'
import { spellingsOf } from './import-spellings'
import { type RowContext, readRow } from './read-row'
import type { RoleGroup } from './role-groups'

export type Upload = {
  importId: string
  bytes: Uint8Array
  /** Null: the file names the unit of each row, among those of the scope. */
  organizationId: string | null
  scope: Scope
  roleGroup: RoleGroup | null
  now: Date
}

/** A file that is no roster; the message is the key of the sentence that says so. */
class NoRoster extends Error {}

/** The work was given up meanwhile: somebody else has set another status. */
export class GivenUp extends Error {}

const ROWS_ABOVE = 10
const ROWS_AT_ONCE = 250

/** Reads the file. Returns the key of the sentence that says why it is refused; null when it was read. */
export async function readUpload(store: Store, keys: Keys, upload: Upload): Promise<string | null> {
  const context = await contextOf(store, upload)
  const reader = newReader(store, keys, { upload, context })
  try {
    const read = await readSheet(upload.bytes, reader.take)
    if (!read.ok) return `sheets.refusals.${read.refusal}`
    const { header, count, groupNames } = await reader.end()
    if (count === 0) return 'rosters.import.refusal.noRows'
    const { encoding, sheetName } = read
    const spellings = spellingsOf(groupNames)
    const set = { encoding, sheetName, headerRow: header.row, columns: header.columns, spellings, rowsRead: count }
    await store.atomically((tx) => [changeImport(store, tx, upload.importId, { while: ['reading'], set })])
    return null
  } catch (error) {
    if (error instanceof NoRoster) return error.message
    throw error
  }
}

async function contextOf(store: Store, { organizationId, scope, roleGroup, now }: Upload): Promise<RowContext> {
  const names = organizationId === null ? await organizationsByName(store, scope) : new Map<string, string>()
  return {
    today: shanghaiDay(now),
    organizationNamed: (text) => names.get(text) ?? null,
    defaultOrganizationId: organizationId,
    defaultRoleGroup: roleGroup,
    // A pupil is a child until their year of birth says otherwise.
    needsBirthYear: (role) => role === 'student',
  }
}

type Reader = { upload: Upload; context: RowContext }

function newReader(store: Store, keys: Keys, { upload, context }: Reader) {
  const { importId, organizationId } = upload
  let header: Header | null = null
  let waiting: SheetRow[] = []
  let count = 0
  const groupNames = new Map<string, number>()

  const asRow = (row: SheetRow, columns: Column[]): ImportRow => {
    const reading = readRow(row, columns, context)
    const name = reading.ok ? reading.row.groupName : null
    if (name) groupNames.set(name, (groupNames.get(name) ?? 0) + 1)
    return readRowOf(keys, importId, row, reading)
  }

  const keep = async (rows: ImportRow[], people: number) => {
    count += people
    if ((await statusOf(store, importId)) !== 'reading') throw new GivenUp()
    const { imports } = store.tables
    await store.atomically((tx) => [
      ...insertRows(store, tx, rows),
      tx.update(imports).set({ rowsRead: count }).where(eq(imports.id, importId)),
    ])
    await breathe()
  }

  /** Until the header is found, rows wait: it stands among the first ten. */
  const start = async () => {
    header = findHeader(waiting)
    if (!header) throw new NoRoster('rosters.import.refusal.noHeader')
    header.columns = header.columns.map((column) => withoutUnit(column, organizationId))
    if (organizationId === null && !header.columns.some(({ field }) => field === 'organization'))
      throw new NoRoster('rosters.import.refusal.noUnit')
    const { row, columns } = header
    await keep(
      waiting.filter(({ number }) => number <= row).map((above) => titleRow(keys, importId, above)),
      0,
    )
    await people(
      waiting.filter(({ number }) => number > row),
      columns,
    )
    waiting = []
  }

  const people = async (rows: SheetRow[], columns: Column[]) => {
    const somebody = rows.filter((row) => !isNobody(row, columns))
    for (let from = 0; from < somebody.length; from += ROWS_AT_ONCE) {
      const part = somebody.slice(from, from + ROWS_AT_ONCE)
      await keep(
        part.map((row) => asRow(row, columns)),
        part.length,
      )
    }
  }

  return {
    take: async (rows: SheetRow[]) => {
      if (header) return people(rows, header.columns)
      waiting = [...waiting, ...rows]
      if (waiting.length >= ROWS_ABOVE) await start()
    },
    end: async () => {
      if (!header) await start()
      if (!header) throw new NoRoster('rosters.import.refusal.noHeader')
      return { header: header as Header, count, groupNames }
    },
  }
}

/** In the list of one unit a column 工作单位 says where people work, not on whose roster they stand. */
const withoutUnit = (column: Column, organizationId: string | null): Column =>
  organizationId !== null && column.field === 'organization' ? { ...column, field: null, spareOf: null } : column
