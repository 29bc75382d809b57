/** Every page of the desk, as an office PC's browser on a phone-wide screen sees it: in both languages and sizes. */
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { displays } from '#app/http/view'
import { locales } from '#app/i18n/locales'
import { type Server, startServer } from '../support/built'
import { WEI_PHONE } from '../support/rosters'
import { expectAccessible } from './accessible'
import { DATA_SECRET, deskAddresses, openOffice } from './office'
import { openBrowser, openPhone } from './phone'

const FILES = ['class.xlsx', 'scientific.xlsx', 'merged-title.xlsx']

let server: Server
let browser: Browser
let office: Awaited<ReturnType<typeof openOffice>>

beforeAll(async () => {
  server = await startServer({ env: { DATA_SECRET } })
  browser = await openBrowser()
  office = await openOffice(server)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Uploads a list as the form does and waits until it can be looked at. */
async function upload(page: Page, file: string): Promise<string> {
  await page.goto(`/desk/imports/new?organization=${office.things.organizationId}`)
  await page.locator('input[type=file]').setInputFiles(`tests/fixtures/rosters/${file}`)
  await page.locator('select[name=role]').selectOption({ index: 1 })
  await page.locator('main form[method=post] button[type=submit]').click()
  await page.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/)
  await page.locator('main progress').waitFor({ state: 'detached' })
  return new URL(page.url()).pathname
}

/** Pages that an administrator reads, not files and not what scripts ask for; an import stands below. */
const pages = (): string[] =>
  deskAddresses(office.things, /^(?!.*(\.xlsx|\/progress|importId|sign-out|sign-in|setup|invitation|worker))/, 'admin')

describe.each(locales.flatMap((locale) => displays.map((display) => ({ locale, display }))))(
  'in $locale, $display print',
  ({ locale, display }) => {
    test('every page of the desk is accessible, fits, and is read in its own language', async () => {
      const { page, close } = await openPhone(browser, server.url, {
        cookie: office.cookies[0],
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

    test('joining a roster, seeing it and leaving it, too', async () => {
      const { page, close } = await openPhone(browser, server.url, { view: { locale, display }, script: axe.source })
      await page.goto(`/join/${office.things.code}`)
      await expectAccessible(page, locale)
      const fill = async (tail: string) => {
        await page.locator('[name=name]').fill('张伟')
        await page.locator('[name=tail]').fill(tail)
        await page.locator('form:has([name=tail]) button[type=submit]').click()
      }
      await fill('0000')
      await page.getByRole('alert').first().waitFor()
      await expectAccessible(page, locale)
      await fill(WEI_PHONE.slice(-4))
      await page.waitForURL(/\/me\?member/)
      await expectAccessible(page, locale)
      await page.locator('a[href^="/me/leave"]').click()
      await expectAccessible(page, locale)
      await page.goto('/me/data')
      await expectAccessible(page, locale)
      await close()
    })
  },
)
