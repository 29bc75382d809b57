import { afterAll, beforeAll, expect, test } from 'vitest'
import { en, zhCN } from '#app/i18n/config'
import { type Server, startServer } from '../support/built'
import { type Message, send, sendForm } from './wire'

let server: Server

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const words = { 'zh-CN': zhCN.error, en: en.error }
type Locale = keyof typeof words
type Case = { status: '400' | '403' | '404' | '405' | '413' | '429'; when: string; path: string; message?: Message }

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const tooMuch = { method: 'POST', headers: FORM, body: 'x'.repeat(70_000) }

const CASES: Case[] = [
  { status: '404', when: 'the address is nobody’s', path: '/no-such-page' },
  { status: '404', when: 'there is no such lesson', path: '/modules/no-such-lesson' },
  { status: '404', when: 'there is no such group', path: '/for/nobody' },
  { status: '404', when: 'the paper is not on this device', path: '/attempts/019aa000-0000-7000-8000-0000000000a1' },
  { status: '404', when: 'the paper has an impossible id', path: '/attempts/1' },
  { status: '400', when: 'the address is cut off in an escape', path: '/modules/%E7' },
  { status: '400', when: 'a form says nothing', path: '/preferences', message: { method: 'POST', headers: FORM } },
  { status: '400', when: 'what is sent is no form', path: '/preferences', message: { method: 'POST', body: 'text' } },
  {
    status: '403',
    when: 'a page from elsewhere sends a form',
    path: '/me',
    message: { method: 'POST', headers: { ...FORM, Origin: 'https://example.org' }, body: 'intent=code' },
  },
  { status: '405', when: 'the method is none of ours', path: '/me', message: { method: 'DELETE' } },
  {
    status: '405',
    when: 'a page that only shows is posted to',
    path: '/about',
    message: { method: 'POST', headers: FORM },
  },
  { status: '413', when: 'too much is sent', path: '/me', message: tooMuch },
]

const DONE = { method: 'GET', headers: {} }

for (const locale of ['zh-CN', 'en'] as Locale[])
  test.each(CASES)(
    `$status in ${locale}: when $when, the page says what to do`,
    async ({ status, path, message = DONE }) => {
      const headers = { ...message.headers, 'Accept-Language': locale }
      const reply = await send(server.url, path, { ...message, headers })
      expect(reply.status).toBe(Number(status))
      expectHelp(reply.text, locale, status)
    },
  )

test.each(['zh-CN', 'en'] as Locale[])('429 in %s: after too many writes the page says what to do', async (locale) => {
  const address = { 'X-Forwarded-For': locale === 'en' ? '198.51.100.1' : '198.51.100.2', 'Accept-Language': locale }
  const replies = await Promise.all(
    Array.from({ length: 21 }, () => sendForm(server.url, '/me/continue', { code: '1' }, address)),
  )
  const last = replies.find(({ status }) => status === 429)
  expectHelp(last?.text ?? '', locale, '429')
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
})

/** The page in the right language, with the right words and the two ways on. */
function expectHelp(html: string, locale: Locale, status: keyof (typeof words)[Locale]): void {
  const { title, text } = words[locale][status] as { title: string; text: string }
  expect(html).toContain(`<html lang="${locale}"`)
  expect(html).toContain(`<title>${title} · `)
  expect(html).toContain(title)
  expect(html).toContain(text)
  expect(html).toContain('href="/"')
  expect(html).toContain('href="/me"')
}
