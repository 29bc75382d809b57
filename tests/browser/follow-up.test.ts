/** 跟访 in a browser: the same people are asked again, one of them by a link, and the pairs stand beside each other. */
import axe from 'axe-core'
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import { en, zhCN } from '#app/i18n/config'
import { makeLinks } from '#app/measure/surveys/tokens.server'
import { wholeDistrict } from '#app/people/places/scope'
import { type Server, startServer } from '../support/built'
import { deskCookieOf, newAccount } from '../support/desk'
import { keptEstimateOf } from '../support/kept-estimate'
import { answeredWave, answerUnits, DISTRICT, unitsOf, waveOf } from '../support/waves'
import { expectAccessible } from './accessible'
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

const all = { 'zh-CN': zhCN, en }
const views = [
  { locale: 'zh-CN', display: 'standard' },
  { locale: 'en', display: 'large' },
] as const

test.each(views)(
  'before and after, in $locale, $display print',
  async (view) => {
    const { waves, estimates, answering } = all[view.locale]
    const { lead, cookie, earlier, before } = await firstRound()
    const { page, complaints, close } = await openPhone(browser, server.url, { cookie, view, script: axe.source })
    const look = () => expectAccessible(page, view.locale)

    await page.goto(`/desk/surveys/${earlier.id}/follow-up`)
    await look()
    await page.getByLabel(waves.form.name).fill('培训以后')
    await press(page, waves.followUp.add)
    await page.getByText(waves.saved.followUp).waitFor()
    await look()
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.goto(`/desk/surveys/${id}/edit`)
    await look()
    await page.goto(`/desk/surveys/${id}`)
    await page.getByLabel(waves.move.open.sure).check()
    await press(page, waves.move.open.button)
    await page.getByText(waves.saved.opened).waitFor()

    const { links, unit } = await secondRound(id, lead)
    await page.goto(`/desk/interviews/${unit}`)
    await page.getByText(answering.again.title).waitFor()
    await look()
    await page.goto('/desk/interviews/field')
    await page.locator(`[data-unit="${unit}"]`).click()
    expect(await page.locator('[data-place] [data-again-who]').textContent()).toMatch(/\d{4}-\d\d-\d\d.*20/)
    await page.goto(`/survey/answer?t=${links[0]?.token}`)
    await page.getByText(answering.again.page).waitFor()
    await look()

    const now = await answeredAgain(id)
    await page.goto(`/desk/estimates/${now}?with=${before}`)
    await page.getByText(estimates.panel.limits).waitFor()
    await look()
    expect(complaints).toEqual([])
    await close()
  },
  120_000,
)

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Runs with the server's database open in this process, too. */
async function withStore<Result>(
  work: (store: ReturnType<typeof createSqliteStore>) => Promise<Result>,
): Promise<Result> {
  const store = createSqliteStore(server.databaseFile)
  const result = await work(store)
  store.close()
  return result
}

const firstRound = () =>
  withStore(async (store) => {
    const lead = await newAccount('survey-lead', { regionCode: DISTRICT }, store)
    const cookie = await deskCookieOf(lead.id, store)
    const earlier = await answeredWave(store, { accountId: lead.id, rate: 0.5 })
    return { lead, cookie, earlier, before: (await keptEstimateOf(store, earlier)).id }
  })

/** All units are the lead's own to visit, and each has a link. */
const secondRound = (id: string, lead: Awaited<ReturnType<typeof newAccount>>) =>
  withStore(async (store) => {
    const { surveyUnits } = store.tables
    await store.atomically((tx) => [
      tx.update(surveyUnits).set({ interviewerId: lead.id }).where(eq(surveyUnits.waveId, id)),
    ])
    const links = await makeLinks(
      store,
      wholeDistrict,
      { waveId: id, clusterId: null },
      { ...lead.trail, now: new Date() },
    )
    return { links: links ?? [], unit: (await unitsOf(store, id))[0]?.id ?? '' }
  })

/** Everybody answers, the wave is closed, and its estimate is kept. */
const answeredAgain = (id: string) =>
  withStore(
    async (store) => (await keptEstimateOf(store, await answerUnits(store, await waveOf(store, id), { rate: 0.9 }))).id,
  )
