import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { zhCN } from '#app/i18n/config'
import { atDesk, ELSEWHERE, HERE, newOrganization, regionAt } from '../support/desk'
import { confirm, csvOf, importAt, listOf, rosterOf, rowsOf, sendUpload, upload } from '../support/import-files'

const PAGES = ['', '/progress', '/errors.xlsx']

test('an import of elsewhere is not found, whatever is asked of it', async () => {
  const organization = await newOrganization(HERE)
  const here = await atDesk('organizer', { regionCode: HERE })
  const list = await upload(here, { bytes: csvOf('姓名\n王芳'), fileName: '名单.csv', organization: organization.id })
  const strangers = [
    await atDesk('organizer', { regionCode: ELSEWHERE }),
    await atDesk('teacher', { organizationId: (await newOrganization(HERE)).id }),
  ]
  for (const stranger of strangers) {
    for (const page of PAGES) expect((await stranger.get(list.path + page)).status).toBe(404)
    for (const intent of ['apply', 'complete', 'drop', 'choose', 'undo'])
      expect((await stranger.post(list.path, { intent, confirmed: '1', complete: 'yes' })).status).toBe(404)
    expect(await stranger.html('/desk/imports')).not.toContain('名单.csv')
  }
  expect((await importAt(list.id)).status).toBe('ready')
})

test('the school of an import sees it, and so does the whole district', async () => {
  const organization = await newOrganization(HERE)
  const here = await atDesk('organizer', { regionCode: HERE })
  const list = await upload(here, { bytes: csvOf('姓名\n王芳'), fileName: '名单.csv', organization: organization.id })
  for (const reader of [await atDesk('teacher', { organizationId: organization.id }), await atDesk('admin')])
    expect((await reader.get(list.path)).status).toBe(200)
})

describe('a list that names the unit of each row', () => {
  test('finds the units of the scope, and says the same of one elsewhere as of one that is nowhere', async () => {
    const [here, there] = [await newOrganization(HERE), await newOrganization(ELSEWHERE)]
    const organizer = await atDesk('organizer', { regionCode: HERE })
    const bytes = await listOf([
      ['单位', '姓名'],
      [here.name, '王芳'],
      [there.name, '李强'],
      ['没有这个单位', '周敏'],
      [null, '赵敏'],
    ])
    const list = await upload(organizer, { bytes })
    const [one, two, three, four] = await rowsOf(list.id)
    expect(one).toMatchObject({ outcome: 'new', organizationId: here.id })
    expect(two?.faults).toEqual([{ column: '单位', value: there.name, problem: 'organizationUnknown' }])
    expect(three?.faults).toEqual([{ column: '单位', value: '没有这个单位', problem: 'organizationUnknown' }])
    expect(four?.faults).toEqual([{ column: '单位', value: null, problem: 'organizationMissing' }])
    await confirm(organizer, list)
    expect((await rosterOf(here.id)).map(({ person }) => person.name)).toEqual(['王芳'])
    expect(await rosterOf(there.id)).toEqual([])
  })

  test('without such a column it is refused, and a teacher cannot ask for it', async () => {
    const organizer = await atDesk('organizer', { regionCode: HERE })
    const list = await upload(organizer, { bytes: csvOf('姓名\n王芳') })
    expect(await organizer.html(list.path)).toContain(zhCN.rosters.import.refusal.noUnit)
    const teacher = await atDesk('teacher', { organizationId: (await newOrganization(HERE)).id })
    expect((await sendUpload(teacher, { bytes: csvOf('姓名,单位\n王芳,x') })).status).toBe(400)
  })

  test('the column 工作单位 of a list of residents moves nobody', async () => {
    const organization = await newOrganization(HERE, 'community')
    const organizer = await atDesk('organizer', { regionCode: HERE })
    const bytes = csvOf('姓名,工作单位\n王芳,某某公司\n')
    const list = await upload(organizer, { bytes, organization: organization.id })
    expect((await rowsOf(list.id))[0]).toMatchObject({ outcome: 'new', organizationId: organization.id })
  })
})

test('an organization elsewhere cannot be chosen', async () => {
  const there = await newOrganization(ELSEWHERE)
  const organizer = await atDesk('organizer', { regionCode: HERE })
  const response = await sendUpload(organizer, { bytes: csvOf('姓名\n王芳'), organization: there.id })
  expect(response.status).toBe(400)
  const { imports } = store.tables
  expect(await store.db.$count(imports, eq(imports.organizationId, there.id))).toBe(0)
})

test('the list of a unit goes where the unit goes', async () => {
  const organization = await newOrganization(HERE)
  const [here, there] = [
    await atDesk('organizer', { regionCode: HERE }),
    await atDesk('organizer', { regionCode: ELSEWHERE }),
  ]
  const list = await upload(here, { bytes: csvOf('姓名\n王芳'), fileName: '名单.csv', organization: organization.id })
  const { organizations } = store.tables
  const { id: regionId } = await regionAt(ELSEWHERE)
  await store.atomically((tx) => [
    tx.update(organizations).set({ regionId }).where(eq(organizations.id, organization.id)),
  ])
  expect((await here.get(list.path)).status).toBe(404)
  expect((await here.post(list.path, { intent: 'apply', confirmed: '1' })).status).toBe(404)
  expect((await there.get(list.path)).status).toBe(200)
})

test('nothing is written to a unit that was closed since', async () => {
  const organization = await newOrganization(HERE)
  const organizer = await atDesk('organizer', { regionCode: HERE })
  const bytes = csvOf('姓名\n王芳')
  const list = await upload(organizer, { bytes, fileName: '名单.csv', organization: organization.id })
  const { organizations } = store.tables
  const closed = { closedOn: '2026-11-25' }
  await store.atomically((tx) => [tx.update(organizations).set(closed).where(eq(organizations.id, organization.id))])
  const refused = await organizer.post(list.path, { intent: 'apply', confirmed: '1' })
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain(zhCN.rosters.import.page.unitClosed)
  expect(await rosterOf(organization.id)).toEqual([])
})
