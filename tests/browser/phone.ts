/** A phone of 360 px, as a resident holds it: Debian's Chromium through Playwright. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS })

export type Phone = {
  page: Page
  /** What the page complained about: broken scripts, refused files, violations of the security policy. */
  complaints: string[]
  close(): Promise<void>
}

type Options = BrowserContextOptions & {
  /** Somebody's cookie, as "name=value". */
  cookie?: string
  /** Choices made before. */
  view?: Record<string, string>
  /** Runs in every page before its own scripts. */
  script?: string
}

/** A phone of its own: no storage and nobody's records, unless it is given some. */
export async function openPhone(browser: Browser, url: string, options: Options = {}): Promise<Phone> {
  const { cookie, view = {}, script, ...contextOptions } = options
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
    ...contextOptions,
  })
  const kept = [...Object.entries(view), ...(cookie ? [splitOnce(cookie)] : [])]
  await context.addCookies(kept.map(([name, value]) => ({ name, value, url })))
  if (script) await context.addInitScript({ content: script })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return { page, complaints, close: () => context.close() }
}

const splitOnce = (cookie: string): [string, string] => {
  const at = cookie.indexOf('=')
  return [cookie.slice(0, at), cookie.slice(at + 1)]
}

/** How far the page can be scrolled sideways; 0 when everything fits. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
