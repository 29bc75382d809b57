/**
 * A wave from first to last, as the people of a district do it: planned, drawn, answered on the web, at the door and on
 * paper, closed, weighted, judged, published, and read by a resident.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Store } from '#app/db/store.server'
import { zhCN } from '#app/i18n/config'
import { letterField } from '#app/measure/surveys/paper'
import { findWave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import { wholeForm } from '../support/answering'
import { type Server, startServer } from '../support/built'
import { deskCookieOf, ELSEWHERE, HERE, newAccount, regionAt } from '../support/desk'
import { DISTRICT, FRAME, unitsOf } from '../support/waves'
import { openBrowser, openPhone, type Phone, sidewaysScroll } from './phone'

const { waves, answering, estimates, survey } = zhCN
const NAME = '2026 年下半年居民调查'

let server: Server
let browser: Browser
let store: Store
beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  store = createSqliteStore(server.databaseFile)
})
afterAll(async () => {
  store.close()
  await browser.close()
  await server.stop()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const inDays = (days: number) => shanghaiDay(new Date(Date.now() + days * 86_400_000))

async function atDesk(role: 'survey-lead' | 'interviewer', regionCode: string): Promise<Phone & { accountId: string }> {
  const account = await newAccount(role, { regionCode }, store)
  const cookie = await deskCookieOf(account.id, store)
  const phone = await openPhone(browser, server.url, { cookie, viewport: { width: 1280, height: 900 } })
  return { ...phone, accountId: account.id }
}

test('a survey lead plans, draws, asks in three ways, weights, judges and publishes; a resident reads the result', async () => {
  await knowPlaces()
  const lead = await atDesk('survey-lead', DISTRICT)
  const visitor = await atDesk('interviewer', DISTRICT)
  const waveId = await plan(lead.page)
  await draw(lead.page, waveId, visitor.accountId)
  await open(lead.page, waveId)

  await answerAtTheDoor(visitor.page)
  await answerOnPaper(lead.page, waveId)
  await answerOnTheWeb(lead.page, waveId)
  await expectNoResults(lead.page, waveId)

  await finish(lead.page, waveId)
  await keepAndPublish(lead.page, waveId)
  await readAsResident()
  expect([...lead.complaints, ...visitor.complaints]).toEqual([])
  await Promise.all([lead.close(), visitor.close()])
}, 240_000)

/** The communities of both streets, and their residents by sex and age to weight by. */
async function knowPlaces(): Promise<void> {
  const ages = [
    { ageFrom: 18, ageTo: 44, people: 9000 },
    { ageFrom: 45, ageTo: 59, people: 6000 },
    { ageFrom: 60, ageTo: 75, people: 4000 },
  ]
  const regions = await Promise.all([HERE, ELSEWHERE].map((code) => regionAt(code, store)))
  const rows = regions.flatMap(({ id: regionId }) =>
    (['female', 'male'] as const).flatMap((sex) =>
      ages.map((band) => ({ ...band, regionId, sex, year: 2025, source: '演示统计年鉴' })),
    ),
  )
  const communities = FRAME.map(({ code, name, stratum }) => ({
    ...{ id: newId(), code, name, level: 'community' as const, isDemo: true },
    parentId: regions.find((street) => street.code === stratum)?.id,
  }))
  await store.atomically((tx) => [
    tx.insert(store.tables.regions).values(communities).onConflictDoNothing(),
    tx.insert(store.tables.regionPopulations).values(rows),
  ])
}

/** Makes the wave and lets the planner say how many to ask; returns its id. */
async function plan(page: Page): Promise<string> {
  await page.goto('/desk/surveys')
  await page.getByRole('link', { name: waves.new }).click()
  await page.getByLabel(waves.form.name).fill(NAME)
  await page.getByLabel(waves.form.place).selectOption({ value: (await regionAt(DISTRICT, store)).id })
  await page.getByLabel(waves.tier.P).check()
  for (const mode of ['face', 'web', 'paper'] as const) await page.getByLabel(waves.mode[mode]).check()
  await page.getByLabel(waves.form.fieldFrom).fill(inDays(0))
  await page.getByLabel(waves.form.fieldTo).fill(inDays(10))
  await page.getByLabel(waves.form.plan).selectOption('tongzhou')
  await press(page, waves.form.add)
  await page.getByText(waves.saved.added).waitFor()
  const path = new URL(page.url()).pathname
  await page.goto(`${path}/plan`)
  await page.getByLabel(waves.planner.field.margin).fill('10')
  await press(page, waves.planner.calculate)
  await press(page, waves.planner.takeOver)
  await page.getByText(waves.saved.planned).waitFor()
  return path.split('/')[3] ?? ''
}

/** Puts the communities in from a file, draws, and says who visits them. */
async function draw(page: Page, waveId: string, visitorId: string): Promise<void> {
  await page.goto(`/desk/surveys/${waveId}/frame`)
  const lines = [
    '街道,社区编码,社区名称,户数',
    ...FRAME.map((row) => `${row.stratum},${row.code},${row.name},${row.size}`),
  ]
  const file = { name: '社区.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
  await page.getByLabel(waves.frame.file).setInputFiles(file)
  await press(page, waves.frame.read)
  await press(page, waves.frame.confirm)
  await page.getByText(waves.saved.frame).waitFor()
  await page.goto(`/desk/surveys/${waveId}/sample`)
  await press(page, waves.sample.draw)
  await page.getByText(waves.saved.drawn).waitFor()
  for (const choice of await page.getByLabel(waves.sample.visitor).all()) await choice.selectOption(visitorId)
  await press(page, waves.sample.assign)
  await page.getByText(waves.saved.assigned).waitFor()
}

async function open(page: Page, waveId: string): Promise<void> {
  await page.goto(`/desk/surveys/${waveId}`)
  await page.getByLabel(waves.move.open.sure).check()
  await press(page, waves.move.open.button)
  await page.getByText(waves.saved.opened).waitFor()
}

/** The first choice of everything, tapped one by one. */
async function tapFirstChoices(page: Page): Promise<void> {
  for (const item of await page.locator('[data-item]').all()) await item.locator('input').first().check()
}

async function answerAtTheDoor(page: Page): Promise<void> {
  await page.goto('/desk/interviews')
  await page.locator('main a[href^="/desk/interviews/0"]').first().click()
  await page.getByLabel(/有几位/).fill('2')
  await page.getByLabel(answering.form.sexes.female, { exact: true }).check()
  await page.getByLabel(answering.form.age).fill('68')
  await tapFirstChoices(page)
  await press(page, answering.interview.save)
  await page.getByText('已登记').waitFor()
}

async function answerOnPaper(page: Page, waveId: string): Promise<void> {
  const unit = (await unitsOf(store, waveId)).find(({ disposition }) => disposition === 'open')
  const instrument = (await findWave(store, wholeDistrict, waveId))?.instrument
  await page.goto(`/desk/surveys/${waveId}/paper`)
  await page.getByLabel(answering.paper.code).fill(unit?.code ?? '')
  await page.getByLabel(answering.paper.sex).fill('B')
  await page.getByLabel(answering.form.age).fill('52')
  const items = [...Object.keys(instrument?.items ?? {}), ...Object.keys(instrument?.background.items ?? {})]
  for (const id of items) await page.locator(`[name="${letterField(id)}"]`).fill('A')
  await press(page, answering.paper.save)
  await page.getByText(`${unit?.code} 已录入`).waitFor()
}

/** One household taps; the others of the sample send the same form, one after another. */
async function answerOnTheWeb(page: Page, waveId: string): Promise<void> {
  const instrument = (await findWave(store, wholeDistrict, waveId))?.instrument
  if (!instrument) throw new Error('the wave has gone')
  await page.goto(`/desk/surveys/${waveId}/links`)
  await page.getByLabel(answering.links.confirm).check()
  await press(page, answering.links.letters)
  const text = await page.locator('main').innerText()
  const [first = '', ...others] = [...text.matchAll(/\S+(\/survey\/answer\?t=[\w-]+)/g)].map(([, path]) => path ?? '')
  const resident = await openPhone(browser, server.url)
  await resident.page.goto(first)
  expect(await sidewaysScroll(resident.page)).toBe(0)
  await resident.page.getByLabel(answering.form.sexes.male, { exact: true }).check()
  await resident.page.getByLabel(answering.form.age).fill('33')
  await tapFirstChoices(resident.page)
  await press(resident.page, survey.submit)
  await resident.page.getByText(answering.page.sent.title).first().waitFor()
  await resident.page.goto(first)
  await resident.page.getByText(answering.page.used.title).first().waitFor()
  expect(resident.complaints.filter((line) => !/410|409|404/.test(line))).toEqual([])
  await resident.close()

  for (const [at, path] of others.entries()) {
    const said = { sex: at % 3 ? 'female' : 'male', age: String(20 + ((at * 7) % 55)) }
    const form = new URLSearchParams(wholeForm(instrument, { right: 10 + (at % 9) }))
    for (const [name, value] of Object.entries(said)) form.set(name, value)
    const answer = await fetch(server.url + path, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { Origin: server.url },
    })
    expect(answer.status).toBe(302)
  }
}

/** While answers come in nobody sees what they are. */
async function expectNoResults(page: Page, waveId: string): Promise<void> {
  await page.goto(`/desk/surveys/${waveId}/estimate`)
  await page.getByText(estimates.workbench.notClosed).waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/\d %|\d%/)
}

async function finish(page: Page, waveId: string): Promise<void> {
  await page.goto(`/desk/surveys/${waveId}`)
  await page.getByLabel(waves.move.close.sure).check()
  await press(page, waves.move.close.button)
  await page.getByText(waves.saved.closed).waitFor()
}

/** Weighted to the residents by sex, age and street; the verdict is there before anybody publishes. */
async function keepAndPublish(page: Page, waveId: string): Promise<void> {
  await page.goto(`/desk/surveys/${waveId}/estimate`)
  await page.getByLabel(estimates.workbench.weighting).selectOption('rake')
  await press(page, estimates.workbench.recompute)
  await page.getByText(estimates.verdict.title).waitFor()
  await page.getByText(estimates.verdict.definitionOpen).first().waitFor()
  await page.getByLabel(estimates.workbench.note).fill('区消防救援局')
  await press(page, estimates.workbench.keepButton)
  await press(page, estimates.page.publishButton)
  await page.getByText(estimates.state.published, { exact: true }).first().waitFor()
}

async function readAsResident(): Promise<void> {
  const { page, complaints, close } = await openPhone(browser, server.url)
  await page.goto('/awareness')
  const text = await page.locator('main').innerText()
  expect(text).toContain('计划未规定口径')
  expect(text).toContain('区消防救援局')
  expect(text).toContain('演示统计年鉴')
  expect(text).toMatch(/每 ?100 .*\d+/)
  expect(await page.getByRole('img').count()).toBeGreaterThan(0)
  expect(await sidewaysScroll(page)).toBe(0)
  expect(complaints).toEqual([])
  await close()
}
