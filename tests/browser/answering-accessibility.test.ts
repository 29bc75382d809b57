/** The pages on which answers come in, as the people see them who may: residents, interviewers, the survey lead. */
import axe from 'axe-core'
import { eq } from 'drizzle-orm'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import { displays } from '#app/http/view'
import { en, zhCN } from '#app/i18n/config'
import { locales } from '#app/i18n/locales'
import { makeLinks } from '#app/measure/surveys/tokens.server'
import { wholeDistrict } from '#app/people/places/scope'
import { type Server, startServer } from '../support/built'
import { deskCookieOf, HERE, newAccount } from '../support/desk'
import { answeredWave, unitsOf } from '../support/waves'
import { expectAccessible } from './accessible'
import { openBrowser, openPhone } from './phone'

let server: Server
let browser: Browser
let town: Awaited<ReturnType<typeof askTown>>
beforeAll(async () => {
  server = await startServer()
  town = await askTown()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const words = { 'zh-CN': zhCN.answering, en: en.answering }

/** A wave in which some have answered; all its units are the survey lead's own. */
async function askTown() {
  const store = createSqliteStore(server.databaseFile)
  const lead = await newAccount('survey-lead', { regionCode: HERE }, store)
  const wave = await answeredWave(store, { regionCode: HERE, accountId: lead.id, units: 3, isClosed: false })
  const asked = { waveId: wave.id, clusterId: null }
  const links = (await makeLinks(store, wholeDistrict, asked, { ...lead.trail, now: new Date() })) ?? []
  const { surveyUnits } = store.tables
  await store.atomically((tx) => [
    tx.update(surveyUnits).set({ interviewerId: lead.id }).where(eq(surveyUnits.waveId, wave.id)),
  ])
  const units = await unitsOf(store, wave.id)
  const cookie = await deskCookieOf(lead.id, store)
  store.close()
  return { wave, cookie, units, token: links[0]?.token ?? '', open: links[0]?.unitId ?? '' }
}

describe.each(locales.flatMap((locale) => displays.map((display) => ({ locale, display }))))(
  'in $locale, $display print',
  ({ locale, display }) => {
    const asView = (cookie?: string) =>
      openPhone(browser, server.url, { cookie, view: { locale, display }, script: axe.source })

    test('the questionnaire of a link is accessible and fits, also when it comes back', async () => {
      const { page, complaints, close } = await asView()
      await page.goto(`/survey/answer?t=${town.token}`)
      await expectAccessible(page, locale)
      await page.locator('[name=age]').fill('12')
      await page.locator('form[data-draft] button[type=submit]').first().click()
      await page.getByRole('alert').first().waitFor()
      await expectAccessible(page, locale)
      expect(complaints.filter((text) => !/400/.test(text))).toEqual([])
      await close()
    })

    test('every page of the desk on which answers come in, too', async () => {
      const { page, complaints, close } = await asView(town.cookie)
      const wave = `/desk/surveys/${town.wave.id}`
      const desk = ['', `/${town.open}`, `/${town.units[0]?.id}`, '/field'].map((path) => `/desk/interviews${path}`)
      for (const path of [...desk, `${wave}/paper`, `${wave}/questionnaire`, `${wave}/links`]) {
        const response = await page.goto(path)
        expect.soft(response?.status(), path).toBe(200)
        await expectAccessible(page, locale)
      }
      expect(complaints).toEqual([])
      await close()
    }, 120_000)

    test('and what they answer: an outcome not chosen, a paper with faults, a unit opened for going out', async () => {
      const { page, close } = await asView(town.cookie)
      await page.goto(`/desk/interviews/${town.open}`)
      await page.getByRole('button', { name: words[locale].interview.visitSave }).click()
      await page.getByText(words[locale].fault.outcomeMissing).waitFor()
      await expectAccessible(page, locale)
      await page.goto(`/desk/surveys/${town.wave.id}/paper`)
      await page.locator('[name=code]').fill('XXXXX')
      await page.locator('[name="letter.core-01"]').fill('Z')
      await page.getByRole('button', { name: words[locale].paper.save }).click()
      await page.getByText(words[locale].fault.letterUnknown).waitFor()
      await expectAccessible(page, locale)
      await page.goto('/desk/interviews/field')
      await page.locator(`[data-unit="${town.open}"]`).click()
      await page.locator('[data-place] [data-act=finish]').click()
      await expectAccessible(page, locale)
      await close()
    })
  },
)
