import { UNSAFE_flatRoutes } from '@remix-run/dev'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { displays } from '#app/http/view'
import { en, zhCN } from '#app/i18n/config'
import { locales } from '#app/i18n/locales'
import { type Server, startServer } from '../support/built'
import { accesses } from '../support/rights'
import { expectAccessible } from './accessible'
import { SESSION_SECRET } from './learner'
import { openBrowser, openPhone } from './phone'
import { fillTown } from './town'

let server: Server
let browser: Browser
let mei: Awaited<ReturnType<typeof fillTown>>

beforeAll(async () => {
  server = await startServer({ env: { SESSION_SECRET } })
  mei = await fillTown(server)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const words = { 'zh-CN': zhCN, en }
type Words = typeof zhCN

const PUBLIC = [
  '/',
  '/about',
  '/modules',
  '/checklists',
  ...catalog.checklists.map(({ id }) => `/checklists/${id}`),
  '/awareness',
  '/awareness/method',
  '/me',
  '/me/continue',
  '/me/data',
  '/me/data?forgotten',
  '/guardians',
  '/desk/sign-in',
  // Without their token: links that no longer work.
  '/desk/setup',
  '/desk/invitation',
  '/search',
  '/search?q=%E7%87%83%E6%B0%94%20gas',
  '/search?q=%E6%81%90%E9%BE%99',
  // Without its link; with one it is looked at in answering-accessibility.test.ts.
  '/survey/answer',
  '/survey/open',
  '/survey/thanks',
  '/survey/thanks?already',
  '/feedback',
  '/feedback?sent',
  '/no-such-page',
  ...catalog.modules.map(({ id }) => `/modules/${id}`),
  ...Object.keys(catalog.audiences).map((id) => `/for/${id}`),
]

const OWN = ['/me', '/me?joined', '/me/data', '/']

/** Pages that only come as the answer to something. */
const ANSWERS: ((page: Page, words: Words) => Promise<void>)[] = [
  async (page, { progress }) => {
    await page.goto('/me')
    await page.getByRole('button', { name: progress.codeMake }).click()
    await page.getByText(progress.codeIs).waitFor()
  },
  async (page, { progress }) => {
    await page.goto('/me/continue')
    await page.getByLabel(progress.codeLabel).fill('0000000000')
    await page.getByRole('button', { name: progress.codeEnter }).click()
    await page.getByText(progress.codeUnknown).waitFor()
  },
  async (page, { progress }) => {
    await page.goto('/me/data')
    await page.getByRole('button', { name: progress.data.forget }).click()
    await page.getByText(progress.data.forgetNotConfirmed).waitFor()
  },
  async (page, { survey }) => {
    await page.goto('/survey/open')
    await page.getByRole('button', { name: survey.submit }).click()
    await page.getByRole('button', { name: survey.submitAnyway }).waitFor()
  },
  async (page, { quiz }) => {
    await page.goto(`/attempts/${mei.ids.types}`)
    await page.getByRole('button', { name: quiz.save }).click()
    await page.getByText(quiz.savedNotice.split('{{')[0] ?? '').waitFor()
  },
  async (page, { quiz }) => {
    await page.goto(`/attempts/${mei.ids.types}`)
    // Without script two steps can be given the same place.
    await page.locator('form[data-autosave]').evaluate((form: HTMLFormElement) => {
      for (const select of form.querySelectorAll('select')) select.value = '1'
      form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value=save]'))
    })
    await page.getByText(quiz.repeatedPlace).waitFor()
  },
]

test('every page that a route shows is among those looked at', () => {
  const routes = Object.values(UNSAFE_flatRoutes('app', [], 'routes'))
  const pages = routes
    .filter(({ file, path }) => file.endsWith('.tsx') && path !== '*')
    .map(({ path = '' }) => `/${path}`)
  // Joining, and what staff see, is looked at in desk-accessibility.test.ts.
  const elsewhere = Object.keys(accesses).filter((path) => /^\/(desk|join|me\/leave)/.test(path))
  const visited = [...PUBLIC, '/attempts/one', ...elsewhere].map((path) => path.split('?')[0] ?? '')
  const unseen = pages.filter(
    (page) => !visited.some((path) => new RegExp(`^${page.replace(/:\w+/g, '[^/]+')}$`).test(path)),
  )
  expect(unseen).toEqual([])
  expect(pages.length).toBeGreaterThan(10)
})

describe.each(locales.flatMap((locale) => displays.map((display) => ({ locale, display }))))(
  'in $locale, $display print',
  ({ locale, display }) => {
    const asView = (cookie?: string) =>
      openPhone(browser, server.url, { cookie, view: { locale, display }, script: axe.source })

    test('every public page is accessible, fits, and is read in its own language', async () => {
      const { page, close } = await asView()
      for (const path of PUBLIC) {
        await page.goto(path)
        await expectAccessible(page, locale)
      }
      await close()
    }, 120_000)

    test("every page of a learner's own is, too", async () => {
      const { page, close } = await asView(mei.cookie)
      for (const path of [...OWN, ...Object.values(mei.ids).map((id) => `/attempts/${id}`)]) {
        await page.goto(path)
        await expectAccessible(page, locale)
      }
      for (const arrive of ANSWERS) {
        await arrive(page, words[locale])
        await expectAccessible(page, locale)
      }
      await close()
    }, 120_000)
  },
)
