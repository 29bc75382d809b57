/** The first administrator, from the link on: this file's database has no account until the last test. */
import { expect, test } from 'vitest'
import { store } from '#app/db/main.server'
import { firstRunPath } from '#app/people/accounts/links.server'
import { codeAt, PASSWORD, recoveryCodesIn } from '../support/staff'
import { newVisitor } from '../support/visitor'

const keyIn = (html: string) => /translate="no">([A-Z2-7 ]+)</.exec(html)?.[1] ?? ''
const setupPath = async () => (await firstRunPath(store, new Date())) ?? ''

test('while there is no account, signing in says where the link is', async () => {
  expect(await newVisitor().html('/desk/sign-in')).toContain('启动服务器的终端里有一个设置链接')
})

test('a link that is unknown or cut off is told, with what to do', async () => {
  const path = await setupPath()
  for (const bad of [
    '/desk/setup',
    '/desk/setup?token=',
    '/desk/setup?token=x',
    path.slice(0, -1),
    `${path}${'x'.repeat(5000)}`,
  ]) {
    const response = await newVisitor().get(bad)
    expect([response.status, (await response.text()).includes('重新启动知火')]).toEqual([404, true])
    const posted = await newVisitor().post(bad, { name: '周敏', login: 'zhoumin', password: PASSWORD, code: '000000' })
    expect([400, 410]).toContain(posted.status)
  }
  expect(await store.db.$count(store.tables.accounts)).toBe(0)
})

test('what is wrong is said beside its field, everything but the secrets is kept, and the key stays the same', async () => {
  const path = await setupPath()
  const visitor = newVisitor()
  const key = keyIn(await visitor.html(path))
  expect(key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const response = await visitor.post(path, { name: '周敏', login: 'Zhou Min', password: 'password123', code: '12' })
  const html = await response.text()
  expect(response.status).toBe(400)
  expect(html).toContain('value="Zhou Min"')
  expect(html).toMatch(/id="login-error"[^>]*>登录名要 3 到 40 个/)
  expect(html).toMatch(/id="password-error"[^>]*>这个密码太容易猜/)
  expect(html).not.toContain('password123')
  expect(keyIn(html)).toBe(key)
  const noCode = await visitor.post(path, { name: '周敏', login: 'zhoumin', password: PASSWORD, code: '000000' })
  expect(await noCode.text()).toMatch(/id="code-error"[^>]*>验证码不对/)
})

test('changing the language keeps the link: the page is found again without its query', async () => {
  const path = await setupPath()
  const visitor = newVisitor()
  const key = keyIn(await visitor.html(path))
  const html = await visitor.submit('/preferences', { locale: 'en', return: '/desk/setup' })
  expect(html).toContain('Make the administrator')
  expect(keyIn(html)).toBe(key)
})

test('the administrator is made once, sees the recovery codes once, and is signed in', async () => {
  const path = await setupPath()
  const visitor = newVisitor()
  const code = codeAt(new Date(), keyIn(await visitor.html(path)))
  const response = await visitor.post(path, { name: '周敏', login: 'ZhouMin', password: PASSWORD, code })
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(recoveryCodesIn(html)).toHaveLength(10)
  expect(await visitor.html('/desk')).toContain('周敏（管理员）')
  const again = await newVisitor().post(path, { name: '陈波', login: 'chenbo', password: PASSWORD, code })
  expect([again.status, (await again.text()).includes('已经设置过了')]).toEqual([410, true])
  expect((await newVisitor().get(path)).status).toBe(410)
  expect(await store.db.$count(store.tables.accounts)).toBe(1)
})
