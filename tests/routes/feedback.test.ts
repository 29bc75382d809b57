import { desc } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { createReadyPages } from '#app/http/ready-pages.server'
import { atDesk, HERE } from '../support/desk'
import { answer, routes } from '../support/site'
import { newVisitor, sit } from '../support/visitor'

const TEXT = '第三题的答案好像写反了，请看一下。'
const form = { kind: 'mistake', text: TEXT, page: '/modules/call-119' }
const BOX = /<details class="[^"]*"><summary[^>]*>.*?意见、纠错<\/summary><form method="post" action="\/feedback"/s

const count = () => store.db.$count(store.tables.feedback)
async function newest() {
  const { feedback } = store.tables
  const [row] = await store.db.select().from(feedback).orderBy(desc(feedback.id)).limit(1)
  return row
}

describe('the box', () => {
  /** One address for every page that needs no account: the page itself, and not what comes as a file. */
  async function publicPages() {
    const visitor = newVisitor()
    const values: Record<string, string> = {
      moduleId: 'call-119',
      audience: 'resident',
      attemptId: (await sit(visitor)).id,
    }
    const paths = routes
      .filter(
        ({ path, module }) => !/^desk(\/|$)|\.|^(me\/data\/download|preferences|healthz)$/.test(path) && module.default,
      )
      .map(
        ({ path }) =>
          `/${path.replace(/:([a-zA-Z]+)/g, (_, name: string) => values[name] ?? 'x').replace('*', 'no-such-page')}`,
      )
    return { visitor, paths }
  }

  test('stands on every public page, outside of every other form, with the path of the page', async () => {
    const { visitor, paths } = await publicPages()
    const seen: string[] = []
    for (const path of paths) {
      const response = await visitor.get(path)
      if (response.status >= 300 && response.status < 400) continue
      const html = await response.text()
      seen.push(path)
      if (path === '/feedback') continue
      expect(html, path).toMatch(BOX)
      const [before = '', box = ''] = html.split('<details class="card text-ink"')
      expect(before.split('<form').length, path).toBe(before.split('</form>').length)
      expect(box, path).toContain(`name="page" value="${path}"`)
    }
    expect(seen).toEqual(
      expect.arrayContaining([
        '/',
        '/about',
        '/modules',
        '/modules/call-119',
        '/survey/open',
        '/me',
        '/feedback',
        '/no-such-page',
      ]),
    )
    expect(seen.some((path) => path.startsWith('/attempts/'))).toBe(true)
  })

  test('stands once on its own page, in whatever case that is written', async () => {
    for (const path of ['/feedback', '/feedback/', '/Feedback']) {
      const html = await newVisitor().html(path)
      expect(html).not.toMatch(BOX)
      expect(html.match(/id="feedback-text"/g)).toHaveLength(1)
    }
  })

  test('stands on no page of the desk', async () => {
    const admin = await atDesk('admin')
    for (const path of ['/desk', '/desk/feedback', '/desk/audit', '/desk/no-such-page'])
      expect(await admin.html(path), path).not.toContain('action="/feedback"')
  })

  test('names no other page of the web, whatever address is asked for', async () => {
    for (const path of ['/x%22onload', '/a//b', `/${'x'.repeat(400)}`, '/javascript:alert(1)']) {
      const html = await newVisitor().html(path)
      expect(html).toMatch(/name="page" value="\/[\w\-./~%]{0,299}"/)
    }
  })

  test('is the same for everybody on a page that is kept', async () => {
    const asked: Request[] = []
    const readyPage = createReadyPages((request) => {
      asked.push(request)
      return answer(request)
    })
    const page = async (cookie?: string) => (await readyPage({ path: '/about', cookie }))?.body.toString()
    const first = await page()
    expect(first).toMatch(BOX)
    expect(await page('learner=somebody')).toBe(first)
    expect(asked).toHaveLength(1)
  })

  test('comes with a page of a refusal, too', async () => {
    const { renderErrorPage } = await import('#app/entry.server')
    expect(renderErrorPage(429, { locale: 'zh-CN', display: 'standard', audience: null })).toMatch(BOX)
  })
})

describe('sending', () => {
  test('keeps what was written and says what happens next', async () => {
    const response = await newVisitor().post('/feedback', form)
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/feedback?sent'])
    expect(await newest()).toMatchObject({ ...form, status: 'open' })
    const html = await newVisitor().html('/feedback?sent')
    expect(html).toContain('寄出了')
    expect(html).toContain('公开的回复登在本页下面')
    expect(html).not.toContain(TEXT)
  })

  test('twice keeps one', async () => {
    const twice = { ...form, text: `${TEXT}（第二次）` }
    const before = await count()
    for (let times = 0; times < 2; times++) expect((await newVisitor().post('/feedback', twice)).status).toBe(302)
    expect(await count()).toBe(before + 1)
  })

  test.each([
    ['no kind', { kind: '' }, '请选是哪一种'],
    ['too little', { text: '写错了' }, '至少写 10 个字'],
    ['too much', { text: '火'.repeat(1001) }, '最多 1000 个字'],
    ['two links', { text: `${TEXT} http://a.example http://b.example` }, '网址最多写一个'],
  ])('%s comes back with everything that was typed and what to do', async (_, given, sentence) => {
    const before = await count()
    const response = await newVisitor().post('/feedback', { ...form, ...given })
    const html = await response.text()
    expect(response.status).toBe(400)
    expect(html).toContain(sentence)
    expect(html).toContain({ ...form, ...given }.text)
    expect(html).toContain('name="page" value="/modules/call-119"')
    if (!('kind' in given)) expect(html).toMatch(/value="mistake"[^>]* checked=""|checked="" value="mistake"/)
    expect(await count()).toBe(before)
  })

  test('a megabyte is refused, and not sent back whole', async () => {
    const response = await newVisitor().post('/feedback', { ...form, text: 'x'.repeat(1_000_000) })
    expect(response.status).toBe(400)
    expect((await response.text()).length).toBeLessThan(40_000)
  })

  test.each(['https://a.example/', '//a.example', '/\\a.example', 'javascript:alert(1)', ''])(
    'about a page outside this site (%s) is refused',
    async (page) => {
      const before = await count()
      expect((await newVisitor().post('/feedback', { ...form, page })).status).toBe(400)
      expect(await count()).toBe(before)
    },
  )

  test('markup comes back as text', async () => {
    const html = await (
      await newVisitor().post('/feedback', { ...form, kind: '', text: '"><script>alert(1)</script>' })
    ).text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>')
  })
})

describe('the public list', () => {
  test('shows the public wording and the answer, as text in its own direction, and never the original', async () => {
    const admin = await atDesk('admin')
    await newVisitor().post('/feedback', { ...form, text: '我是张三，电话 13800000000，第三题写反了' })
    const path = `/desk/feedback/${(await newest())?.id}`
    await admin.post(path, {
      intent: 'answer',
      answer: '<b>已改正</b>\nتم',
      isPublic: 'yes',
      publicText: '\u202e第三题写反了<img src=x>',
    })
    const html = await newVisitor().html('/feedback')
    expect(html).toContain('<p dir="auto" class="whitespace-pre-line break-words">第三题写反了&lt;img src=x&gt;</p>')
    expect(html).toContain('&lt;b&gt;已改正&lt;/b&gt;\nتم')
    expect(html).not.toMatch(/张三|13800000000|\u202e/)
  })

  test.each(['?page=0', '?page=99999', '?page=x', '?about=//a.example', '?about=/modules/call-119'])(
    'takes any query: %s',
    async (query) => {
      const html = await newVisitor().html(`/feedback${query}`)
      expect(html).toMatch(/name="page" value="\/(feedback|modules\/call-119)?"/)
    },
  )

  test('is written in English with Chinese words marked', async () => {
    const html = await newVisitor({ locale: 'en' }).html('/feedback')
    expect(html).toContain('Answers so far')
    expect(html).toMatch(/<span lang="zh-CN">第三题写反了/)
  })
})

test('nothing written here is asked for by who may not read it', async () => {
  for (const role of ['survey-lead', 'interviewer', 'examiner'] as const) {
    const visitor = await atDesk(role, { regionCode: HERE })
    for (const path of ['/desk/feedback', '/desk/feedback/export.xlsx', `/desk/feedback/${(await newest())?.id}`])
      expect((await visitor.get(path)).status, `${role} ${path}`).toBe(403)
  }
})
