/** Lists for the tests of imports: put together from rows, or read from the fixtures; uploaded as the form does. */
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { store } from '#app/db/main.server'
import { importsIdle } from '#app/people/rosters/import-queue.server'
import { type OutCell, writeSheet } from '#app/sheets/write-sheet.server'
import type { Visitor } from './visitor'

export const fixture = (name: string): Uint8Array => readFileSync(`tests/fixtures/rosters/${name}`)

/** An .xlsx file with these rows, the first of them the titles. */
export const listOf = (rows: OutCell[][]): Promise<Uint8Array> => writeSheet([{ name: '名单', columns: null, rows }])

export const csvOf = (text: string): Uint8Array => new TextEncoder().encode(text)

type Upload = { bytes: Uint8Array; fileName?: string; organization?: string; role?: string }

/** Sends the form of an upload. */
export function sendUpload(
  visitor: Visitor,
  { bytes, fileName = '名单.xlsx', organization = 'each', role = 'resident' }: Upload,
) {
  const form = new FormData()
  form.set('file', new File([bytes.slice()], fileName))
  form.set('organization', organization)
  form.set('role', role)
  return visitor.send('/desk/imports/new', { method: 'POST', body: form })
}

/** Uploads a list and waits until all work on it is done. Returns its address, id and row. */
export async function upload(visitor: Visitor, given: Upload) {
  const response = await sendUpload(visitor, given)
  const path = response.headers.get('Location')
  if (!path) throw new Error(`not taken: ${response.status} ${await response.text()}`)
  await importsIdle()
  const id = path.replace('/desk/imports/', '')
  return { path, ...(await importAt(id)) }
}

/** What is kept of an import. */
export async function importAt(id: string) {
  const { imports } = store.tables
  const [row] = await store.db.select().from(imports).where(eq(imports.id, id))
  if (!row) throw new Error(`no import ${id}`)
  return row
}

/** The rows of an import that are people, in the order of the file. */
export async function rowsOf(id: string) {
  const { importRows } = store.tables
  const rows = await store.db.select().from(importRows).where(eq(importRows.importId, id)).orderBy(importRows.rowNumber)
  return rows.filter(({ outcome }) => outcome !== 'unchecked')
}

/** Presses the button that writes, and waits. */
export async function confirm(visitor: Visitor, { path }: { path: string }): Promise<string> {
  const html = await visitor.html(path)
  const [, confirmed] = /name="confirmed" value="(\d+)"/.exec(html) ?? []
  if (!confirmed) throw new Error('there is nothing to confirm')
  return visitor.submit(path, { intent: 'apply', confirmed })
}

/** The people on a roster now, by name. */
export async function rosterOf(organizationId: string) {
  const { persons, memberships, groups } = store.tables
  const rows = await store.db
    .select({ person: persons, membership: memberships, group: groups })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .leftJoin(groups, eq(groups.id, memberships.groupId))
    .where(eq(memberships.organizationId, organizationId))
    .orderBy(memberships.id)
  return rows.filter(({ membership }) => membership.endedOn === null)
}
