import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import { displayPersonCode } from '#app/people/rosters/person-code'
import { joinCodeOf } from '#app/people/rosters/person-codes.server'
import type { Cell } from '#app/sheets/cell'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, ELSEWHERE, HERE, newOrganization } from '../support/desk'
import { enter, WEI_PHONE } from '../support/rosters'
import { withoutIds } from '../support/texts'

type AtDesk = Awaited<ReturnType<typeof atDesk>>

let school: Awaited<ReturnType<typeof newOrganization>>
let away: Awaited<ReturnType<typeof newOrganization>>
let zhou: AtDesk
let wei: { id: string; membershipId: string }
let theirs: { id: string; membershipId: string }
beforeEach(async () => {
  school = await newOrganization(HERE)
  away = await newOrganization(ELSEWHERE)
  zhou = await atDesk('organizer', { regionCode: HERE })
  wei = await enter(store, dataKeys, { organizationId: school.id })
  theirs = await enter(store, dataKeys, { organizationId: away.id, name: '孙远' })
})

const pathOf = ({ id }: { id: string }) => `/desk/rosters/persons/${id}`
const deedsOf = async ({ account }: AtDesk) => {
  const { auditEntries } = store.tables
  const rows = await store.db.select().from(auditEntries).where(eq(auditEntries.accountId, account.id))
  return rows.map(({ action }) => action)
}
const fields = (more: Record<string, string> = {}) => ({
  name: '王芳',
  birthYear: '1975',
  sex: 'female',
  phone: '139 0000 1111',
  roleGroup: 'guard',
  note: '',
  startedOn: '2026-09-01',
  ...more,
})
const consent = { guardianName: '李强', channel: 'paper', consentedOn: '2026-09-01', known: 'yes' }
const personCount = () => store.db.$count(store.tables.persons)

async function sheetOf(response: Response): Promise<Cell[][]> {
  const rows: Cell[][] = []
  await readSheet(new Uint8Array(await response.arrayBuffer()), async (some) => {
    rows.push(...some.map(({ cells }) => cells))
  })
  return rows
}

describe('the list', () => {
  test('holds people of the scope with masked phones, and nobody elsewhere', async () => {
    const html = await zhou.html(`/desk/rosters?organization=${school.id}`)
    expect(html).toContain(`href="${pathOf(wei)}"`)
    expect(html).toContain('138****5678')
    expect(await zhou.html('/desk/rosters?search=孙远')).toContain('没有符合条件的记录')
    expect(await zhou.html(`/desk/rosters?organization=${away.id}`)).not.toContain(pathOf(theirs))
  })

  test('shows the auditor everybody and no contact at all', async () => {
    const auditor = await atDesk('auditor')
    for (const path of [`/desk/rosters?organization=${school.id}`, pathOf(wei)]) {
      const html = await auditor.html(path)
      expect(html).toContain('张伟')
      expect(withoutIds(html)).not.toMatch(/138\*|5678|显示完整手机号/)
    }
    expect((await auditor.post(pathOf(wei), { intent: 'reveal' })).status).toBe(403)
    const [titles, line] = await sheetOf(await auditor.get(`/desk/rosters/export.xlsx?organization=${school.id}`))
    expect(titles).not.toContain('手机号码')
    expect(withoutIds(line?.join() ?? '')).not.toMatch(/138|5678/)
  })

  test('nonsense in the address is as if it were not there', async () => {
    for (const search of ['?page=-1', '?page=1e99', '?state=x&role=%00', '?organization=%27or%201%3D1', '?group=x'])
      expect((await zhou.get(`/desk/rosters${search}`)).status).toBe(200)
  })

  test('is downloaded as it is shown, masked, as text, and written down', async () => {
    await enter(store, dataKeys, { organizationId: school.id, name: '=1+1', phone: null })
    const file = await zhou.get(`/desk/rosters/export.xlsx?organization=${school.id}&search=张`)
    expect(file.headers.get('Content-Type')).toContain('spreadsheetml')
    const [titles, ...lines] = await sheetOf(file)
    expect(titles?.slice(0, 3)).toEqual(['姓名', '手机号码', '证件后四位'])
    expect(lines.map(([name, phone]) => [name, phone])).toEqual([['张伟', '138****5678']])
    expect(await deedsOf(zhou)).toEqual(['roster.export'])
  })
})

describe('a person', () => {
  test('elsewhere is not found, to read or to write, on every page', async () => {
    const path = pathOf(theirs)
    for (const page of [path, `${path}/consent`, `${path}/memberships/${theirs.membershipId}`]) {
      expect((await zhou.get(page)).status).toBe(404)
      expect((await zhou.post(page, { intent: 'reveal' })).status).toBe(404)
    }
    expect((await zhou.get(`${pathOf(wei)}/memberships/${theirs.membershipId}`)).status).toBe(404)
    expect((await zhou.get(`/desk/rosters/new?organization=${away.id}`)).status).toBe(404)
    expect((await zhou.get(`/desk/rosters/codes?organization=${away.id}`)).status).toBe(404)
  })

  test('has a phone that no page shows until it is asked for, and then only the answer does', async () => {
    expect(await zhou.html(pathOf(wei))).not.toContain(WEI_PHONE)
    const shown = await zhou.post(pathOf(wei), { intent: 'reveal' })
    expect(shown.headers.get('Cache-Control')).toBe('no-store')
    expect(await shown.text()).toContain(WEI_PHONE)
    expect(await zhou.html(pathOf(wei))).not.toContain(WEI_PHONE)
    expect(await deedsOf(zhou)).toEqual(['person.reveal'])
  })

  test('is changed; a mistake keeps what was typed', async () => {
    const wrong = await zhou.post(pathOf(wei), { intent: 'change', name: '', birthYear: '19', sex: '', phone: '123' })
    expect(wrong.status).toBe(400)
    const html = await wrong.text()
    for (const text of ['请填姓名', '请填 4 位数的年份', '请填 11 位手机号', 'value="123"'])
      expect(html).toContain(text)
    const change = { intent: 'change', name: '张 伟', birthYear: '1979年', sex: 'male', phone: '' }
    expect(await zhou.submit(pathOf(wei), change)).toContain('已保存')
    expect(await zhou.html(pathOf(wei))).toMatch(/1979[\s\S]*138\*\*\*\*5678/)
  })

  test('is put on another roster, changed there, and leaves it', async () => {
    const other = await newOrganization(HERE)
    const add = { intent: 'add', organization: other.id, roleGroup: 'guard' }
    expect(await zhou.submit(pathOf(wei), add)).toContain('已加到另一个单位')
    expect((await zhou.post(pathOf(wei), add)).status).toBe(400)
    expect((await zhou.post(pathOf(wei), { ...add, organization: away.id })).status).toBe(400)
    const path = `${pathOf(wei)}/memberships/${wei.membershipId}`
    expect(await zhou.submit(path, { intent: 'place', roleGroup: 'teacher', group: '', note: '夜班' })).toContain(
      '夜班',
    )
    expect((await zhou.post(path, { intent: 'place', roleGroup: 'teacher', group: 'x', note: '' })).status).toBe(400)
    expect((await zhou.post(path, { intent: 'end', endedOn: '1999-01-01' })).status).toBe(400)
    const { memberships } = store.tables
    const [row] = await store.db.select().from(memberships).where(eq(memberships.id, wei.membershipId))
    expect(await zhou.submit(path, { intent: 'end', endedOn: row?.startedOn ?? '' })).toContain('已记下离开的日期')
    expect((await zhou.get(path)).status).toBe(404)
  })

  test('is merged with a proposed entry only, and after a look', async () => {
    const double = await enter(store, dataKeys, { organizationId: school.id, phone: '13900001111' })
    const merge = { intent: 'merge', from: double.id }
    expect((await zhou.post(pathOf(wei), merge)).status).toBe(400)
    expect((await zhou.post(pathOf(wei), { ...merge, from: theirs.id, understood: 'yes' })).status).toBe(400)
    expect(await zhou.submit(pathOf(wei), { ...merge, understood: 'yes' })).toContain('已合并')
    expect((await zhou.get(pathOf(double))).status).toBe(404)
  })

  test('is sent no form that the page does not have', async () => {
    for (const intent of ['', 'delete', '__proto__', 'constructor'])
      expect((await zhou.post(pathOf(wei), { intent })).status).toBe(400)
  })
})

describe('entering somebody', () => {
  const path = () => `/desk/rosters/new?organization=${school.id}`

  test('asks for the organization first, then keeps what was typed when something is wrong', async () => {
    expect(await zhou.html('/desk/rosters/new')).toContain('先选单位')
    const wrong = await zhou.post(path(), fields({ name: '', roleGroup: 'x', phone: '1' }))
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toMatch(/value="1975"[\s\S]*请选一个人员类别/)
    expect(await zhou.submit(path(), fields())).toMatch(/王芳[\s\S]*已录入/)
  })

  test('who may be under 14 needs the consent in the same form', async () => {
    const before = await personCount()
    const child = fields({ name: '李小苗', birthYear: '2018', roleGroup: 'student' })
    const refused = await zhou.post(path(), child)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('可能未满 14 周岁：请填下面的监护人同意')
    for (const missing of Object.keys(consent))
      expect((await zhou.post(path(), { ...child, ...consent, [missing]: '' })).status).toBe(400)
    expect((await zhou.post(path(), { ...child, ...consent, birthYear: '' })).status).toBe(400)
    expect((await zhou.post(path(), { ...child, ...consent, consentedOn: '2099-01-01' })).status).toBe(400)
    expect(await personCount()).toBe(before)
    expect(await zhou.submit(path(), { ...child, ...consent })).toMatch(/李小苗[\s\S]*有监护人同意/)
  })

  test('a teacher is led to their own school, and to no other', async () => {
    const teacher = await atDesk('teacher', { organizationId: school.id })
    expect(await teacher.html('/desk/rosters/new')).toContain(school.name)
    expect((await teacher.get(`/desk/rosters/new?organization=${away.id}`)).status).toBe(404)
    expect((await teacher.get(pathOf(theirs))).status).toBe(404)
  })
})

describe('the consent of a guardian', () => {
  test('is recorded, and withdrawing it empties the entry', async () => {
    const child = fields({ name: '李小苗', birthYear: '2018', roleGroup: 'student' })
    const added = await zhou.post(`/desk/rosters/new?organization=${school.id}`, { ...child, ...consent })
    const path = (added.headers.get('Location') ?? '').replace(/\?.*/, '')
    expect((await zhou.post(`${path}/consent`, { intent: 'withdraw' })).status).toBe(400)
    const html = await zhou.submit(`${path}/consent`, { intent: 'withdraw', understood: 'yes' })
    expect(html).toContain('监护人已撤回同意')
    expect(withoutIds(html)).not.toMatch(/李小苗|李强|139/)
    expect((await zhou.get(`${path}/consent`)).status).toBe(404)
    expect((await deedsOf(zhou)).slice(-1)).toEqual(['consent.withdraw'])
  })

  test('that was never given cannot be withdrawn', async () => {
    const sent = await zhou.post(`${pathOf(wei)}/consent`, { intent: 'withdraw', understood: 'yes' })
    expect(sent.status).toBe(400)
    expect(await zhou.html(pathOf(wei))).toContain('张伟')
  })

  test('is explained to everybody, and refusing stands beside it', async () => {
    const html = await zhou.html('/guardians')
    for (const text of ['不同意，孩子在课堂上学', '同意把孩子放进名册', '怎么投诉', '存多久'])
      expect(html).toContain(text)
  })
})

test('personal codes are printed for one organization, and that is written down', async () => {
  const html = await zhou.html(`/desk/rosters/codes?organization=${school.id}`)
  expect(html).toContain(displayPersonCode(joinCodeOf(dataKeys, wei.id)))
  expect(html).toContain(`/join/${school.joinCode}`)
  expect(await deedsOf(zhou)).toEqual(['person.joinCodes'])
  expect((await (await atDesk('auditor')).get(`/desk/rosters/codes?organization=${school.id}`)).status).toBe(403)
})
