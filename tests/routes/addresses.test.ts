/**
 * Every address with what nobody should send it: unknown modules, malformed and foreign ids, bodies that are no form. The
 * answer is always a page or a refusal, never an error of ours: `answer` throws for those.
 */
import { describe, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { atDesk } from '../support/desk'
import { accesses } from '../support/rights'
import { answer, routes } from '../support/site'
import { handIn, newVisitor, practise, sit } from '../support/visitor'

const MALFORMED = [
  'unknown',
  '0',
  '-1',
  'constructor',
  '__proto__',
  'CALL-119',
  'call-119%00',
  "call-119'--",
  '%F0%9F%94%A5',
  '火',
  '..%2f..%2fetc%2fpasswd',
  'x'.repeat(3000),
  newId(),
  newId().toUpperCase(),
]

const BODIES: [string, RequestInit][] = [
  ['no body', {}],
  ['an empty form', { body: new URLSearchParams() }],
  [
    'a form of other fields',
    {
      body: new URLSearchParams([
        ['q.__proto__', 'x'],
        ['intent', 'x'],
        ['item.constructor', 'x'],
      ]),
    },
  ],
  [
    'a repeated field',
    {
      body: new URLSearchParams([
        ['intent', 'submit'],
        ['intent', 'submit'],
        ['code', '1'],
        ['code', '2'],
      ]),
    },
  ],
  [
    'a form cut off',
    {
      body: '--x\r\nContent-Disposition: form-data; na',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    },
  ],
  ['a form without its boundary', { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } }],
  ['a file in place of text', { body: fileForm() }],
  [
    'bytes that are no text',
    { body: new Uint8Array([0xff, 0xfe, 0x00]), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  ],
  ['JSON', { body: '{"intent":"submit"}', headers: { 'Content-Type': 'application/json' } }],
  ['JSON cut off', { body: '{"intent":', headers: { 'Content-Type': 'application/json' } }],
  ['plain text', { body: 'intent=submit', headers: { 'Content-Type': 'text/plain' } }],
]

function fileForm(): FormData {
  const form = new FormData()
  for (const name of ['intent', 'code', 'region', 'locale', 'return', 'item.core-01', 'anyway'])
    form.append(name, new File(['x'], 'x.txt'))
  return form
}

const patterns = routes.map(({ path, module }) => ({ path: `/${path}`, module }))
const withParams = patterns.filter(({ path }) => path.includes(':'))
const withAction = patterns.filter(({ module }) => 'action' in module)

/** Where only staff come; signing in is for everybody. */
const isDesk = (path: string): boolean => /^\/desk(?!\/(sign-in|setup|invitation))/.test(path)

/** Somebody who may read and write there: an administrator where administrators may. */
function staffAt(path: string, deed: 'read' | 'write') {
  const access = accesses[path] ?? {}
  const roles = access[deed] ?? access.write ?? 'everybody'
  const role = roles === 'everybody' || roles.includes('admin') ? 'admin' : roles[0]
  return atDesk(role ?? 'admin')
}

/** The address with one text for all its parameters. */
const filled = (path: string, value: string) => path.replace(/:[a-zA-Z]+/g, value).replace('*', value)

describe('an address with an id that does not exist', () => {
  test.each(withParams.map(({ path }) => path))('%s is not found, in words', async (path) => {
    const visitor = isDesk(path) ? await staffAt(path, 'read') : newVisitor()
    for (const value of MALFORMED) {
      const response = await visitor.get(filled(path, value))
      expect(response.status, value.slice(0, 40)).toBe(404)
    }
  })

  test.each(withAction.filter(({ path }) => path.includes(':')).map(({ path }) => path))(
    '%s takes nothing',
    async (path) => {
      const mei = newVisitor()
      await sit(mei)
      const visitors = isDesk(path) ? [await staffAt(path, 'write')] : [mei, newVisitor()]
      for (const value of MALFORMED)
        for (const visitor of visitors) {
          const response = await visitor.post(filled(path, value), { intent: 'submit' })
          expect(response.status, value.slice(0, 40)).toBe(404)
        }
    },
  )

  test('an address that is nobody’s is a page that says so, for reading and for writing', async () => {
    for (const method of ['GET', 'POST']) {
      const response = await answer(new Request('http://zhihuo.test/wp-login.php', { method }))
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('<h1')
    }
  })
})

/** Buttons that carry nothing: whatever comes along is not looked at. */
const LEADS_ON = /\/(quiz|practice|sign-out)$/

describe('a body that none of our pages sends', () => {
  /** Addresses that exist, for a visitor who has an open paper. */
  async function existing() {
    const visitor = newVisitor()
    const paper = await sit(visitor)
    await visitor.get('/survey/open')
    const values: Record<string, string> = {
      moduleId: 'call-119',
      attemptId: paper.id,
      audience: 'resident',
      name: 'x',
    }
    const pathOf = (pattern: string) =>
      pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) => values[name] ?? 'x').replace('*', 'x')
    return { visitor, pathOf }
  }

  test.each(withAction.map(({ path }) => path))(
    'sent to %s is answered, and never with an error of ours',
    async (pattern) => {
      const { visitor: learner, pathOf } = await existing()
      for (const [name, init] of BODIES) {
        // Signing out is one of them.
        const visitor = isDesk(pattern) ? await staffAt(pattern, 'write') : learner
        const response = await visitor.send(pathOf(pattern), { method: 'POST', ...init })
        const allowed = LEADS_ON.test(pattern)
          ? [302]
          : [400, 404, 405, 410, ...(pattern.endsWith('/code') ? [302] : [])]
        expect(allowed, `${name}: ${response.status}`).toContain(response.status)
      }
    },
  )

  test('a page without a form takes no form', async () => {
    for (const path of ['/', '/about', '/modules', '/modules/call-119', '/awareness', '/healthz', '/survey/thanks']) {
      const response = await answer(
        new Request(`http://zhihuo.test${path}`, { method: 'POST', body: new URLSearchParams() }),
      )
      expect(response.status, path).toBe(405)
    }
  })
})

describe('cookies that are not ours', () => {
  const forged = [
    'x',
    '',
    'null',
    'undefined',
    '%',
    '"',
    'eyJhIjoxfQ==.abc',
    `IjAxOWFhMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDBhMSI=.abc`,
    'x'.repeat(4000),
  ]

  test.each(['learner', 'respondent', 'locale', 'display', 'audience'])(
    'a forged %s cookie is no cookie',
    async (name) => {
      for (const value of forged)
        for (const path of ['/', '/me', '/modules', '/survey/open']) {
          const response = await newVisitor({ [name]: value }).get(path)
          expect(response.status, value.slice(0, 40)).toBe(200)
        }
    },
  )

  test('somebody else’s id in a cookie without our signature opens nothing', async () => {
    const mei = newVisitor()
    const { path, learnerId } = await sit(mei)
    const [value = ''] = (mei.cookies().learner ?? '').split('.')
    for (const learner of [
      value,
      `${value}.`,
      `${value}.forged`,
      learnerId,
      encodeURIComponent(JSON.stringify(learnerId)),
    ])
      expect((await newVisitor({ learner }).get(path)).status).toBe(404)
    expect((await newVisitor({ learner: mei.cookies().learner ?? '' }).get(path)).status).toBe(200)
  })
})

describe('pages that exist', () => {
  test.each([
    '/',
    '/about',
    '/modules',
    '/awareness',
    '/awareness/method',
    '/me',
    '/me/continue',
    '/survey/open',
    '/survey/thanks',
    '/for/resident',
  ])('%s is a whole page in both languages', async (path) => {
    for (const locale of ['zh-CN', 'en']) {
      const html = await newVisitor({ locale }).html(path)
      expect(html).toMatch(new RegExp(`^<!DOCTYPE html><html lang="${locale}"`))
      expect(html).toContain('<h1')
    }
  })

  test('the server says that it is well', async () => {
    const response = await newVisitor().get('/healthz')
    expect([response.status, await response.json(), response.headers.get('Cache-Control')]).toEqual([
      200,
      { status: 'ok' },
      'no-store',
    ])
  })

  test('a picture of a module is sent as a picture that may be kept', async () => {
    const response = await newVisitor().get('/pictures/call-119/six-things.svg')
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml')
    expect(response.headers.get('Cache-Control')).toContain('immutable')
    expect(await response.text()).toContain('<svg')
  })

  test('the addresses that start a quiz or a practice lead back to the lesson when they are opened', async () => {
    const mei = newVisitor()
    for (const path of ['/modules/call-119/quiz', '/modules/call-119/practice']) {
      const response = await mei.get(path)
      expect([response.status, response.headers.get('Location')]).toEqual([302, '/modules/call-119'])
    }
  })
})

describe('practice', () => {
  test('asks the questions that were wrong, and no others, and is not found for who has done nothing', async () => {
    const mei = newVisitor()
    expect((await mei.post('/modules/call-119/practice')).status).toBe(404)
    const paper = await practise(mei, ['call-119-4', 'call-119-11'])
    await handIn(mei, paper, [
      ['q.call-119-4', 'wrong'],
      ['q.call-119-11', 'wrong'],
    ])
    const response = await mei.post('/modules/call-119/practice')
    expect(await mei.html(response.headers.get('Location') ?? '')).toMatch(/data-question="call-119-11".*/)
    expect(await mei.html(response.headers.get('Location') ?? '')).not.toContain('data-question="call-119-4"')
  })

  test('with nothing wrong leads to the learner’s own page', async () => {
    const mei = newVisitor()
    await handIn(mei, await practise(mei, ['call-119-1']), [['q.call-119-1', 'address']])
    expect((await mei.post('/modules/call-119/practice')).headers.get('Location')).toBe('/me')
  })
})
