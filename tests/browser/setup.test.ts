/** The desk from its first minute on the built server: the printed link, the first administrator, the first colleague. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/prepare.mjs'
import { codeAt, PASSWORD } from '../support/staff'
import { openBrowser, openPhone, sidewaysScroll } from './phone'

let browser: Browser
let server: Awaited<ReturnType<typeof startNew>>

beforeAll(async () => {
  browser = await openBrowser()
  server = await startNew()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** A server on a new database, and what it tells the person at the terminal: the link of the first administrator. */
async function startNew() {
  const data = mkdtempSync(join(tmpdir(), 'zhihuo-setup-'))
  const { VITEST: _, ...inherited } = process.env
  const child = spawn(process.execPath, [join(root, 'server.mjs')], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', PORT: '0', DATABASE_FILE: join(data, 'zhihuo.db'), LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  let log = ''
  child.stdout.on('data', (part) => {
    log += String(part)
  })
  let told = ''
  const link = await new Promise<URL>((resolve, reject) => {
    ended.then(() => reject(new Error(`The server ended: ${told}`)))
    child.stderr.on('data', (part) => {
      told += String(part)
      const found = /http:\/\/localhost:\d+\/desk\/setup\?token=[\w-]{43}/.exec(told)?.[0]
      if (found) resolve(new URL(found))
    })
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  return { url: link.origin, link: link.href, log: () => log, stop }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** On a phone it lies behind the name. */
async function signOut(page: Page): Promise<void> {
  await page.locator('header summary').click()
  await press(page, '退出')
}

/** The next code that the authenticator shows: one that was used is not taken again. */
const laterCode = (key: string) => codeAt(new Date(Date.now() + 30_000), key)

const BOS_PASSWORD = '磁带 海带 皮带 车票'

test('the printed link makes an administrator, who invites an organizer, who sees their own street only', async () => {
  const { page: admin, complaints, close } = await openPhone(browser, server.url)
  await admin.goto(server.link)
  expect(await sidewaysScroll(admin)).toBe(0)
  const key = await admin.locator('[translate=no]').innerText()
  await admin.getByLabel('姓名').fill('周敏')
  await admin.getByLabel('登录名').fill('zhoumin')
  await admin.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await admin.getByLabel('把验证器显示的 6 位数字填在这里：').fill(codeAt(new Date(), key))
  await press(admin, '建立管理员')
  expect(await admin.locator('#recovery-codes').innerText()).toMatch(/^([a-z2-9]{5}-[a-z2-9]{5}\n?){10}$/)
  await admin.getByRole('link', { name: '收好了，进入工作台' }).click()
  await admin.getByText('您能看到的范围：全区').waitFor()

  await admin.goto('/desk/accounts')
  await admin.getByRole('link', { name: '邀请同事' }).click()
  await admin.getByLabel('组织员').check()
  await press(admin, '下一步')
  await admin.getByLabel('能看哪里').selectOption({ label: '梧桐街道（演示） · 知火区（演示）' })
  await admin.getByLabel('姓名').fill('陈波')
  await admin.getByLabel('登录名').fill('chenbo')
  await press(admin, '生成邀请链接')
  const message = await admin.getByLabel('要发的文字').inputValue()
  const invitation = /http:\/\/\S+/.exec(message)?.[0] ?? ''
  await signOut(admin)
  await admin.getByText('已退出。').waitFor()
  expect((await admin.goto('/desk/accounts'))?.url()).toContain('/desk/sign-in')

  const { page: bo, complaints: bosComplaints, close: closeBos } = await openPhone(browser, server.url)
  await bo.goto(invitation)
  await bo.getByText('陈波，您好。').waitFor()
  await bo.getByLabel('密码', { exact: true }).fill(BOS_PASSWORD)
  await press(bo, '设好密码并登录')
  await signOut(bo)
  await bo.getByLabel('登录名').fill('ChenBo')
  await bo.getByLabel('密码', { exact: true }).fill(BOS_PASSWORD)
  await press(bo, '登录')
  await bo.getByText('您能看到的范围：梧桐街道（演示）').waitFor()
  expect(await bo.getByRole('link', { name: '账号', exact: true }).count()).toBe(0)
  expect((await bo.request.get('/desk/accounts')).status()).toBe(403)
  expect((await bo.request.get(invitation)).status()).toBe(410)
  expect((await bo.request.get(server.link)).status()).toBe(410)

  await admin.getByLabel('登录名').fill('zhoumin')
  await admin.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await press(admin, '登录')
  await admin.getByLabel('验证码', { exact: true }).fill(laterCode(key))
  await press(admin, '确认')
  await admin.getByText('chenbo').waitFor()
  expect([...complaints, ...bosComplaints]).toEqual([])
  expect(server.log()).not.toMatch(/token|zhoumin|chenbo|周敏|陈波/)
  await close()
  await closeBos()
})
