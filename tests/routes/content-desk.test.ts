import { beforeAll, describe, expect, test } from 'vitest'
import { listReviews } from '#app/content/reviews.server'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { readSheet } from '#app/sheets/read-sheet.server'
import { atDesk, HERE } from '../support/desk'
import { handIn, newVisitor, sit } from '../support/visitor'
import { call119, moduleNamed } from '../support/world'

type AtDesk = Awaited<ReturnType<typeof atDesk>>
let admin: AtDesk
let organizer: AtDesk
beforeAll(async () => {
  admin = await atDesk('admin')
  organizer = await atDesk('organizer', { regionCode: HERE })
})

const UNIT = '演示区消防救援大队'
/** The footer of every page explains the words; the badge is what stands at a fact. */
const BADGE = '待消防部门复核</span>'
const today = shanghaiDay(new Date())

/** What the form of a module sends; `change` is what this reviewer typed otherwise. */
const fields = (moduleId: string, change: Record<string, string> = {}) => ({
  intent: 'signed',
  reviewId: newId(),
  version: moduleNamed(moduleId).version,
  name: '王建国',
  unit: UNIT,
  day: today,
  note: '',
  hasRead: 'yes',
  ...change,
})
const pathOf = (moduleId: string) => `/desk/content/${moduleId}`
const review = (moduleId: string, change?: Record<string, string>) =>
  admin.post(pathOf(moduleId), fields(moduleId, change))
const lesson = (moduleId: string) => newVisitor().html(`/modules/${moduleId}`)
const newestEntry = async () => (await store.db.select().from(store.tables.auditEntries)).at(-1)

describe('the list', () => {
  test('shows every module with its state, and finds by words and state', async () => {
    const html = await organizer.html('/desk/content')
    expect(html).toContain('href="/desk/content/call-119"')
    expect(html).toContain('待审核')
    expect(await organizer.html('/desk/content?search=call-119')).not.toContain('href="/desk/content/gas-leak"')
    expect(await organizer.html('/desk/content?state=returned')).toContain('没有符合条件的课')
  })

  test('as a sheet holds the same rows, and is an entry of the audit log', async () => {
    const response = await organizer.get('/desk/content/export.xlsx?search=call-119')
    const rows: unknown[][] = []
    await readSheet(new Uint8Array(await response.arrayBuffer()), async (batch) => {
      rows.push(...batch.map(({ cells }) => cells))
    })
    expect(rows[0]?.slice(0, 4)).toEqual(['编号', '课', '版本', '事实'])
    expect(rows.slice(1).map((cells) => [cells[0], cells[2], cells[7]])).toEqual([
      ['call-119', call119.version, '待审核'],
    ])
    expect(await newestEntry()).toMatchObject({ action: 'content.export', detail: { rows: 1, searched: true } })
  })
})

describe('a module', () => {
  test('shows its facts, its text and every question with key and explanation', async () => {
    const html = await organizer.html(pathOf('call-119'))
    // Titles carry marks of where they may break.
    const text = html.replace(/<[^>]+>/g, '')
    const words = call119.words['zh-CN']
    for (const { label } of Object.values(words.facts)) expect(html).toContain(label)
    for (const { title } of Object.values(words.sections)) expect(text).toContain(title)
    for (const { stem, explanation } of Object.values(words.questions)) {
      expect(html).toContain(stem)
      expect(html).toContain(explanation)
    }
    expect(html).toContain('aria-label="答案"')
  })

  test('begins with its parts, each with how much of it waits, and with where to sign for who may', async () => {
    const jumpsOf = async (visitor: AtDesk, id: string) =>
      /<nav aria-labelledby="review-jumps".*?<\/nav>/s.exec(await visitor.html(pathOf(id)))?.[0] ?? ''
    const facts = Object.keys(call119.facts).length
    const before = await jumpsOf(organizer, 'call-119')
    expect(before).toContain(`${facts} / ${facts} 待复核`)
    expect(before).not.toContain('href="#review"')
    const html = await admin.html(pathOf('call-119'))
    const targets = [...(await jumpsOf(admin, 'call-119')).matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toEqual([
      ...['opening', 'facts', 'sections', 'questions'].map((id) => `review-${id}`),
      'review',
      'review-history',
    ])
    for (const id of targets) expect(html).toContain(`id="${id}"`)
  })

  test('is only read by who may not sign', async () => {
    const html = await organizer.html(pathOf('call-119'))
    expect(html).toContain('您可以看，不能签字')
    expect(html).not.toContain('name="hasRead"')
    expect((await organizer.post(pathOf('call-119'), fields('call-119'))).status).toBe(403)
    expect(await listReviews(store, 'call-119')).toEqual([])
  })

  test.each(['no-such-module', 'CALL-119', '..%2f', '__proto__'])('that is not there is not found: %s', async (id) => {
    expect((await admin.get(pathOf(id))).status).toBe(404)
    expect((await admin.post(pathOf(id), fields('call-119'))).status).toBe(404)
  })
})

describe('signing', () => {
  test('changes the public lesson and the results, and is an entry of the audit log without the name', async () => {
    const html = await lesson('gas-leak')
    const learner = newVisitor()
    const paper = await sit(learner, 'gas-leak')
    await handIn(learner, paper)
    expect(await learner.html(paper.path)).toContain(BADGE)
    expect(html).toContain('本页内容待消防部门复核')
    expect(html).toContain(BADGE)
    expect((await review('gas-leak', { day: '2026-01-05' })).headers.get('Location')).toBe(
      '/desk/content/gas-leak?saved',
    )
    const after = await lesson('gas-leak')
    expect(after).toContain(`本页由${UNIT}王建国于 2026-01-05 审核。`)
    expect(after).toContain(`已由${UNIT}于 2026-01-05 复核`)
    expect(after).not.toContain(BADGE)
    expect(await admin.html(pathOf('gas-leak'))).not.toMatch(/\d 待复核/)
    expect(await newestEntry()).toMatchObject({
      action: 'content.signOff',
      subjectKind: 'module',
      subjectId: 'gas-leak',
      detail: { version: moduleNamed('gas-leak').version, day: '2026-01-05' },
    })
    expect(await admin.html('/desk/content/gas-leak?saved')).toContain('已登记签字')
    expect(await learner.html(paper.path)).not.toContain(BADGE)
  })

  test('in English marks the Chinese names as Chinese', async () => {
    await review('smoke-alarm')
    const html = await newVisitor({ locale: 'en' }).html('/modules/smoke-alarm')
    expect(html).toMatch(/This page was reviewed by <span lang="zh-CN">王建国,?<\/span>/)
  })

  test('twice with the same form is one review', async () => {
    const form = fields('signs-and-facilities')
    for (const _ of [1, 2]) expect((await admin.post(pathOf('signs-and-facilities'), form)).status).toBe(302)
    expect(await listReviews(store, 'signs-and-facilities')).toHaveLength(1)
  })

  const tomorrow = shanghaiDay(new Date(Date.now() + 36 * 3_600_000))
  test.each([
    ['no name', { name: ' ' }, '请写审核人的姓名'],
    ['a name that cannot be seen', { name: '\u200b\u200b\u200b' }, '请写审核人的姓名'],
    ['a name that never ends', { name: '王'.repeat(41) }, '请写审核人的姓名'],
    ['no unit', { unit: '' }, '请写审核单位的全称'],
    ['a unit of two lines', { unit: '消防\n大队' }, '请写审核单位的全称'],
    ['no day', { day: '' }, '请选审核的日期'],
    ['a day that there is not', { day: '2026-02-30' }, '请选审核的日期'],
    ['tomorrow', { day: tomorrow }, '请选审核的日期'],
    ['a day before fire services had computers', { day: '0026-11-25' }, '请选审核的日期'],
    ['nothing read', { hasRead: '' }, '读完本页全部内容'],
    ['too long a note', { note: '长'.repeat(1001) }, '意见最多 1000 个字'],
  ])('with %s comes back with what was typed', async (_, change, sentence) => {
    const response = await review('hot-work', { name: '李审核', ...change })
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain(sentence)
    if (!('name' in change)) expect(html).toContain('value="李审核"')
    expect(await listReviews(store, 'hot-work')).toEqual([])
  })

  test('a version that is no longer the one shown is refused, and what was typed stays', async () => {
    const response = await review('hot-work', { version: 'an older one', name: '李审核' })
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain('在您打开以后更新了，没有登记')
    expect(html).toContain('value="李审核"')
    expect(html).toContain(`name="version" value="${moduleNamed('hot-work').version}"`)
    expect(html).not.toMatch(/<input[^>]*name="hasRead"[^>]*checked/)
    expect(await listReviews(store, 'hot-work')).toEqual([])
  })

  test.each(['', 'delete', 'constructor'])('takes no other intent: %j', async (intent) => {
    expect((await review('hot-work', { intent })).status).toBe(400)
  })

  test('with a forged id of the form writes nothing', async () => {
    expect((await review('hot-work', { reviewId: 'x' })).status).toBe(400)
    expect(await listReviews(store, 'hot-work')).toEqual([])
  })
})

describe('sending back', () => {
  test('needs a note, takes the signature away, and shows the note at the desk only', async () => {
    await review('law-basics')
    const missing = await review('law-basics', { intent: 'returned' })
    expect(missing.status).toBe(400)
    expect(await missing.text()).toContain('退回要写明哪里不对')
    const note = '第二条的处罚金额写错了'
    expect((await review('law-basics', { intent: 'returned', note, hasRead: '' })).status).toBe(302)
    const page = await lesson('law-basics')
    expect(page).toContain('本页内容待消防部门复核')
    expect(page).not.toContain(note)
    expect(page).not.toContain('王建国')
    expect(await organizer.html(pathOf('law-basics'))).toContain(note)
    expect(await organizer.html('/desk/content?state=returned')).toContain('href="/desk/content/law-basics"')
    expect(await newestEntry()).toMatchObject({ action: 'content.return', subjectId: 'law-basics' })
  })
})
