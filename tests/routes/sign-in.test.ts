import { describe, expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { dataKeys } from '#app/http/secret.server'
import type { Role } from '#app/people/accounts/roles'
import { atDesk, HERE } from '../support/desk'
import { codeAt, newStaff, PASSWORD, recoveryCodesIn } from '../support/staff'
import { newVisitor } from '../support/visitor'

const staff = (role: Role = 'organizer', hasFactor = false) =>
  newStaff(store, role, { regionCode: HERE, hasFactor, sealedWith: dataKeys })

const locationOf = (response: Response) => response.headers.get('Location')
/** The page without what a person typed, to compare two of them. */
const withoutTyped = (html: string) => html.replace(/ value="[^"]*"/g, '')

describe('signing in', () => {
  test('opens the page that was asked for, with a cookie that no script and no other site can use', async () => {
    const { login } = await staff()
    const visitor = newVisitor()
    const path = locationOf(await visitor.get('/desk/people')) ?? ''
    const response = await visitor.post(path, { login, password: PASSWORD })
    expect([response.status, locationOf(response)]).toEqual([302, '/desk/people'])
    const cookie = response.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/^desk=[^;]+; Max-Age=43200; Path=\/desk; HttpOnly; SameSite=Lax$/)
    expect((await visitor.get('/desk/people')).status).toBe(200)
    expect(locationOf(await visitor.get(path))).toBe('/desk/people')
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/desk/../../evil',
    '/desk/%2e%2e/me',
    '/desk//evil.example',
    '/deskevil',
    '/me',
    '/desk/sign-in',
    '/desk/sign-out',
    'javascript:alert(1)',
    '/desk/\r\nSet-Cookie: x=y',
  ])('leads nowhere else: return=%s', async (target) => {
    const { login } = await staff()
    const response = await newVisitor().post(`/desk/sign-in?return=${encodeURIComponent(target)}`, {
      login,
      password: PASSWORD,
    })
    expect(locationOf(response)).toBe('/desk')
  })

  test('answers an unknown login and a wrong password with the same page', async () => {
    const { login } = await staff()
    const wrong = await newVisitor().post('/desk/sign-in', { login, password: 'not the password' })
    const unknown = await newVisitor().post('/desk/sign-in', { login: 'nobody', password: 'not the password' })
    expect([wrong.status, unknown.status]).toEqual([400, 400])
    const html = await wrong.text()
    expect(html).toContain('登录名或密码不对')
    expect(html).toContain(`value="${login}"`)
    expect(html).not.toContain('not the password')
    expect(withoutTyped(await unknown.text())).toBe(withoutTyped(html))
  })

  test('says how long to wait, to a known and an unknown login alike', async () => {
    for (const login of [(await staff()).login, 'nobody-at-all']) {
      const visitor = newVisitor()
      for (let tries = 1; tries <= 4; tries++) await visitor.post('/desk/sign-in', { login, password: 'wrong' })
      const html = await (await visitor.post('/desk/sign-in', { login, password: 'wrong' })).text()
      expect(html).toContain('请等 1 分钟再试')
      expect(html).toContain('管理员也可以给您一个新链接')
    }
  })

  test('always gives a new token, whatever cookie the browser came with', async () => {
    const { login } = await staff()
    const visitor = newVisitor({ desk: 'ImZpeGVkIg%3D%3D' })
    await visitor.post('/desk/sign-in', { login, password: PASSWORD })
    expect(visitor.cookies().desk).not.toBe('ImZpeGVkIg%3D%3D')
    expect((await newVisitor({ desk: 'ImZpeGVkIg%3D%3D' }).get('/desk')).status).toBe(302)
  })

  test('the fields tell password managers what they are', async () => {
    const html = await newVisitor().html('/desk/sign-in')
    expect(html).toMatch(/<input type="text"[^>]*name="login"[^>]*autoComplete="username"/i)
    expect(html).toMatch(/<input type="password"[^>]*name="password"[^>]*autoComplete="current-password"/i)
  })

  test.each([
    ['a login of 50,000 characters', { login: 'x'.repeat(50_000), password: PASSWORD }],
    ['a password of 50,000 characters', { login: 'nobody-1', password: '🔥'.repeat(12_000) }],
    ['NULs', { login: 'no\0body', password: '\0'.repeat(20) }],
    ['halves of pairs', { login: '\ud800', password: '\udfff' }],
    ['nothing', { login: '', password: '' }],
    ['other fields', { user: 'x', __proto__: 'y' }],
  ])('answers %s with the form and 400', async (_, fields) => {
    const response = await newVisitor().post('/desk/sign-in', fields as Record<string, string>)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('name="password"')
  })

  test('a cookie that is none of ours is no cookie', async () => {
    for (const desk of ['x', '', '%', '"', 'bnVsbA==', 'e30=', 'WzFd', 'x'.repeat(4000)])
      expect(locationOf(await newVisitor({ desk }).get('/desk'))).toBe('/desk/sign-in')
  })
})

describe('the code', () => {
  test('is asked for after the password, and until then nothing opens', async () => {
    const { login } = await staff('survey-lead', true)
    const visitor = newVisitor()
    const response = await visitor.post('/desk/sign-in?return=/desk/people', { login, password: PASSWORD })
    expect(locationOf(response)).toBe('/desk/sign-in/code?return=%2Fdesk%2Fpeople')
    for (const path of ['/desk', '/desk/me', '/desk/me/password', '/desk/me/second-factor', '/desk/people'])
      expect(locationOf(await visitor.get(path)), path).toMatch(/^\/desk\/sign-in\/code/)
    const before = visitor.cookies().desk ?? ''
    const wrong = await visitor.post('/desk/sign-in/code', { code: '000000' })
    expect([wrong.status, (await wrong.text()).includes('验证码不对')]).toEqual([400, true])
    const right = await visitor.post('/desk/sign-in/code?return=/desk/people', { code: codeAt(new Date()) })
    expect(locationOf(right)).toBe('/desk/people')
    expect(visitor.cookies().desk).not.toBe(before)
    expect((await newVisitor({ desk: before }).get('/desk')).status).toBe(302)
    expect((await visitor.get('/desk')).status).toBe(200)
  })

  test('can be a recovery code, in a field of its own', async () => {
    const { login, recoveryCodes } = await staff('survey-lead', true)
    const visitor = newVisitor()
    await visitor.post('/desk/sign-in', { login, password: PASSWORD })
    const wrong = await visitor.post('/desk/sign-in/code', { recovery: 'aaaaa-bbbbb' })
    expect(await wrong.text()).toMatch(/<details open="".*换一个恢复码/s)
    expect(locationOf(await visitor.post('/desk/sign-in/code', { recovery: recoveryCodes[3] ?? '' }))).toBe('/desk')
    expect(await visitor.html('/desk/me')).toContain('还剩 9 个恢复码，共 10 个')
  })

  test('without a password first leads to signing in', async () => {
    expect(locationOf(await newVisitor().get('/desk/sign-in/code'))).toBe('/desk/sign-in')
    expect(locationOf(await newVisitor().post('/desk/sign-in/code', { code: '1' }))).toBe('/desk/sign-in')
  })
})

describe('a role that needs a second factor', () => {
  test('is led to turn it on before anything else, and then goes on', async () => {
    const { login } = await staff('survey-lead')
    const visitor = newVisitor()
    await visitor.post('/desk/sign-in', { login, password: PASSWORD })
    for (const path of ['/desk', '/desk/people', '/desk/me', '/desk/me/password', '/desk/accounts'])
      expect(locationOf(await visitor.get(path)), path).toBe('/desk/me/second-factor')
    const page = await visitor.html('/desk/me/second-factor')
    const key = /translate="no">([A-Z2-7 ]+)</.exec(page)?.[1] ?? ''
    expect(await visitor.html('/desk/me/second-factor')).toContain(key)
    const code = codeAt(new Date(), key)
    const refused = await visitor.post('/desk/me/second-factor', { intent: 'on', code, current: 'wrong' })
    expect([refused.status, (await refused.text()).includes('现在的密码不对')]).toEqual([400, true])
    const done = await visitor.post('/desk/me/second-factor', { intent: 'on', code, current: PASSWORD })
    expect([done.status, recoveryCodesIn(await done.text()).length]).toEqual([200, 10])
    expect((await visitor.get('/desk')).status).toBe(200)
  })

  test('cannot turn it off', async () => {
    const visitor = await atDesk('admin')
    expect(await visitor.html('/desk/me/second-factor')).not.toContain('do=off')
    const response = await visitor.post('/desk/me/second-factor', { intent: 'off', current: PASSWORD })
    expect([response.status, (await response.text()).includes('不能关掉')]).toEqual([400, true])
  })
})

test('signing out ends the session and takes the cookie away, also without a session', async () => {
  const visitor = await atDesk('organizer', { regionCode: HERE })
  const before = visitor.cookies().desk ?? ''
  const response = await visitor.post('/desk/sign-out')
  expect([response.status, locationOf(response)]).toEqual([302, '/desk/sign-in?signed-out'])
  expect(response.headers.get('Set-Cookie')).toContain('Max-Age=0')
  expect((await newVisitor({ desk: before }).get('/desk')).status).toBe(302)
  expect(await newVisitor().submit('/desk/sign-out')).toContain('已退出')
  expect((await newVisitor().get('/desk/sign-out')).status).toBe(404)
})
