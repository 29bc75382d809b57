/** What every page must be: accessible by axe, as wide as the screen, its targets large enough, read in its own language. */
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sidewaysScroll } from './phone'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The narrowest window that WCAG 1.4.10 asks for. */
const NARROWEST = 320
const TARGET = 44

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

/** Looks at the page that is open, at 360 px and at the narrowest width. */
export async function expectAccessible(page: Page, locale: string): Promise<void> {
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
