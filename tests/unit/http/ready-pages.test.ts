import { describe, expect, test } from 'vitest'
import { createReadyPages } from '#app/http/ready-pages.server'

/** An app that writes onto its page everything it is told, so that a mixed-up page shows whose it was. */
function talkativeApp(status = 200) {
  const asked: string[] = []
  const pages = createReadyPages(async (request) => {
    const told = JSON.stringify({ path: new URL(request.url).pathname, headers: Object.fromEntries(request.headers) })
    asked.push(told)
    return new Response(told, { status, headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'learner=secret' } })
  })
  const page = async (path: string, cookie?: string, acceptLanguage?: string) =>
    (await pages({ path, cookie, acceptLanguage }))?.body.toString()
  return { asked, pages, page }
}

describe('a public page', () => {
  test('is rendered from the view alone: no cookie of the visitor and no header reaches the app', async () => {
    const { asked, page } = talkativeApp()
    await page('/modules', 'learner=abc.def; locale=en; respondent=x; session=y', 'zh-CN')
    expect(asked.map((told) => JSON.parse(told))).toEqual([
      { path: '/modules', headers: { cookie: 'locale=en; display=standard', 'accept-language': 'en' } },
    ])
  })

  test('is the one of its own path and view, in whatever order visitors come', async () => {
    const { asked, page } = talkativeApp()
    const visits = ['/', '/about', '/modules', '/modules/call-119', '/for/resident'].flatMap((path) =>
      ['locale=en', 'locale=zh-CN', 'locale=en; display=large', 'display=large'].map((cookie) => ({ path, cookie })),
    )
    const first = await Promise.all(visits.map(({ path, cookie }) => page(path, cookie)))
    const again = await Promise.all(visits.toReversed().map(({ path, cookie }) => page(path, cookie)))
    expect(again.toReversed()).toEqual(first)
    expect(new Set(first).size).toBe(visits.length)
    expect(asked).toHaveLength(visits.length)
  })

  test('is kept once, however many audiences a forged cookie makes up', async () => {
    const { asked, page } = talkativeApp()
    for (const audience of ['', 'a', 'b', 'ghost', 'constructor', 'to-string']) await page('/', `audience=${audience}`)
    expect(asked).toHaveLength(1)
    await page('/', 'audience=resident')
    await page('/modules', 'audience=resident')
    await page('/modules', 'audience=rider')
    expect(asked).toHaveLength(3)
  })

  test('is sent without cookies, with a policy that lets in our own files only', async () => {
    const ready = await talkativeApp().pages({ path: '/', acceptEncoding: 'gzip' })
    expect(Object.keys(ready?.headers ?? {}).map((name) => name.toLowerCase())).not.toContain('set-cookie')
    expect(ready?.headers).toMatchObject({
      'Content-Encoding': 'gzip',
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
    })
    expect(ready?.headers['Content-Security-Policy']).toContain("script-src 'self'")
  })
})

test('a page is made anew when its mark changes, and only then', async () => {
  const marks = new Map([['/modules/call-119', '0']])
  let made = 0
  const render = async () => new Response(`${++made}`)
  const pages = createReadyPages(render, async (path) => marks.get(path) ?? '')
  const page = async (path: string) => (await pages({ path }))?.body.toString()
  const both = async () => [await page('/modules/call-119'), await page('/about')]
  expect([await both(), await both()]).toEqual([
    ['1', '2'],
    ['1', '2'],
  ])
  marks.set('/modules/call-119', '1')
  expect([await both(), await both()]).toEqual([
    ['3', '2'],
    ['3', '2'],
  ])
})

test('a page whose mark changed while it was made is made again for the new mark', async () => {
  let mark = '0'
  const render = async () => {
    mark = '1'
    return new Response(`after ${mark}`)
  }
  let made = 0
  const counted = async () => {
    made++
    return render()
  }
  const pages = createReadyPages(counted, () => mark)
  await pages({ path: '/about' })
  await pages({ path: '/about' })
  await pages({ path: '/about' })
  expect(made).toBe(2)
})

test('a page that is not public is never rendered here', async () => {
  const { asked, page } = talkativeApp()
  for (const path of ['/me', '/attempts/x', '/survey/open', '/awareness']) expect(await page(path)).toBeUndefined()
  expect(asked).toEqual([])
})

test('an answer other than 200 is not kept', async () => {
  const { asked, page } = talkativeApp(404)
  expect(await page('/modules/ghost')).toBeUndefined()
  expect(await page('/modules/ghost')).toBeUndefined()
  expect(asked).toHaveLength(2)
})
