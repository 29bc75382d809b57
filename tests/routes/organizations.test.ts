import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { listGroups } from '#app/people/places/groups.server'
import { findOrganizationIn } from '#app/people/places/organizations.server'
import { readOrganizationsFile } from '#app/people/places/organizations-import.server'
import { wholeDistrict } from '#app/people/places/scope'
import { atDesk, ELSEWHERE, HERE, newOrganization, regionAt } from '../support/desk'
import { putOnRoster } from '../support/places'

const school = await newOrganization(HERE)
const other = await newOrganization(ELSEWHERE)
const organizer = await atDesk('organizer', { regionCode: HERE })
const teacher = await atDesk('teacher', { organizationId: school.id })
const pathOf = ({ id }: { id: string }) => `/desk/organizations/${id}`
const found = (id: string) => findOrganizationIn(store, wholeDistrict, id)

describe('the list of organizations', () => {
  test('shows those of the scope', async () => {
    const html = await organizer.html('/desk/organizations')
    expect(html).toContain(school.name)
    expect(html).not.toContain(other.name)
    expect(await organizer.html('/desk/organizations?search=月球')).toContain('没有符合条件的记录')
  })

  test('shows a teacher the own school, and no way to change it', async () => {
    const html = await teacher.html('/desk/organizations')
    expect(html).toContain(school.name)
    expect(html).not.toContain(other.name)
    expect(html).not.toContain('/desk/organizations/new')
    const page = await teacher.html(pathOf(school))
    expect(page).toContain('加入链接')
    expect(page).not.toContain('value="close"')
    expect(page).not.toContain('value="addGroup"')
    expect((await teacher.get(pathOf(other))).status).toBe(404)
  })

  test('is the file that is downloaded', async () => {
    const response = await organizer.get('/desk/organizations/export.xlsx?kind=school')
    const read = await readOrganizationsFile(new Uint8Array(await response.arrayBuffer()))
    expect(read.ok && read.file.map(({ name }) => name)).toContain(school.name)
    expect(read.ok && read.file.map(({ name }) => name)).not.toContain(other.name)
  })
})

describe('an organization', () => {
  test('is added in the scope, and what was typed stays when it is refused', async () => {
    const here = await regionAt(HERE)
    const there = await regionAt(ELSEWHERE)
    const given = { name: '梧桐物业', kind: 'property', regionId: here.id, staffCount: '' }
    const wrong = await organizer.post('/desk/organizations/new', { ...given, kind: '', staffCount: '-1' })
    const html = await wrong.text()
    expect(wrong.status).toBe(400)
    for (const text of ['请选类型。', '人数要填整数', 'value="梧桐物业"']) expect(html).toContain(text)
    const outside = await organizer.post('/desk/organizations/new', { ...given, regionId: there.id })
    expect([outside.status, await outside.text()]).toEqual([400, expect.stringContaining('请从列表里选一个地区')])
    expect(await organizer.submit('/desk/organizations/new', given)).toContain('已新增。')
    expect(await organizer.submit('/desk/organizations/new', given)).toContain('已经有同名单位')
  })

  test('is changed, closed, put back in use and given another code', async () => {
    const unit = await newOrganization(HERE, 'enterprise')
    const given = { name: unit.name, kind: 'key-unit', regionId: unit.regionId, staffCount: '1,200' }
    expect(await organizer.submit(pathOf(unit), { intent: 'change', ...given })).toContain('已保存。')
    expect(await found(unit.id)).toMatchObject({ kind: 'key-unit', staffCount: 1200 })
    expect(await organizer.submit(pathOf(unit), { intent: 'renewJoinCode' })).toContain('加入链接已更换')
    expect(await organizer.submit(pathOf(unit), { intent: 'close' })).toContain('已关闭。')
    expect((await organizer.get(`${pathOf(unit)}/poster`)).status).toBe(404)
    expect(await organizer.submit(pathOf(unit), { intent: 'reopen' })).toContain('已恢复使用。')
  })

  test('with people on its roster is not closed, and the page says what to do', async () => {
    const unit = await newOrganization(HERE)
    await putOnRoster(store, unit.id)
    const response = await organizer.post(pathOf(unit), { intent: 'close' })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('名册上还有 1 人')])
    expect((await found(unit.id))?.closedOn).toBeNull()
  })

  test('is found to merge into, merged, and says where it went', async () => {
    const [from, into] = [await newOrganization(HERE), await newOrganization(HERE)]
    const page = await organizer.html(`${pathOf(from)}?find=${encodeURIComponent(into.name)}`)
    expect(page).toContain(`value="${into.id}"`)
    expect(page).not.toContain(`value="${from.id}"`)
    expect(await organizer.submit(pathOf(from), { intent: 'merge' })).toContain('请选要并入哪一个')
    expect((await organizer.post(pathOf(from), { intent: 'merge', into: other.id })).status).toBe(404)
    expect(await organizer.submit(pathOf(from), { intent: 'merge', into: into.id })).toContain('已合并。')
    expect(await organizer.html(pathOf(from))).toContain(`已并入${into.name}`)
  })

  test('is not to be changed from another scope or without the right', async () => {
    expect((await organizer.get(pathOf(other))).status).toBe(404)
    expect((await organizer.post(pathOf(other), { intent: 'close' })).status).toBe(404)
    expect((await teacher.post(pathOf(school), { intent: 'close' })).status).toBe(403)
    expect((await found(other.id))?.closedOn).toBeNull()
  })
})

describe('groups', () => {
  test('are added, renamed, merged and closed', async () => {
    const unit = await newOrganization(HERE)
    const groups = () => listGroups(store, wholeDistrict, unit.id)
    expect(await organizer.submit(pathOf(unit), { intent: 'addGroup', group: '一班' })).toContain('班组已新增。')
    expect(await organizer.submit(pathOf(unit), { intent: 'addGroup', group: '1班' })).toContain('两种写法算同一个')
    expect(await organizer.submit(pathOf(unit), { intent: 'addGroup', group: '一班、二班' })).toContain('请一个一个加')
    await organizer.submit(pathOf(unit), { intent: 'addGroup', group: '二班' })
    const [one, two] = (await groups()).map(({ id }) => id)
    const about = (id = '') => ({ groupId: id })
    expect(
      await organizer.submit(pathOf(unit), { intent: 'renameGroup', ...about(one), [`name:${one}`]: '三班' }),
    ).toContain('班组已改名。')
    const refused = { intent: 'renameGroup', ...about(one), [`name:${one}`]: '2班' }
    expect(await organizer.submit(pathOf(unit), refused)).toContain('已经有“二班”了')
    expect(
      await organizer.submit(pathOf(unit), { intent: 'mergeGroup', ...about(one), [`into:${one}`]: two ?? '' }),
    ).toContain('班组已合并。')
    await putOnRoster(store, unit.id, { groupId: two })
    expect(await organizer.submit(pathOf(unit), { intent: 'closeGroup', ...about(two) })).toContain('里还有 1 人')
  })

  test('of another organization are not found', async () => {
    const unit = await newOrganization(ELSEWHERE)
    expect((await organizer.post(pathOf(unit), { intent: 'addGroup', group: '一班' })).status).toBe(404)
    const odd = { intent: 'closeGroup', groupId: 'nothing' }
    expect((await organizer.post(pathOf(school), odd)).status).toBe(404)
  })
})

test('the poster carries the code, the name and the address to type', async () => {
  const html = await teacher.html(`${pathOf(school)}/poster`)
  expect(html).toContain('<svg')
  expect(html).toContain(school.name)
  expect(html).toContain(`zhihuo.test/join/${school.joinCode}`)
  expect((await teacher.get(`${pathOf(other)}/poster`)).status).toBe(404)
})

test('what is exported is written down', async () => {
  await organizer.get('/desk/organizations/export.xlsx')
  const { auditEntries } = store.tables
  const rows = await store.db.select().from(auditEntries).where(eq(auditEntries.action, 'organization.export'))
  expect(rows.at(-1)).toMatchObject({ accountId: organizer.account.id, subjectKind: 'organization' })
})
