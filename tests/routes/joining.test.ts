import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import { displayPersonCode } from '#app/people/rosters/person-code'
import { joinCodeOf } from '#app/people/rosters/person-codes.server'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { enter } from '../support/rosters'
import { withoutIds } from '../support/texts'
import { fieldsFor, handIn, newVisitor, sit, type Visitor } from '../support/visitor'

let school: Awaited<ReturnType<typeof newOrganization>>
let wei: { id: string }
let mei: Visitor
beforeEach(async () => {
  school = await newOrganization(HERE)
  wei = await enter(store, dataKeys, { organizationId: school.id })
  mei = newVisitor()
})

const path = () => `/join/${school.joinCode}`
const byName = { way: 'name', name: '张伟', tail: '5678' }
const leavePath = async (visitor: Visitor) => /\/me\/leave\?link=[0-9a-f-]+/.exec(await visitor.html('/me'))?.[0] ?? ''

describe('joining', () => {
  test('shows the organization and nobody’s name', async () => {
    const html = await mei.html(path())
    expect(html).toContain(school.name)
    expect(withoutIds(html)).not.toMatch(/张伟|5678/)
    expect(mei.cookies().learner).toBeUndefined()
    expect((await mei.get('/join/nobody')).status).toBe(404)
    expect((await mei.post('/join/nobody', byName)).status).toBe(404)
  })

  test('needs no record; what is learned then counts, and the person’s page shows it', async () => {
    expect(await mei.submit(path(), byName)).toContain(`您已加入${school.name}`)
    const paper = await sit(mei)
    await handIn(mei, paper, fieldsFor(paper))
    const desk = await atDesk('organizer', { regionCode: HERE })
    const html = await desk.html(`/desk/rosters/persons/${wei.id}`)
    expect(html).toContain('有 1 台设备加入为此人')
    expect(html).toContain(paper.module.words['zh-CN'].title)
    expect(html).not.toContain(paper.id)
  })

  test('takes the name as people type it, full-width digits, and the code in any spelling', async () => {
    expect((await mei.post(path(), { way: 'name', name: ' 张　伟 ', tail: '５６７８' })).status).toBe(302)
    const code = displayPersonCode(joinCodeOf(dataKeys, wei.id)).toLowerCase().replace(' ', '-')
    expect((await newVisitor().post(path(), { way: 'code', code })).status).toBe(302)
  })

  test('says one sentence for everything that does not fit, and keeps what was typed', async () => {
    const sentences = []
    const wrong: Record<string, string>[] = [
      { ...byName, name: '张三' },
      { ...byName, tail: '0000' },
      { ...byName, tail: '' },
      { ...byName, name: '' },
      { way: 'code', code: '22222222' },
      { way: 'code', code: '!' },
    ]
    for (const fields of wrong) {
      const refused = await mei.post(path(), fields)
      const html = await refused.text()
      expect(refused.status).toBe(400)
      sentences.push(/role="alert">([\s\S]*?)<\/p>/.exec(html)?.[1])
    }
    expect(new Set(sentences).size).toBe(1)
    expect(sentences[0]).toContain('没有加入成功')
    expect(mei.cookies().learner).toBeUndefined()
  })

  test('refuses a form that the page does not send', async () => {
    for (const fields of [{}, { way: 'id', id: wei.id }, { way: 'name' }])
      expect((await mei.post(path(), fields as Record<string, string>)).status).toBe(400)
  })

  test('under another name of the same organization asks to leave first', async () => {
    await enter(store, dataKeys, { organizationId: school.id, name: '王芳', phone: '13900001111' })
    await mei.post(path(), byName)
    expect(await mei.html(path())).toContain('这台设备已经加入了这个单位')
    const refused = await mei.post(path(), { way: 'name', name: '王芳', tail: '1111' })
    expect([refused.status, (await refused.text()).includes('请先退出')]).toEqual([400, true])
  })

  test('is over when the organization is closed; the one that took it over is shown instead', async () => {
    const { organizations } = store.tables
    const next = await newOrganization(HERE)
    const close = (mergedInto: string | null) =>
      store.atomically((tx) => [
        tx.update(organizations).set({ closedOn: '2026-11-25', mergedInto }).where(eq(organizations.id, school.id)),
      ])
    await close(null)
    expect(await mei.html(path())).toContain('这个单位已经停用')
    expect((await mei.post(path(), byName)).headers.get('Location')).toBe(path())
    await close(next.id)
    expect((await mei.get(path())).headers.get('Location')).toBe(`/join/${next.joinCode}`)
  })
})

describe('leaving', () => {
  test('says what stays, leaves once, and twice does no harm', async () => {
    await mei.post(path(), byName)
    const leave = await leavePath(mei)
    expect(await mei.html(leave)).toContain('仍算在您在名册里的名字下')
    const link = leave.split('=')[1] ?? ''
    expect(await mei.submit('/me/leave', { link })).toContain('已退出')
    expect((await mei.post('/me/leave', { link })).status).toBe(302)
    expect(await mei.html('/me')).not.toContain('您已加入')
    expect((await mei.get(leave)).status).toBe(404)
  })

  test('is one’s own: another’s link does not exist', async () => {
    await mei.post(path(), byName)
    const leave = await leavePath(mei)
    const bo = newVisitor()
    expect((await bo.get(leave)).status).toBe(404)
    await sit(bo)
    expect((await bo.post('/me/leave', { link: leave.split('=')[1] ?? '' })).status).toBe(404)
    expect(await mei.html('/me')).toContain('您已加入')
  })
})

test('own data names the organization and the day, in the page and in the file, and nobody', async () => {
  await mei.post(path(), byName)
  expect(await mei.html('/me/data')).toContain(school.name)
  const file = await (await mei.get('/me/data/download')).text()
  expect(JSON.parse(file).organizations).toMatchObject([{ organization: school.name, leftAt: null }])
  expect(withoutIds(file)).not.toMatch(/张伟|5678/)
  expect(await mei.submit('/me/data', { understood: 'yes' })).toContain('已经删除')
})
