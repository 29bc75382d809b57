import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zhCN } from '#app/i18n/config'
import { type Server, startServer } from '../support/built'
import { questionCards } from './learner'
import { openBrowser, openPhone } from './phone'

let server: Server
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

type Focus = { tag: string; text: string; href: string | null; question: string | null; kind: string; isShown: boolean }

/** What has the focus, and whether one can see that: an outline on it or on the row around it, inside the window. */
const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const row = element.closest('.choice') ?? element
    const box = row.getBoundingClientRect()
    const isOutlined = [element, row].some((shown) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(shown)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    return {
      tag: element.tagName,
      text: element.innerText?.trim() ?? '',
      href: element.getAttribute('href'),
      question: element.closest<HTMLElement>('[data-question]')?.dataset.question ?? null,
      kind: element.getAttribute('type') ?? '',
      isShown: isOutlined && box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    }
  })

/** Presses Tab until `isIt`; every stop on the way must be visible. */
async function tabTo(page: Page, isIt: (focus: Focus) => boolean): Promise<Focus> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const at = await focus(page)
    expect(at.isShown, `the focus on ${JSON.stringify(at)} can be seen`).toBe(true)
    if (isIt(at)) return at
  }
  throw new Error('Tab does not lead there')
}

test('the whole way from the home page to the result needs no pointer, and the focus is always seen', async () => {
  const { page, close } = await openPhone(browser, server.url)
  await page.goto('/')
  const skip = await tabTo(page, () => true)
  expect(skip).toMatchObject({ href: '#main', text: zhCN.common.skipToContent })
  await page.keyboard.press('Enter')
  await tabTo(page, ({ href }) => href === '/modules/call-119')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/modules/call-119')
  await tabTo(page, ({ text }) => text === zhCN.lesson.start)
  await page.keyboard.press('Enter')
  await questionCards(page).first().waitFor()
  const answered = new Set<string>()
  await tabTo(page, ({ question }) => question !== null)
  for (let at = await focus(page); at.text !== zhCN.quiz.submit; at = await tabTo(page, () => true)) {
    // The first choice of each question, every step of an order; not the button that takes an order back.
    if (!at.question || (answered.has(at.question) && at.tag !== 'BUTTON') || at.text === zhCN.quiz.orderReset) continue
    await page.keyboard.press('Space')
    answered.add(at.question)
  }
  expect(answered.size).toBe(10)
  expect(await page.locator('[data-progress]').innerText()).toBe('已答 10 / 10 题')
  await page.keyboard.press('Enter')
  await page.getByText(/10 题答对 \d+ 题/).waitFor()
  await tabTo(page, ({ href }) => href === '/me')
  await close()
})
