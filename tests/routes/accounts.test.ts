import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, ELSEWHERE, HERE, newAccount, newOrganization, regionAt } from '../support/desk'
import { codeAt, newStaff, PASSWORD } from '../support/staff'
import { newVisitor } from '../support/visitor'

const locationOf = (response: Response) => response.headers.get('Location')
let invited = 0

/** Invites an organizer of 梧桐街道: the text to send, and the path of its link. */
async function inviteOrganizer(admin: Awaited<ReturnType<typeof atDesk>>) {
  const login = `chenbo-${++invited}`
  const place = (await regionAt(HERE)).id
  const response = await admin.post('/desk/accounts/new?role=organizer', {
    role: 'organizer',
    place,
    name: '陈波',
    login,
  })
  const html = await response.text()
  const message = /<textarea[^>]*id="message"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
  const url = new URL(/http:\S+/.exec(message)?.[0] ?? '')
  const accountId = /\/desk\/accounts\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
  return { login, message, path: `${url.pathname}${url.search}`, page: `/desk/accounts/${accountId}` }
}

describe('inviting', () => {
  test('role first, then its place, then who it is; the link is shown once', async () => {
    const admin = await atDesk('admin')
    expect(await admin.html('/desk/accounts/new')).not.toContain('name="login"')
    const school = await newOrganization(HERE)
    const step = await admin.html(`/desk/accounts/new?role=teacher&find=${encodeURIComponent(school.name)}`)
    expect(step).toContain(
      `<option value="${school.id}" lang="zh-CN" selected="">${school.name} · 梧桐街道（演示）</option>`,
    )
    const { message, page, login } = await inviteOrganizer(admin)
    expect(message).toMatch(new RegExp(`陈波，您好：.*您的登录名是 ${login}。链接只能用一次，.*\\d{2}:\\d{2}前有效`))
    const html = await admin.html(page)
    expect(html).toContain('已邀请，还没登录过')
    expect(html).not.toContain('token=')
  })

  test('the colleague sees who they are, sets a password and is in; after that the link is dead', async () => {
    const { path } = await inviteOrganizer(await atDesk('admin'))
    const bo = newVisitor()
    const html = await bo.html(path)
    for (const text of ['陈波，您好', '组织员', '梧桐街道（演示）']) expect(html).toContain(text)
    const common = await bo.post(path, { password: 'password123' })
    expect([common.status, (await common.text()).includes('这个密码太容易猜')]).toEqual([400, true])
    expect(locationOf(await bo.post(path, { password: PASSWORD }))).toBe('/desk')
    expect(await bo.html('/desk')).toContain('您能看到的范围：梧桐街道（演示）')
    for (const answer of [await newVisitor().get(path), await newVisitor().post(path, { password: PASSWORD })])
      expect([answer.status, (await answer.text()).includes('这个链接已经失效')]).toEqual([410, true])
  })

  test('mistakes are told beside their fields, and what was typed is kept', async () => {
    const admin = await atDesk('admin')
    const { login } = await inviteOrganizer(admin)
    const place = (await regionAt(HERE)).id
    const post = (fields: Record<string, string>) =>
      admin.post('/desk/accounts/new?role=organizer', {
        role: 'organizer',
        place,
        name: '陈波',
        login: 'bo',
        ...fields,
      })
    const taken = await post({ login: login.toUpperCase() })
    expect([taken.status, (await taken.text()).includes('已经有人用了')]).toEqual([400, true])
    const mistakes: Record<string, string>[] = [
      { login: '陈波' },
      { place: '' },
      { place: newId() },
      { name: '' },
      { name: 'x'.repeat(9999) },
    ]
    for (const fields of mistakes) {
      const response = await post({ login: 'someone-else', ...fields })
      expect(response.status).toBe(400)
      expect(await response.text()).toMatch(/role="alert"/)
    }
  })
})

describe('one account', () => {
  test('a new password by link ends the sessions, and asks for the code of the second factor', async () => {
    const admin = await atDesk('admin')
    const { id, login } = await newStaff(store, 'organizer', {
      regionCode: HERE,
      hasFactor: true,
      sealedWith: dataKeys,
    })
    const html = await (await admin.post(`/desk/accounts/${id}`, { intent: 'link' })).text()
    const path = /\/desk\/invitation\?token=[\w-]+/.exec(html)?.[0] ?? ''
    const bo = newVisitor()
    expect(await bo.html(path)).toContain('验证码或恢复码')
    expect((await bo.post(path, { password: '磁带 海带 皮带 车票' })).status).toBe(400)
    const code = codeAt(new Date())
    expect(locationOf(await bo.post(path, { password: '磁带 海带 皮带 车票', code }))).toBe('/desk')
    const old = await newVisitor().post('/desk/sign-in', { login, password: PASSWORD })
    expect(old.status).toBe(400)
  })

  test('another place ends the sessions; the next ones see only that', async () => {
    const admin = await atDesk('admin')
    const bo = await atDesk('organizer', { regionCode: HERE })
    const place = (await regionAt(ELSEWHERE)).id
    const page = `/desk/accounts/${bo.account.id}`
    const saved = await admin.post(page, { intent: 'change', name: '陈波', role: 'organizer', place })
    expect(locationOf(saved)).toBe(`${page}?saved=change`)
    expect((await bo.get('/desk')).status).toBe(302)
    expect(await admin.html(page)).toContain('河湾街道（演示）')
  })

  test('disabling asks to be sure, signs out at once, and can be undone', async () => {
    const admin = await atDesk('admin')
    const bo = await atDesk('organizer', { regionCode: HERE })
    const page = `/desk/accounts/${bo.account.id}`
    const unsure = await admin.post(page, { intent: 'disable' })
    expect([unsure.status, (await unsure.text()).includes('请先勾选')]).toEqual([400, true])
    expect(locationOf(await admin.post(page, { intent: 'disable', sure: 'yes' }))).toBe(`${page}?saved=disable`)
    expect((await bo.get('/desk')).status).toBe(302)
    expect(await admin.html(page)).toContain('启用账号')
    await admin.post(page, { intent: 'enable' })
    expect(await admin.html(page)).toContain('停用账号')
  })

  test('an administrator’s own offers nothing that could lock them out, and takes nothing of it', async () => {
    const admin = await atDesk('admin')
    const page = `/desk/accounts/${admin.account.id}`
    const html = await admin.html(page)
    expect(html).toContain('这是您自己的账号')
    expect(html).not.toContain('value="disable"')
    const refused: Record<string, string>[] = [
      { intent: 'disable', sure: 'yes' },
      { intent: 'factor', sure: 'yes' },
      { intent: 'link' },
      { intent: 'end' },
      { intent: 'change', name: '周敏', role: 'auditor' },
    ]
    for (const fields of refused) expect((await admin.post(page, fields)).status, fields.intent).toBe(400)
    expect((await admin.get('/desk')).status).toBe(200)
  })

  test('one that does not exist is not found, and a button that is none of ours is refused', async () => {
    const admin = await atDesk('admin')
    for (const id of [newId(), 'x', '__proto__', newId().toUpperCase()]) {
      expect((await admin.get(`/desk/accounts/${id}`)).status).toBe(404)
      expect((await admin.post(`/desk/accounts/${id}`, { intent: 'enable' })).status).toBe(404)
    }
    const { id } = await newAccount('auditor')
    expect((await admin.post(`/desk/accounts/${id}`, { intent: 'delete' })).status).toBe(400)
    expect((await admin.post(`/desk/accounts/${id}`)).status).toBe(400)
  })
})

describe('the list', () => {
  test('shows what is searched for, and the file holds the same', async () => {
    const admin = await atDesk('admin')
    const { login } = await inviteOrganizer(admin)
    const html = await admin.html(`/desk/accounts?search=${login}&role=organizer&state=invited`)
    expect(html).toContain(login)
    expect(html).toContain(`/desk/accounts/export.xlsx?search=${login}&amp;role=organizer&amp;state=invited`)
    expect(await admin.html(`/desk/accounts?search=${login}&role=auditor`)).toContain('没有符合条件的记录')
    const file = await admin.get(`/desk/accounts/export.xlsx?search=${login}`)
    expect(file.headers.get('Content-Disposition')).toContain(encodeURIComponent('账号.xlsx'))
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(JSON.stringify(await rowsOf(bytes))).toContain(login)
  })

  test.each(['auditor', 'survey-lead', 'organizer'] as const)('is closed to %s', async (role) => {
    const visitor = await atDesk(role, { regionCode: HERE })
    const { id } = await newAccount('auditor')
    for (const path of ['/desk/accounts', '/desk/accounts/new', '/desk/accounts/export.xlsx', `/desk/accounts/${id}`])
      expect((await visitor.get(path)).status, path).toBe(403)
    expect((await visitor.post(`/desk/accounts/${id}`, { intent: 'enable' })).status).toBe(403)
    expect((await visitor.post('/desk/accounts/new', { role: 'admin' })).status).toBe(403)
  })
})

async function rowsOf(bytes: Uint8Array) {
  const cells: unknown[] = []
  await readSheet(bytes, async (rows) => {
    cells.push(...rows.map((row) => row.cells))
  })
  return cells
}
