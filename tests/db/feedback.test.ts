import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import type { ListQuery } from '#app/http/list-query'
import { listAnswered, submitFeedback } from '#app/reach/feedback/feedback.server'
import {
  answerFeedback,
  type FeedbackRow,
  findFeedback,
  listFeedback,
  readFeedback,
  setFeedbackAside,
} from '#app/reach/feedback/feedback-desk.server'
import { newAccount } from '../support/desk'
import { createWorld, later, MINUTE, morning, refuse } from '../support/world'

const written = { kind: 'mistake' as const, page: '/modules/call-119', text: '第三题的答案好像写反了。', now: morning }

let store: Store
let admin: Awaited<ReturnType<typeof newAccount>>
beforeEach(async () => {
  ;({ store } = await createWorld())
  admin = await newAccount('admin', {}, store)
})

const query = (filters: Record<string, string> = {}, search = ''): ListQuery => ({ search, page: 1, filters })
const texts = async (given: ListQuery) => (await listFeedback(store, given)).rows.map(({ text }) => text)
const entries = () => store.db.select().from(store.tables.auditEntries)
const trail = (minutes = 0) => ({ ...admin.trail, now: later(minutes * MINUTE) })

/** The newest piece of feedback. */
async function newest(): Promise<FeedbackRow> {
  const row = (await readFeedback(store, query({ status: 'all' })))[0]
  if (!row) throw new Error('there is no feedback')
  return row
}

describe('what somebody writes', () => {
  test('waits for an answer, under the day of Shanghai', async () => {
    await submitFeedback(store, { ...written, now: new Date('2026-11-22T17:00:00Z') })
    expect(await store.db.select().from(store.tables.feedback)).toMatchObject([
      {
        kind: 'mistake',
        page: '/modules/call-119',
        text: written.text,
        day: '2026-11-23',
        status: 'open',
        answer: null,
        publicText: null,
        answeredBy: null,
        answeredAt: null,
        submittedAt: new Date('2026-11-22T17:00:00Z'),
      },
    ])
  })

  test('sent twice within ten minutes is one, also as another kind, also once it is answered', async () => {
    await submitFeedback(store, written)
    await submitFeedback(store, { ...written, now: later(9 * MINUTE) })
    await submitFeedback(store, { ...written, kind: 'complaint', now: later(10 * MINUTE) })
    await answerFeedback(store, trail(), await newest(), { answer: '已改正。', publicText: null })
    await submitFeedback(store, { ...written, now: later(10 * MINUTE) })
    expect((await readFeedback(store, query({ status: 'all' }))).map(({ kind }) => kind)).toEqual(['mistake'])
  })

  test('is another one after that, about another page, or in other words', async () => {
    await submitFeedback(store, written)
    await submitFeedback(store, { ...written, now: later(10 * MINUTE + 1) })
    await submitFeedback(store, { ...written, page: '/about' })
    await submitFeedback(store, { ...written, text: `${written.text}！` })
    expect((await listFeedback(store, query())).total).toBe(4)
  })

  test('sent twenty times at once, through two stores on one file, is one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhihuo-'))
    const stores = [1, 2].map(() => createSqliteStore(join(folder, 'district.db')))
    await Promise.all(Array.from({ length: 20 }, (_, index) => submitFeedback(stores[index % 2] as Store, written)))
    expect(await stores[0]?.db.$count(stores[0].tables.feedback)).toBe(1)
    for (const one of stores) one.close()
    rmSync(folder, { recursive: true })
  })

  test('on the page of a paper does not say whose paper', async () => {
    await submitFeedback(store, { ...written, page: `/attempts/${newId()}` })
    expect((await newest()).page).toBe('/attempts/:id')
  })

  test('comes back from the database letter by letter', async () => {
    const text = "الصفحة فيها خطأ ' ; drop table feedback; -- 𠮷野家 <script>👩‍👧\n第二行"
    await submitFeedback(store, { ...written, text })
    expect((await newest()).text).toBe(text)
  })
})

describe('an answer', () => {
  beforeEach(() => submitFeedback(store, written))

  test('that is public stands on the public list in the words of who answered', async () => {
    await answerFeedback(store, trail(60), await newest(), { answer: '已改正。', publicText: '第三题写反了' })
    expect(await listAnswered(store, 1)).toMatchObject({
      total: 1,
      rows: [
        { kind: 'mistake', day: '2026-11-22', answeredDay: '2026-11-22', text: '第三题写反了', answer: '已改正。' },
      ],
    })
    expect(await newest()).toMatchObject({ status: 'answered', answeredBy: '周敏', answeredAt: later(60 * MINUTE) })
  })

  test('leaves a trace without a word of either', async () => {
    await answerFeedback(store, trail(), await newest(), { answer: '已改正。', publicText: '第三题写反了' })
    const [entry] = await entries()
    expect(entry).toMatchObject({
      action: 'feedback.answer',
      subjectKind: 'feedback',
      subjectId: (await newest()).id,
      detail: { isPublic: true, again: false },
    })
    expect(JSON.stringify(entry)).not.toMatch(/第三题|改正/)
  })

  test('can be changed, made private, and taken back by setting the feedback aside', async () => {
    await answerFeedback(store, trail(), await newest(), { answer: '已改正。', publicText: '第三题写反了' })
    await answerFeedback(store, trail(1), await newest(), { answer: '已改正，谢谢。', publicText: null })
    expect((await listAnswered(store, 1)).rows).toEqual([])
    await setFeedbackAside(store, trail(2), await newest(), '重复')
    expect(await newest()).toMatchObject({ status: 'set-aside', answer: '重复', publicText: null })
    expect((await entries()).map(({ action, detail }) => [action, detail.again])).toEqual([
      ['feedback.answer', false],
      ['feedback.answer', true],
      ['feedback.setAside', true],
    ])
  })

  test('saved twice is one change', async () => {
    for (let times = 0; times < 2; times++)
      await answerFeedback(store, trail(times), await newest(), { answer: '已改正。', publicText: null })
    expect(await entries()).toHaveLength(1)
    expect((await newest()).answeredAt).toEqual(morning)
  })

  test('that cannot be kept leaves no trace either', async () => {
    refuse(store, 'update on feedback')
    await expect(
      answerFeedback(store, trail(), await newest(), { answer: '已改正。', publicText: null }),
    ).rejects.toThrow('refused')
    expect(await entries()).toEqual([])
    expect((await newest()).status).toBe('open')
  })

  test('to nothing is to nobody', async () => {
    for (const id of [newId(), 'x', '', "' or 1=1"]) expect(await findFeedback(store, id)).toBeNull()
  })
})

describe('the list at the desk', () => {
  /** Six pieces a minute apart: a b c open, d answered, e set aside, f open. */
  beforeEach(async () => {
    for (const [index, name] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
      const kind = index === 1 ? 'complaint' : 'suggestion'
      await submitFeedback(store, { kind, page: `/modules/${name}`, text: name, now: later(index * MINUTE) })
      if (name === 'd') await answerFeedback(store, trail(), await newest(), { answer: '100%_好', publicText: null })
      if (name === 'e') await setFeedbackAside(store, trail(), await newest(), '广告')
    }
  })

  test('shows what waits, the oldest first, and counts it', async () => {
    expect(await texts(query())).toEqual(['a', 'b', 'c', 'f'])
    expect(await listFeedback(store, query({ status: 'answered' }))).toMatchObject({ total: 1, open: 4 })
  })

  test.each([
    [{ status: 'all' }, '', ['f', 'e', 'd', 'c', 'b', 'a']],
    [{ status: 'answered' }, '', ['d']],
    [{ status: 'set-aside' }, '', ['e']],
    [{ kind: 'complaint' }, '', ['b']],
    [{ kind: 'nonsense', status: 'nonsense' }, '', ['a', 'b', 'c', 'f']],
    [{ status: 'all' }, '100%_', ['d']],
    [{ status: 'all' }, '%', ['d']],
    [{ status: 'all' }, '\\', []],
    [{ status: 'all' }, 'modules/c', ['c']],
  ])('filtered by %j and searched for %j', async (filters, search, expected) => {
    const given = query(filters as Record<string, string>, search)
    expect(await texts(given)).toEqual(expected)
    expect((await readFeedback(store, given)).map(({ text }) => text)).toEqual(expected)
  })
})

test('the public list has pages, the newest answer first', async () => {
  for (let index = 0; index < 23; index++) {
    await submitFeedback(store, { ...written, text: String(index), now: later(index * MINUTE) })
    await answerFeedback(store, trail(100 - index), await newest(), { answer: '好的', publicText: String(index) })
  }
  const pages = await Promise.all([1, 2, 3].map((page) => listAnswered(store, page)))
  expect(pages.map(({ rows }) => rows.length)).toEqual([20, 3, 0])
  expect(pages.map(({ total }) => total)).toEqual([23, 23, 23])
  expect(pages[0]?.rows.slice(0, 2).map(({ text }) => text)).toEqual(['0', '1'])
})
