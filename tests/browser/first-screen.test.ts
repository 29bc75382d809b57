/** What stands where on the first screen, measured in a real window. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../support/built'
import { DATA_SECRET, openOffice } from './office'
import { openBrowser, sidewaysScroll } from './phone'

let server: Server
let browser: Browser
let cookie: string
beforeAll(async () => {
  server = await startServer({ env: { DATA_SECRET } })
  browser = await openBrowser()
  cookie = (await openOffice(server)).cookies[0] ?? ''
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

type Seen = { width: number; height: number; cookies: string[] }

async function seen(path: string, { width, height, cookies }: Seen, look: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: false })
  const page = await context.newPage()
  await context.setExtraHTTPHeaders({ Cookie: cookies.join('; ') })
  await page.goto(`${server.url}${path}`)
  await look(page)
  await context.close()
}

describe('the search', () => {
  const views = ['zh-CN', 'en'].flatMap((locale) =>
    ['standard', 'large'].flatMap((display) => [320, 360].map((width) => [locale, display, width] as const)),
  )
  test.each(views)('is one tap away in the header of a phone: %s, %s, %i px', async (locale, display, width) => {
    await seen('/', { width, height: 740, cookies: [`locale=${locale}`, `display=${display}`] }, async (page) => {
      const links = page.locator('header a[href="/search"]:visible')
      expect(await links.count()).toBe(1)
      const box = await links.boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(44)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      expect(await sidewaysScroll(page)).toBe(0)
    })
  })
})

describe('the desk', () => {
  test('shows the four rates in one row that they fill', async () => {
    await seen('/desk/rates', { width: 1280, height: 900, cookies: [cookie] }, async (page) => {
      const list = await page.locator('dl').first().boundingBox()
      const cards = await page.locator('dl').first().locator('> div').all()
      const boxes = await Promise.all(cards.map((card) => card.boundingBox()))
      expect(new Set(boxes.map((box) => box?.y)).size).toBe(1)
      const [right, end] = [boxes.at(-1), list].map((box) => (box?.x ?? 0) + (box?.width ?? 0))
      expect(boxes).toHaveLength(4)
      expect(right).toBeCloseTo(end ?? 0, 0)
    })
  })

  test.each(['zh-CN', 'en'])('shows the first module to review without scrolling on a phone: %s', async (locale) => {
    const cookies = [cookie, `locale=${locale}`]
    await seen('/desk/content', { width: 360, height: 740, cookies }, async (page) => {
      const box = await page.locator('td, th').getByRole('link').first().boundingBox()
      // A long name may go on below; a thumb's height of it is there.
      expect((box?.y ?? 740) + 44).toBeLessThanOrEqual(740)
      expect(await page.getByRole('searchbox').isVisible()).toBe(false)
      await page.getByText(locale === 'en' ? 'Search, or show by state' : '查找、按状态看').click()
      expect(await page.getByRole('searchbox').isVisible()).toBe(true)
    })
  })

  test('leads from the top of a module to each of its parts by keyboard, without script', async () => {
    await seen(
      '/desk/content/call-119',
      { width: 360, height: 740, cookies: [cookie, 'locale=zh-CN'] },
      async (page) => {
        const jumps = page.getByRole('navigation', { name: '本页各部分' })
        expect(await jumps.getByRole('link').count()).toBe(6)
        for (const link of await jumps.getByRole('link').all()) {
          await link.focus()
          await page.keyboard.press('Enter')
          const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
          const box = await target.boundingBox()
          // Half a pixel is left over where the page cannot be scrolled by it.
          expect(box?.y).toBeGreaterThan(-1)
          expect(box?.y).toBeLessThan(740)
        }
      },
    )
  })
})
