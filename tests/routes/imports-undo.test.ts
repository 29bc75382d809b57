import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import { zhCN } from '#app/i18n/config'
import { UNDO_DAYS } from '#app/people/rosters/import-status'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { confirm, csvOf, importAt, rosterOf, upload } from '../support/import-files'
import { enter } from '../support/rosters'
import { newVisitor } from '../support/visitor'
import { everyRow } from '../support/world'

const page = zhCN.rosters.import.page

let organization: string
let joinCode: string
let organizer: Awaited<ReturnType<typeof atDesk>>

beforeEach(async () => {
  ;({ id: organization, joinCode } = await newOrganization(HERE))
  organizer = await atDesk('organizer', { regionCode: HERE })
  await enter(store, dataKeys, { organizationId: organization, name: '王芳', birthYear: 1968, phone: '13911111111' })
  await enter(store, dataKeys, { organizationId: organization, name: '李强', birthYear: 1975, phone: null })
})

const LIST =
  '姓名,手机,班组,出生年份,监护人,监护人同意日期\n王芳,13922222222,一班,,,\n周敏,13933333333,一班,,,\n陈小宝,,二班,2019,陈大宝,2026-09-01\n'
const list = (text = LIST) =>
  upload(organizer, { bytes: csvOf(text), fileName: '名单.csv', organization, role: 'staff' })

/** Everything but the imports themselves and the log. */
async function theRest() {
  const { imports: _, importRows: __, auditEntries: ___, accountSessions: ____, ...rest } = await everyRow(store)
  return rest
}

async function applied(text?: string) {
  const given = await list(text)
  if (given.status !== 'ready') throw new Error(`not ready: ${given.status}`)
  await organizer.post(given.path, { intent: 'complete', complete: 'yes' })
  await confirm(organizer, given)
  return given
}

test('an undone import leaves every row of every table as it was', async () => {
  const before = await theRest()
  const given = await applied()
  expect((await rosterOf(organization)).map(({ person }) => person.name)).toEqual(['王芳', '周敏', '陈小宝'])
  expect(await store.db.$count(store.tables.guardianConsents)).toBeGreaterThan(0)
  expect(await theRest()).not.toEqual(before)
  const html = await organizer.submit(given.path, { intent: 'undo' })
  expect(html).toContain(page.undoneTitle)
  expect(await theRest()).toEqual(before)
  expect((await organizer.post(given.path, { intent: 'undo' })).status).toBe(400)
})

test('what was changed by hand since stays, and is counted', async () => {
  const given = await applied()
  const { persons } = store.tables
  const changed = (await rosterOf(organization)).find(({ person }) => person.name === '周敏')
  await store.atomically((tx) => [
    tx
      .update(persons)
      .set({ name: '周敏敏', lastImportId: null })
      .where(eq(persons.id, changed?.person.id ?? '')),
  ])
  const html = await organizer.submit(given.path, { intent: 'undo' })
  expect(html).toContain('有 1 行在导入之后又被改过')
  expect((await rosterOf(organization)).map(({ person }) => person.name).sort()).toEqual(['周敏敏', '李强', '王芳'])
})

test('a later import of the same people is not undone by undoing the first', async () => {
  const first = await applied('姓名,手机\n王芳,13922222222\n李强,\n')
  const second = await list('姓名,手机\n王芳,13944444444\n')
  await confirm(organizer, second)
  expect(await organizer.submit(first.path, { intent: 'undo' })).toContain('有 1 行')
  expect((await rosterOf(organization))[0]?.person.phoneTail).toBe('4444')
  expect(await organizer.submit(second.path, { intent: 'undo' })).toContain(page.undoneTitle)
  expect((await rosterOf(organization))[0]?.person.phoneTail).toBe('2222')
})

test('an entry that somebody has joined since is theirs: it stays on the roster, and is counted', async () => {
  const given = await applied()
  const learner = newVisitor()
  const joining = await learner.post(`/join/${joinCode}`, { way: 'name', name: '周敏', tail: '3333' })
  expect(joining.headers.get('Location')).toBe('/me?member')
  expect(await organizer.submit(given.path, { intent: 'undo' })).toContain('有 1 行')
  expect((await rosterOf(organization)).map(({ person }) => person.name)).toEqual(['王芳', '李强', '周敏'])
  expect(await learner.html('/me')).toContain(zhCN.join.leave)
})

test('after 90 days it cannot be undone', async () => {
  const given = await applied()
  const { imports } = store.tables
  const long = new Date(Date.now() - (UNDO_DAYS * 24 + 1) * 3_600_000)
  await store.atomically((tx) => [tx.update(imports).set({ appliedAt: long }).where(eq(imports.id, given.id))])
  expect(await organizer.html(given.path)).toContain(zhCN.rosters.import.undo.over)
  expect((await organizer.post(given.path, { intent: 'undo' })).status).toBe(400)
  expect((await importAt(given.id)).status).toBe('applied')
})
