import { describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { newVisitor } from '../support/visitor'

const choose = (fields: [string, string][]) => newVisitor().post('/preferences', fields)

describe('what may be chosen', () => {
  test.each([
    ['locale', 'en'],
    ['locale', 'zh-CN'],
    ['display', 'large'],
    ['display', 'standard'],
  ])('%s %s is remembered in a cookie for this site only, and leads back', async (name, value) => {
    const response = await choose([
      [name, value],
      ['return', '/modules/call-119'],
    ])
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/modules/call-119'])
    expect(response.headers.get('Set-Cookie')).toBe(
      `${name}=${value}; Path=/; Max-Age=34560000; SameSite=Lax; HttpOnly`,
    )
  })

  test.each(Object.keys(catalog.audiences))('%s leads to the modules of that audience', async (audience) => {
    const visitor = newVisitor()
    const response = await visitor.post('/preferences', { audience, return: '/me' })
    expect(response.headers.get('Location')).toBe(`/for/${audience}`)
    expect((await visitor.get(`/for/${audience}`)).status).toBe(200)
    expect(await visitor.html('/')).toContain(`href="/for/${audience}"`)
  })

  test('the chosen language and size are there on the next page', async () => {
    const visitor = newVisitor()
    await visitor.post('/preferences', { locale: 'en' })
    await visitor.post('/preferences', { display: 'large' })
    expect(await visitor.html('/about')).toContain('<html lang="en" data-display="large">')
  })
})

describe('what is refused, and not remembered', () => {
  test.each([
    ['an unknown language', [['locale', 'fr']]],
    ['a language in other letters', [['locale', 'EN']]],
    ['an unknown size', [['display', 'huge']]],
    ['an unknown audience', [['audience', 'fire-chief']]],
    ['an inherited name', [['audience', 'constructor']]],
    ['a cookie in a value', [['locale', 'en; Domain=evil.test']]],
    ['a line break in a value', [['locale', 'en\r\nSet-Cookie: x=y']]],
    ['nothing', []],
    ['nothing but where to go', [['return', '/me']]],
    [
      'two languages',
      [
        ['locale', 'en'],
        ['locale', 'zh-CN'],
      ],
    ],
    [
      'two choices at once',
      [
        ['locale', 'en'],
        ['display', 'large'],
      ],
    ],
    ['a choice that does not exist', [['theme', 'dark']]],
  ] as [string, [string, string][]][])('%s', async (_, fields) => {
    const response = await choose(fields)
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([400, null])
  })

  test('the address cannot be opened', async () => {
    expect((await newVisitor().get('/preferences?locale=en')).status).toBe(404)
  })
})

describe('where it leads afterwards', () => {
  test.each(['/', '/me', '/modules/call-119', '/attempts/019aa000-0000-7000-8000-0000000000a1', '/for/multi-brigade'])(
    'back to the page %s',
    async (path) => {
      expect(
        (
          await choose([
            ['locale', 'en'],
            ['return', path],
          ])
        ).headers.get('Location'),
      ).toBe(path)
    },
  )

  test.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    'javascript:alert(1)',
    'evil.test',
    '',
    ' /me',
    '/me\r\nSet-Cookie: x=y',
    `/${'x'.repeat(400)}`,
    '/@evil.test',
    '/..//evil.test',
    '/.//evil.test',
    '/me//evil.test',
    '/%2f/evil.test?x',
  ])('never away from this site: %j', async (path) => {
    const location =
      (
        await choose([
          ['locale', 'en'],
          ['return', path],
        ])
      ).headers.get('Location') ?? ''
    expect(new URL(location, 'http://zhihuo.test').origin).toBe('http://zhihuo.test')
    expect(location).toBe('/')
  })
})
