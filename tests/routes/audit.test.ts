import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { noted } from '#app/people/audit/audit.server'
import { verifyAudit } from '#app/people/audit/chain.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, HERE, regionAt } from '../support/desk'
import { newVisitor } from '../support/visitor'

type AtDesk = Awaited<ReturnType<typeof atDesk>>
let auditor: AtDesk
let admin: AtDesk
const personId = newId()

beforeAll(async () => {
  auditor = await atDesk('auditor')
  admin = await atDesk('admin')
  const region = await regionAt(HERE)
  await noted(store, admin.account.trail, {
    action: 'region.change',
    subject: { kind: 'region', id: region.id },
    detail: { code: HERE },
  })
  for (let times = 0; times < 60; times++)
    await noted(
      store,
      { ...admin.account.trail, origin: 'Chrome · Windows · 203.0.x.x' },
      { action: 'person.reveal', subject: { kind: 'person', id: personId } },
    )
  await noted(
    store,
    { ...admin.account.trail, accountId: null },
    { action: 'learner.forget', subject: { kind: 'learner', id: newId() } },
  )
})

async function cellsOf(response: Response): Promise<unknown[][]> {
  const rows: unknown[][] = []
  await readSheet(new Uint8Array(await response.arrayBuffer()), async (batch) => {
    rows.push(...batch.map(({ cells }) => cells))
  })
  return rows
}

describe('the audit log', () => {
  test('is for administrators and auditors', async () => {
    expect((await auditor.get('/desk/audit')).status).toBe(200)
    expect((await admin.get('/desk/audit')).status).toBe(200)
    for (const path of ['/desk/audit', '/desk/audit/export.xlsx']) {
      expect((await (await atDesk('organizer', { regionCode: HERE })).get(path)).status).toBe(403)
      expect((await newVisitor().get(path)).status).toBe(302)
    }
  })

  test('says when, who, what, about what, and from where, in sentences', async () => {
    const html = await auditor.html('/desk/audit')
    expect(html).toContain('未登录')
    expect(html).toContain('学员删除了自己的学习记录')
    expect(html).toContain('周敏（管理员）')
    expect(html).toContain('查看了一个人的完整电话')
    expect(html).toContain('Chrome · Windows · 203.0.x.x')
    expect(html).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/)
    expect(html).toContain('rel="next"')
  })

  test('leads to what an entry is about only where the reader may go', async () => {
    const path = `/desk/audit?search=${admin.account.id}`
    await noted(store, admin.account.trail, {
      action: 'account.change',
      subject: { kind: 'account', id: admin.account.id },
    })
    expect(await admin.html(path)).toContain(`href="/desk/accounts/${admin.account.id}"`)
    expect(await auditor.html(path)).not.toContain('href="/desk/accounts/')
  })

  test('shows the details of an entry with their names, and the name of a place', async () => {
    const html = await auditor.html('/desk/audit?kind=region&action=region.change')
    expect(html).toContain(`代码：${HERE}`)
    expect(html).toContain('地区：梧桐街道（演示）')
  })

  test('keeps the filter in its forms and links', async () => {
    const html = await auditor.html(`/desk/audit?search=${personId}&action=person.reveal`)
    expect(html).toContain(`value="${personId}"`)
    expect(html).toContain('<option value="person.reveal" selected="">')
    expect(html).toContain(`href="/desk/audit/export.xlsx?search=${personId}&amp;action=person.reveal"`)
    expect(html).toMatch(
      new RegExp(`href="/desk/audit\\?search=${personId}&amp;action=person\\.reveal&amp;before=\\d+"`),
    )
  })

  test('without a match says what to do', async () => {
    expect(await auditor.html('/desk/audit?search=nothing')).toContain('没有符合条件的记录')
  })

  test.each(['?before=abc&from=x&action=%00', '?search=%F0%9F', `?search=${'x'.repeat(5000)}`, '?account=nobody%27--'])(
    'takes any query: %s',
    async (query) => {
      expect((await auditor.get(`/desk/audit${query}`)).status).toBe(200)
    },
  )

  test('is written in English, with Chinese names marked', async () => {
    const english = await atDesk('auditor')
    const html = await (await english.send('/desk/audit', { headers: { 'Accept-Language': 'en' } })).text()
    expect(html).toContain('looked at the whole phone number of a person')
    expect(html).toContain('<span lang="zh-CN">周敏</span>')
  })
})

describe('the log as a sheet', () => {
  test('holds what the page shows, on all its pages, and is itself an entry', async () => {
    const response = await auditor.get(`/desk/audit/export.xlsx?search=${personId}`)
    expect(response.status).toBe(200)
    const [head, ...rows] = await cellsOf(response)
    expect(head).toEqual(['序号', '时间', '谁', '角色', '做了什么', '对象类别', '对象', '对象编号', '细节', '从哪里'])
    expect(rows).toHaveLength(60)
    expect(rows[0]?.slice(2, 6)).toEqual(['周敏', '管理员', '查看了一个人的完整电话', '人员'])
    const own = await auditor.html('/desk/audit?action=audit.export')
    expect(own).toContain('行数：60')
    expect(own).toContain('用了查找：是')
  })

  test('leaves the chain whole', async () => {
    expect((await verifyAudit(store)).faults).toEqual([])
  })
})
