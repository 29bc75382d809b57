import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import { zhCN } from '#app/i18n/config'
import { withCheckDigit } from '#app/people/rosters/id-number'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { confirm, csvOf, importAt, rosterOf, rowsOf, upload } from '../support/import-files'
import { enter } from '../support/rosters'

const page = zhCN.rosters.import.page
const ID = withCheckDigit('99010119680312002')

let organization: string
let organizer: Awaited<ReturnType<typeof atDesk>>

beforeEach(async () => {
  organization = (await newOrganization(HERE)).id
  organizer = await atDesk('organizer', { regionCode: HERE })
})

const list = (text: string, more = {}) =>
  upload(organizer, { bytes: csvOf(text), fileName: '名单.csv', organization, role: 'staff', ...more })
const names = async () => (await rosterOf(organization)).map(({ person }) => person.name)

describe('applying', () => {
  test('a second press of the button writes nothing and shows the first result', async () => {
    const given = await list('姓名\n王芳\n李强')
    const twice = await Promise.all([1, 2].map(() => organizer.post(given.path, { intent: 'apply', confirmed: '2' })))
    expect(twice.map(({ status }) => status).sort()).toEqual([302, 302])
    expect(await names()).toEqual(['王芳', '李强'])
    const { auditEntries } = store.tables
    expect(await store.db.$count(auditEntries, eq(auditEntries.subjectId, given.id))).toBe(1)
  })

  test('the number that was confirmed must be the number that is written', async () => {
    const given = await list('姓名\n王芳\n李强')
    const response = await organizer.post(given.path, { intent: 'apply', confirmed: '3' })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(page.recount)
    expect(await names()).toEqual([])
    expect((await organizer.post(given.path, { intent: 'apply', confirmed: 'all' })).status).toBe(400)
    expect((await organizer.post(given.path, { intent: 'burn' })).status).toBe(400)
  })

  test('what changed on the roster meanwhile is checked again and nothing is written before a second look', async () => {
    const wei = await enter(store, dataKeys, { organizationId: organization })
    const given = await list('姓名,手机,备注\n张伟,13812345678,队长\n')
    expect(given.counts).toEqual({ changed: 1 })
    await store.atomically((tx) => [
      tx.update(store.tables.persons).set({ name: '张维' }).where(eq(store.tables.persons.id, wei.id)),
    ])
    const html = await organizer.submit(given.path, { intent: 'apply', confirmed: '1' })
    expect(html).toContain(page.stale)
    expect((await rosterOf(organization))[0]?.membership.note).toBe(null)
    expect((await importAt(given.id)).status).toBe('ready')
  })

  test('whoever was entered by hand meanwhile is not entered twice', async () => {
    const given = await list('姓名,手机\n张伟,13812345678\n')
    await enter(store, dataKeys, { organizationId: organization })
    expect(await organizer.submit(given.path, { intent: 'apply', confirmed: '1' })).toContain(page.stale)
    expect((await rowsOf(given.id))[0]?.outcome).toBe('unchanged')
    expect(await names()).toEqual(['张伟'])
  })

  test('an import that was given up is over', async () => {
    const given = await list('姓名\n王芳')
    expect(await organizer.submit(given.path, { intent: 'drop' })).toContain(page.droppedTitle)
    expect((await organizer.post(given.path, { intent: 'apply', confirmed: '1' })).status).toBe(400)
    expect((await organizer.post(given.path, { intent: 'undo' })).status).toBe(400)
  })
})

describe('what the dry run shows', () => {
  test('old → new, and an empty cell changes nothing', async () => {
    await enter(store, dataKeys, { organizationId: organization, name: '王芳', birthYear: 1968 })
    const given = await list('姓名,手机,出生年份,人员类别\n王芳,13900000009,,保安员\n')
    const html = await organizer.html(`${given.path}?tab=changed`)
    expect(html).toMatch(/尾号 5678.*尾号 0009/s)
    expect(html).not.toContain('13900000009')
    await confirm(organizer, given)
    const [row] = await rosterOf(organization)
    expect(row).toMatchObject({ person: { birthYear: 1968, phoneTail: '0009' }, membership: { roleGroup: 'guard' } })
  })

  test('the default role group changes nobody who is known', async () => {
    await enter(store, dataKeys, { organizationId: organization, name: '王芳', roleGroup: 'guard' })
    const given = await list('姓名\n王芳\n')
    expect(given.counts).toEqual({ unchanged: 1 })
  })

  test('一班, 1班 and （1）班 become one, and the page says so', async () => {
    const given = await list('姓名,出生年份,班组\n王芳,1980,一班\n李强,1981,1班\n周敏,1982,（1）班\n赵敏,1983,1班\n')
    expect(await organizer.html(given.path)).toContain('一班、1班、（1）班 → 1班')
    await confirm(organizer, given)
    const groups = (await rosterOf(organization)).map(({ group }) => group)
    expect(new Set(groups.map((group) => group?.id)).size).toBe(1)
    expect(groups[0]).toMatchObject({ name: '1班', closedOn: null })
  })

  test('no phone and no ID number stands readable in the database', async () => {
    const given = await list(`姓名,手机,身份证号\n王芳,13711112222,${ID}\n李强,1371111222,${ID.slice(0, 17)}\n`)
    await confirm(organizer, given)
    const everything = JSON.stringify([await rowsOf(given.id), await importAt(given.id), await rosterOf(organization)])
    expect(everything).not.toMatch(/1371111222|19680312/)
  })
})
