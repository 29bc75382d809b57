import { UNSAFE_flatRoutes } from '@remix-run/dev'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { displays } from '#app/http/view'
import { en, zhCN } from '#app/i18n/config'
import { locales } from '#app/i18n/locales'
import { type Server, startServer } from '../support/built'
import { SESSION_SECRET } from './learner'
import { openBrowser, openPhone, sidewaysScroll } from './phone'
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

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The narrowest window that WCAG 1.4.10 asks for. */
const NARROWEST = 320
const TARGET = 44

const words = { 'zh-CN': zhCN, en }
type Words = typeof zhCN

/** What axe finds, told so that one can mend it. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values: rules },
        resultTypes: ['violations'],
      }),
    RULES,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** Chinese text that a screen reader would read in another language. */
const misreadTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text
      const lang = parentElement?.closest('[lang]')?.getAttribute('lang') ?? ''
      if (/\p{Script=Han}/u.test(data) && !lang.startsWith('zh')) found.push(data)
    }
    return found
  })

/** Controls of the page's content that a finger would miss. Links inside running text are as high as their line. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const controls = [...document.querySelectorAll<HTMLElement>('main :is(a, button, select, summary, input, .choice)')]
    return controls
      .filter((control) => control.getClientRects().length > 0 && !control.matches('.choice input'))
      .filter((control) => !(control.matches('a') && getComputedStyle(control).display === 'inline'))
      .map((control) => ({ control, height: control.getBoundingClientRect().height }))
      .filter(({ height }) => height < least)
      .map(({ control, height }) => `${Math.round(height)} px: ${control.outerHTML.slice(0, 120)}`)
  }, TARGET)

async function expectAccessible(page: Page, locale: string): Promise<void> {
  const at = page.url()
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  })
  expect.soft(await page.locator('html').getAttribute('lang'), at).toBe(locale)
  expect.soft(await misreadTexts(page), at).toEqual([])
  expect.soft(await smallTargets(page), at).toEqual([])
  expect.soft(await sidewaysScroll(page), `${at} fits 360 px`).toBe(0)
  expect.soft(await violations(page), at).toEqual([])
  await page.setViewportSize({ width: NARROWEST, height: 740 })
  expect.soft(await sidewaysScroll(page), `${at} fits ${NARROWEST} px`).toBe(0)
  await page.setViewportSize({ width: 360, height: 740 })
}

const PUBLIC = [
  '/',
  '/about',
  '/modules',
  '/awareness',
  '/awareness/method',
  '/me',
  '/me/continue',
  '/me/data',
  '/me/data?forgotten',
  '/survey/open',
  '/survey/thanks',
  '/survey/thanks?already',
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
  const visited = [...PUBLIC, '/attempts/one'].map((path) => path.split('?')[0] ?? '')
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
