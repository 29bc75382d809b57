import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { submitFeedback } from '#app/reach/feedback/feedback.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, HERE } from '../support/desk'
import { newVisitor } from '../support/visitor'

type AtDesk = Awaited<ReturnType<typeof atDesk>>
let admin: AtDesk
let organizer: AtDesk

beforeAll(async () => {
  admin = await atDesk('admin')
  organizer = await atDesk('organizer', { regionCode: HERE })
})

/** A fresh piece of feedback, and the page about it. */
async function written(text = `第三题的答案好像写反了 ${newId()}`, page = '/modules/call-119') {
  await submitFeedback(store, { kind: 'mistake', page, text, now: new Date() })
  const row = (await store.db.select().from(store.tables.feedback)).find((one) => one.text === text)
  if (!row) throw new Error('nothing was kept')
  return { ...row, path: `/desk/feedback/${row.id}` }
}
const kept = async (id: string) => (await store.db.select().from(store.tables.feedback)).find((row) => row.id === id)

describe('the list', () => {
  test('counts what waits, leads to each piece, and says what to do while there is none', async () => {
    expect(await admin.html('/desk/feedback')).toContain('没有待回复的意见')
    const { path } = await written()
    const html = await organizer.html('/desk/feedback')
    expect(html).toContain('待回复：1 条')
    expect(html).toContain(`href="${path}"`)
  })

  test('keeps its filter in links, and clears it', async () => {
    const html = await admin.html('/desk/feedback?search=%E6%B2%A1%E6%9C%89&status=answered')
    expect(html).toContain('没有符合条件的记录')
    expect(html).toContain('<option value="answered" selected="">')
    await written()
    expect(await admin.html('/desk/feedback?kind=mistake')).toContain('href="/desk/feedback/export.xlsx?kind=mistake"')
  })

  test('as a sheet holds every text as text, and is an entry of the audit log without the words', async () => {
    const { text } = await written('=HYPERLINK("http://a.example") 这一页写错了')
    const response = await organizer.get('/desk/feedback/export.xlsx?search=HYPERLINK')
    const rows: unknown[][] = []
    await readSheet(new Uint8Array(await response.arrayBuffer()), async (batch) => {
      rows.push(...batch.map(({ cells }) => cells))
    })
    expect(rows[0]?.slice(0, 5)).toEqual(['收到日期', '类别', '状态', '页面', '意见'])
    expect(rows.slice(1).map((cells) => cells[4])).toEqual([text])
    const entries = await store.db.select().from(store.tables.auditEntries)
    expect(entries.at(-1)).toMatchObject({
      action: 'feedback.export',
      accountId: organizer.account.id,
      detail: { rows: 1, searched: true },
    })
  })
})

describe('one piece', () => {
  test('shows what was written as text, and links to its page', async () => {
    const { path } = await written('<script>alert(1)</script> 这一页写错了')
    const html = await admin.html(path)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('href="/modules/call-119"')
  })

  test('written on a paper leads to no paper', async () => {
    const { path } = await written(undefined, `/attempts/${newId()}`)
    const html = await admin.html(path)
    expect(html).toContain('/attempts/:id')
    expect(html).not.toContain('href="/attempts')
  })

  test('is answered by an administrator, and says so', async () => {
    const { id, path } = await written()
    const fields = { intent: 'answer', answer: '已改正。', isPublic: 'yes', publicText: '第三题写反了' }
    expect((await admin.post(path, fields)).headers.get('Location')).toBe(`${path}?saved`)
    expect(await kept(id)).toMatchObject({
      status: 'answered',
      answer: '已改正。',
      publicText: '第三题写反了',
      answeredBy: admin.account.id,
    })
    expect(await admin.html(`${path}?saved`)).toContain('公开列表上已经有了')
  })

  test('comes back with what was typed when the answer is missing', async () => {
    const { id, path } = await written()
    const response = await admin.post(path, { intent: 'answer', answer: '', isPublic: 'yes', publicText: '改过的文字' })
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain('回复要写 2 到 1000 个字')
    expect(html).toContain('改过的文字')
    expect(html).toMatch(/name="isPublic"[^>]* checked=""|checked="" name="isPublic"/)
    expect(await kept(id)).toMatchObject({ status: 'open' })
  })

  test('is set aside with a reason, which only the desk sees', async () => {
    const { id, path } = await written()
    expect(await (await admin.post(path, { intent: 'setAside', reason: '' })).text()).toContain('请写搁置的原因')
    await admin.post(path, { intent: 'setAside', reason: '这是广告' })
    expect(await kept(id)).toMatchObject({ status: 'set-aside', answer: '这是广告', publicText: null })
    expect(await organizer.html(path)).toContain('这是广告')
    expect(await newVisitor().html('/feedback')).not.toContain('这是广告')
  })

  test('is only read by who may not answer', async () => {
    const { id, path } = await written()
    const html = await organizer.html(path)
    expect(html).toContain('您可以看，不能回复')
    expect(html).not.toContain('name="answer"')
    expect((await organizer.post(path, { intent: 'answer', answer: '已改正。' })).status).toBe(403)
    expect(await kept(id)).toMatchObject({ status: 'open' })
  })

  test.each(['', 'delete', 'constructor'])('takes no other intent: %j', async (intent) => {
    const { path } = await written()
    expect((await admin.post(path, { intent, answer: '已改正。' })).status).toBe(400)
  })

  test('that is not there is not found, for reading and for writing', async () => {
    for (const id of [newId(), 'x', '..%2f', '火']) {
      expect((await admin.get(`/desk/feedback/${id}`)).status).toBe(404)
      expect((await admin.post(`/desk/feedback/${id}`, { intent: 'answer', answer: '已改正。' })).status).toBe(404)
    }
  })
})
