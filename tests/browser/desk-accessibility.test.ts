/** Every page of the desk, as an office PC's browser on a phone-wide screen sees it: in both languages and sizes. */
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keysFrom } from '#app/db/sealed.server'
import { createSqliteStore } from '#app/db/sqlite.server'
import { displays } from '#app/http/view'
import { locales } from '#app/i18n/locales'
import { type Server, startServer } from '../support/built'
import { deskCookieOf, HERE, newAccount, newOrganization, regionAt } from '../support/desk'
import { accesses } from '../support/rights'
import { enter } from '../support/rosters'
import { expectAccessible } from './accessible'
import { openBrowser, openPhone } from './phone'

const DATA_SECRET = 'a data secret that only this test knows'
const FILES = ['class.xlsx', 'scientific.xlsx', 'merged-title.xlsx']

let server: Server
let browser: Browser
let cookie: string
let things: Record<string, string>

beforeAll(async () => {
  server = await startServer({ env: { DATA_SECRET } })
  browser = await openBrowser()
  const store = createSqliteStore(server.databaseFile)
  const admin = await newAccount('admin', {}, store)
  cookie = await deskCookieOf(admin.id, store)
  const region = await regionAt(HERE, store)
  const organization = await newOrganization(HERE, 'school', store)
  const person = await enter(store, keysFrom(DATA_SECRET), { organizationId: organization.id, birthYear: 2014 })
  const feedbackId = await writeFeedback()
  things = {
    regionId: region.id,
    organizationId: organization.id,
    personId: person.id,
    membershipId: person.membershipId,
    accountId: admin.id,
    feedbackId: await feedbackId(store),
  }
  store.close()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Somebody writes on a public page; the id is read from the database. */
async function writeFeedback() {
  const body = new URLSearchParams({ kind: 'mistake', page: '/about', text: '这里有一个字写错了，请改正。' })
  const { status } = await fetch(`${server.url}/feedback`, { method: 'POST', body, redirect: 'manual' })
  expect(status).toBe(302)
  return async ({ db, tables }: ReturnType<typeof createSqliteStore>) => {
    const [row] = await db.select({ id: tables.feedback.id }).from(tables.feedback)
    return row?.id ?? ''
  }
}

/** Uploads a list as the form does and waits until it can be looked at. */
async function upload(page: Page, file: string): Promise<string> {
  await page.goto(`/desk/imports/new?organization=${things.organizationId}`)
  await page.locator('input[type=file]').setInputFiles(`tests/fixtures/rosters/${file}`)
  await page.locator('select[name=role]').selectOption({ index: 1 })
  await page.locator('main form[method=post] button[type=submit]').click()
  await page.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/)
  await page.locator('main progress').waitFor({ state: 'detached' })
  return new URL(page.url()).pathname
}

/** The pages that the table of rights names, filled with things that are there. */
const pages = (): string[] =>
  Object.entries(accesses)
    .filter(
      ([pattern, { read }]) => pattern.startsWith('/desk') && read && !/\.xlsx$|\/progress$|importId/.test(pattern),
    )
    .map(
      ([pattern, { query = '' }]) =>
        pattern.replace(/:(\w+)/g, (_, name: string) => things[name] ?? name) +
        query.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? name),
    )

describe.each(locales.flatMap((locale) => displays.map((display) => ({ locale, display }))))(
  'in $locale, $display print',
  ({ locale, display }) => {
    test('every page of the desk is accessible, fits, and is read in its own language', async () => {
      const { page, close } = await openPhone(browser, server.url, {
        cookie,
        view: { locale, display },
        script: axe.source,
      })
      expect(pages().length).toBeGreaterThan(25)
      for (const path of pages()) {
        const response = await page.goto(path)
        expect.soft(response?.status(), path).toBe(200)
        await expectAccessible(page, locale)
      }
      for (const file of FILES) {
        await upload(page, file)
        await expectAccessible(page, locale)
      }
      await close()
    }, 240_000)
  },
)
