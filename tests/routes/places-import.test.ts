import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { readOrganizationsFile } from '#app/people/places/organizations-import.server'
import { readPlacesFile } from '#app/people/places/places-import.server'
import { type OutCell, writeSheet } from '#app/sheets/write-sheet.server'
import { atDesk, ELSEWHERE, HERE, regionAt } from '../support/desk'

const admin = await atDesk('admin')
const organizer = await atDesk('organizer', { regionCode: HERE })
type Visitor = typeof admin

const regionsFile = (...rows: OutCell[][]) =>
  writeSheet([{ name: '地区', columns: [{ title: '代码' }, { title: '名称' }], rows }])
const organizationsFile = (...rows: OutCell[][]) =>
  writeSheet([{ name: '单位', columns: [{ title: '单位名称' }, { title: '类型' }, { title: '所在地区' }], rows }])

function upload(visitor: Visitor, path: string, bytes: Uint8Array | null) {
  const body = new FormData()
  if (bytes) body.set('file', new File([bytes.slice()], '地区.xlsx'))
  return visitor.send(path, { method: 'POST', body })
}

const PLACES = '/desk/places/import'
const ORGANIZATIONS = '/desk/organizations/import'

test('a file is read, shown, and written only when it is confirmed', async () => {
  const response = await upload(admin, PLACES, await regionsFile([HERE, '新梧桐街道'], ['990101001007', '新社区']))
  const preview = response.headers.get('Location') ?? ''
  const html = await admin.html(preview)
  for (const text of ['还没有写入', '梧桐街道（演示） → 新梧桐街道', '新社区', '确认导入']) expect(html).toContain(text)
  expect((await regionAt(HERE)).name).toBe('梧桐街道（演示）')
  const draft = new URL(preview, 'http://x').searchParams.get('draft') ?? ''
  expect(await admin.submit(PLACES, { intent: 'confirm', draft })).toContain('已导入。')
  expect((await regionAt(HERE)).name).toBe('新梧桐街道')
  expect((await regionAt('990101001007')).level).toBe('community')
  // A second press, or going back.
  expect(await admin.submit(PLACES, { intent: 'confirm', draft })).toContain('预览已过期或已用过')
})

test('a file that says what is known has nothing to confirm', async () => {
  const response = await upload(admin, PLACES, await regionsFile([ELSEWHERE, '河湾街道（演示）']))
  const html = await admin.html(response.headers.get('Location') ?? '')
  expect(html).toContain('完全一样')
  expect(html).not.toContain('value="confirm"')
})

test('faults are listed with row, column, content and remedy; nothing is kept', async () => {
  const response = await upload(admin, PLACES, await regionsFile(['990101001008', '好社区'], ['1.10112E+11', '坏社区']))
  expect(response.status).toBe(400)
  const html = await response.text()
  for (const text of ['有 1 处要改', '1.10112E+11', '科学计数', '再传一次']) expect(html).toContain(text)
  await expect(regionAt('990101001008')).rejects.toThrow()
  expect(await store.db.$count(store.tables.placeDrafts)).toBe(1)
})

test('a confirmed file that no longer fits is shown with its faults', async () => {
  const response = await upload(admin, PLACES, await regionsFile(['990101001006', '晚来社区']))
  const draft = new URL(response.headers.get('Location') ?? '', 'http://x').searchParams.get('draft') ?? ''
  const { regions } = store.tables
  const street = await regionAt(HERE)
  await store.atomically((tx) => [tx.update(regions).set({ closedOn: '2026-11-25' }).where(eq(regions.id, street.id))])
  const late = await admin.post(PLACES, { intent: 'confirm', draft })
  expect([late.status, await late.text()]).toEqual([400, expect.stringContaining('已关闭，不能改')])
  await store.atomically((tx) => [tx.update(regions).set({ closedOn: null }).where(eq(regions.id, street.id))])
})

test.each([
  ['no file', null, '请选一个文件。'],
  ['an empty file', new Uint8Array(), '文件里没有内容'],
  ['a web page', new TextEncoder().encode('<!doctype html><table>'), '这是一个网页'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), '不是 .xlsx 或 CSV'],
])('%s is refused with a sentence', async (_, bytes, sentence) => {
  for (const path of [PLACES, ORGANIZATIONS]) {
    const response = await upload(admin, path, bytes)
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(sentence)])
  }
})

test('a draft of somebody else is not there', async () => {
  const response = await upload(admin, ORGANIZATIONS, await organizationsFile(['第一小学', '学校', ELSEWHERE]))
  const preview = response.headers.get('Location') ?? ''
  expect(await organizer.html(preview)).toContain('预览已过期或已用过')
  const draft = new URL(preview, 'http://x').searchParams.get('draft') ?? ''
  const answer = await organizer.post(ORGANIZATIONS, { intent: 'confirm', draft })
  expect([answer.status, await store.db.$count(store.tables.organizations)]).toEqual([302, 0])
})

test('organizations are imported within the scope only', async () => {
  const there = await upload(organizer, ORGANIZATIONS, await organizationsFile(['第二小学', '学校', ELSEWHERE]))
  expect([there.status, await there.text()]).toEqual([400, expect.stringContaining('您的范围里没有这个地区')])
  const here = await upload(organizer, ORGANIZATIONS, await organizationsFile(['第二小学', '学校', HERE]))
  const draft = new URL(here.headers.get('Location') ?? '', 'http://x').searchParams.get('draft') ?? ''
  expect(await organizer.submit(ORGANIZATIONS, { intent: 'confirm', draft })).toContain('第二小学')
})

test('the empty files are understood as having nothing in them', async () => {
  const bytesAt = async (path: string) => new Uint8Array(await (await admin.get(path)).arrayBuffer())
  const places = await readPlacesFile(await bytesAt('/desk/places/template.xlsx'))
  const organizations = await readOrganizationsFile(await bytesAt('/desk/organizations/template.xlsx'))
  for (const read of [places, organizations]) expect(read).toMatchObject({ ok: true, faults: [{ problem: 'nothing' }] })
})

test('who may not write may not import', async () => {
  expect((await organizer.get(PLACES)).status).toBe(403)
  expect((await upload(organizer, PLACES, await regionsFile([HERE, '新名']))).status).toBe(403)
})
