/** An interviewer's afternoon without a network: what is tapped stays on the phone, survives everything, and arrives once. */
import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSqliteStore } from '#app/db/sqlite.server'
import { zhCN } from '#app/i18n/config'
import { closeWave } from '#app/measure/surveys/field-work.server'
import { wholeDistrict } from '#app/people/places/scope'
import { type Server, startServer } from '../support/built'
import { deskCookieOf, HERE, newAccount } from '../support/desk'
import { openedWave, unitsOf } from '../support/waves'
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

const FIELD = '/desk/interviews/field'
const words = zhCN.answering

/** A wave in the field, its first units given to a new interviewer, who is signed in. */
async function newInterviewer() {
  const store = createSqliteStore(server.databaseFile)
  const interviewer = await newAccount('interviewer', { regionCode: HERE }, store)
  const wave = await openedWave(store, { regionCode: HERE })
  const units = (await unitsOf(store, wave.id)).slice(0, 4)
  const { surveyUnits } = store.tables
  await store.atomically((tx) =>
    units.map(({ id }) => tx.update(surveyUnits).set({ interviewerId: interviewer.id }).where(eq(surveyUnits.id, id))),
  )
  const cookie = await deskCookieOf(interviewer.id, store)
  store.close()
  return { cookie, wave, units }
}

type Unit = { id: string; code: string }

function unitAt(units: readonly Unit[], place: number): Unit {
  const unit = units[place]
  if (!unit) throw new Error(`there is no unit ${place}`)
  return unit
}

async function inDatabase<Result>(
  read: (store: ReturnType<typeof createSqliteStore>) => Promise<Result>,
): Promise<Result> {
  const store = createSqliteStore(server.databaseFile)
  const result = await read(store)
  store.close()
  return result
}
const responsesOf = (waveId: string) =>
  inDatabase((store) =>
    store.db.select().from(store.tables.surveyResponses).where(eq(store.tables.surveyResponses.waveId, waveId)),
  )

/** Cuts the link, and waits until the browser has noticed: it does not at once. */
async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  const isAnswered = () =>
    page.evaluate(() =>
      fetch('/healthz').then(
        () => true,
        () => false,
      ),
    )
  await expect.poll(isAnswered).toBe(false)
}

const unitButton = (page: Page, { code }: Unit) => page.locator(`[data-code="${code}"]`)
const place = (page: Page) => page.locator('[data-place]')
const queueSays = (page: Page, text: string) =>
  expect.poll(() => page.locator('[data-queue-state]').innerText(), { timeout: 15_000 }).toBe(text)

/** Taps the last option of every question, and an age. */
async function answerAll(page: Page): Promise<void> {
  await place(page).locator('[name=age]').fill('44')
  for (const item of await place(page).locator('[data-item]').all()) await item.locator('input').last().check()
}

/** The page is opened with a network, until it says that it is kept. */
async function openField(page: Page): Promise<void> {
  await page.goto(FIELD)
  await page.getByText(words.queue.stored).waitFor()
}

test('a reload without a network, two interviews and a visit in vain: all arrive once when it is back', async () => {
  const { cookie, wave, units } = await newInterviewer()
  const { page, complaints, close } = await openPhone(browser, server.url, { cookie })
  const [one, two, three] = [unitAt(units, 0), unitAt(units, 1), unitAt(units, 2)]
  await openField(page)
  await goOffline(page)
  await page.reload()
  for (const unit of [one, two]) {
    await unitButton(page, unit).click()
    await answerAll(page)
    await place(page).locator('[data-act=finish]').click()
    await expect.poll(() => unitButton(page, unit).innerText()).toContain(words.field.waiting)
  }
  await unitButton(page, three).click()
  await place(page).locator('[value=no-contact]').check()
  await place(page).locator('[data-act=visit]').click()
  await queueSays(page, words.queue.offline.replace('{{number}}', '3'))
  await page.reload()
  await queueSays(page, words.queue.offline.replace('{{number}}', '3'))
  // One of them may have got through although its answer did not: a lost answer is nothing that a phone can tell apart.
  await page.context().setOffline(false)
  await queueSays(page, words.queue.none)
  const responses = await responsesOf(wave.id)
  expect(responses.map(({ unitId }) => unitId).toSorted()).toEqual([one.id, two.id].toSorted())
  expect(responses[0]).toMatchObject({ mode: 'face', age: 44, answered: 20, isProxy: false })
  const units3 = await inDatabase((store) => unitsOf(store, wave.id))
  expect(units3.find(({ id }) => id === three.id)).toMatchObject({ disposition: 'no-contact', visits: 1 })
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zhihuo-field')))).toEqual(
    [],
  )
  // What a browser says of requests that it could not make without a network is no complaint of the page.
  expect(complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/.test(text))).toEqual([])
  await close()
})

test('an interview that was begun survives closing the page, and goes on where it stopped', async () => {
  const { cookie, wave, units } = await newInterviewer()
  const { page, close } = await openPhone(browser, server.url, { cookie })
  const unit = unitAt(units, 0)
  await openField(page)
  await goOffline(page)
  await unitButton(page, unit).click()
  const order = () =>
    place(page)
      .locator('[data-item=core-01] input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
  const before = await order()
  for (const item of (await place(page).locator('[data-item]').all()).slice(0, 9))
    await item.locator('input').first().check()
  await place(page).locator('[name=proxy]').check()
  const context = page.context()
  await page.close()
  const again = await context.newPage()
  await again.goto(FIELD)
  await expect.poll(() => unitButton(again, unit).innerText()).toContain(words.field.draft)
  await unitButton(again, unit).click()
  expect(await place(again).locator('[data-item] input:checked').count()).toBe(9)
  expect(
    await place(again)
      .locator('[data-item=core-01] input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
  ).toEqual(before)
  await place(again).locator('[data-act=finish]').click()
  await again.getByText(words.field.blank.replace('#', '19')).waitFor()
  await place(again).locator('[data-act=anyway]').click()
  await context.setOffline(false)
  await queueSays(again, words.queue.none)
  expect(await responsesOf(wave.id)).toMatchObject([{ unitId: unit.id, answered: 9, isProxy: true }])
  await close()
})

test('what comes too late stays on the phone with the reason, can be saved as a file, and signing out asks first', async () => {
  const { cookie, wave, units } = await newInterviewer()
  const { page, close } = await openPhone(browser, server.url, { cookie })
  const unit = unitAt(units, 0)
  await openField(page)
  await goOffline(page)
  await unitButton(page, unit).click()
  await answerAll(page)
  await place(page).locator('[data-act=finish]').click()
  await inDatabase((store) =>
    closeWave(store, {
      scope: wholeDistrict,
      trail: { accountId: wave.createdBy, origin: 'a test', now: new Date() },
      id: wave.id,
    }),
  )
  await page.context().setOffline(false)
  await page.getByText(words.refused.waveClosed).waitFor()
  await page.reload()
  await page.getByText(words.refused.waveClosed).waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-queue-save]').click()])
  expect(file.suggestedFilename()).toMatch(/^zhihuo-.*\.json$/)
  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.message())
    dialog.dismiss()
  })
  // On a phone it lies behind the name.
  await page.locator('header summary').click()
  await page.getByRole('button', { name: zhCN.desk.signOut }).click()
  await expect.poll(() => asked).toEqual([words.queue.signOut.replace('{{number}}', '1')])
  expect(new URL(page.url()).pathname).toBe(FIELD)
  page.once('dialog', (dialog) => dialog.accept())
  await page.getByRole('button', { name: zhCN.desk.signOut }).click()
  await page.waitForURL(/\/desk\/sign-in/)
  expect(await page.evaluate(() => caches.has('zhihuo-field'))).toBe(false)
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(1)
  await close()
})
