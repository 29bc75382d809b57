import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { zhCN } from '#app/i18n/config'
import { findHeader } from '#app/people/rosters/columns'
import { interruptImports, purgeImports } from '#app/people/rosters/import-keep.server'
import { UNDO_DAYS } from '#app/people/rosters/import-status'
import type { SheetRow } from '#app/sheets/cell'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { fixture, importAt, rowsOf, upload } from '../support/import-files'

let organization: string
let organizer: Awaited<ReturnType<typeof atDesk>>

beforeEach(async () => {
  organization = (await newOrganization(HERE)).id
  organizer = await atDesk('organizer', { regionCode: HERE })
})

async function sheetAt(path: string) {
  const response = await organizer.get(path)
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const rows: SheetRow[] = []
  await readSheet(bytes, async (part) => void rows.push(...part))
  return { bytes, rows, response }
}

test('the file comes back as it was, with what is wrong in its last column, and can be read again', async () => {
  const list = await upload(organizer, { bytes: fixture('class.xlsx'), organization, role: 'student' })
  expect(list.counts).toEqual({ new: 4, fault: 1 })
  const { bytes, rows } = await sheetAt(`${list.path}/errors.xlsx`)
  expect(rows[0]?.cells).toEqual(['梧桐小学 2026 级学籍表'])
  expect(rows[1]?.cells).toEqual(['班级', '姓名', '性别', '出生日期', '监护人姓名', '同意日期', '错误原因'])
  expect(rows[2]?.cells).toEqual(['一班', '陈一', '男', '20180103', '陈大', '2026-09-01', '通过'])
  expect(rows[3]?.cells[3]).toEqual(new Date(Date.UTC(2018, 4, 6)))
  expect(rows[5]?.cells.at(-1)).toContain(zhCN.rosters.fault.consentMissing)
  const { auditEntries } = store.tables
  const [trace] = await store.db.select().from(auditEntries).where(eq(auditEntries.subjectId, list.id))
  expect(trace).toMatchObject({ action: 'roster.importFile', detail: { rows: 5 } })
  const again = await upload(organizer, { bytes, organization, role: 'student' })
  expect(again.counts).toEqual(list.counts)
  const twice = await sheetAt(`${again.path}/errors.xlsx`)
  expect(twice.rows).toEqual(rows)
})

test('the template holds titles and no people, and its titles are all understood', async () => {
  const { bytes, rows } = await sheetAt('/desk/imports/template.xlsx')
  expect(rows).toHaveLength(1)
  expect(findHeader(rows)?.columns.every(({ field }) => field !== null)).toBe(true)
  const list = await upload(organizer, { bytes, organization })
  expect(list).toMatchObject({ status: 'refused', refusal: 'rosters.import.refusal.noRows' })
})

test('after 90 days the cells of a file are gone, and what was understood of them', async () => {
  const list = await upload(organizer, { bytes: fixture('merged-title.xlsx'), organization })
  const later = (days: number) => new Date(list.createdAt.getTime() + days * 86_400_000)
  await purgeImports(store, later(UNDO_DAYS - 1))
  expect((await rowsOf(list.id)).every(({ cellsSealed, name }) => cellsSealed !== null && name !== null)).toBe(true)
  await purgeImports(store, later(UNDO_DAYS + 1))
  expect((await rowsOf(list.id)).every((row) => row.cellsSealed === null && row.name === null)).toBe(true)
  expect((await importAt(list.id)).status).toBe('dropped')
  expect((await organizer.get(`${list.path}/errors.xlsx`)).status).toBe(404)
  expect((await organizer.get(list.path)).status).toBe(200)
})

test('work that was going on when the server stopped says so and leads to a new upload', async () => {
  const list = await upload(organizer, { bytes: fixture('merged-title.xlsx'), organization })
  const { imports } = store.tables
  await store.atomically((tx) => [tx.update(imports).set({ status: 'checking' }).where(eq(imports.id, list.id))])
  const working = await organizer.html(list.path)
  expect(working).toContain('<progress')
  expect(working).toContain(zhCN.rosters.import.work.look)
  expect(await (await organizer.get(`${list.path}/progress`)).json()).toEqual({
    status: 'checking',
    rowsRead: 6,
    rowsChecked: 6,
  })
  await interruptImports(store)
  const html = await organizer.html(list.path)
  expect(html).toContain(zhCN.rosters.import.page.interrupted)
  expect((await organizer.post(list.path, { intent: 'apply', confirmed: '6' })).status).toBe(400)
})
