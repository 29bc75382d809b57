import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zhCN } from '#app/i18n/config'
import { type Server, startServer } from '../support/built'
import { answer, chosen, learnerWithPaper, questionCards, questionIds, SESSION_SECRET, tappableStep } from './learner'
import { openBrowser, openPhone } from './phone'

let server: Server
let browser: Browser

beforeAll(async () => {
  server = await startServer({ env: { SESSION_SECRET } })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const MODULE = 'call-119'

async function startQuiz(page: Page): Promise<string[]> {
  await page.goto(`/modules/${MODULE}`)
  await page.getByRole('button', { name: zhCN.lesson.start }).click()
  await questionCards(page).first().waitFor()
  return questionIds(page)
}

/** Waits until the line below the questions says this, and tells what it says instead. */
const says = (page: Page, text: string) =>
  expect.poll(() => page.locator('[data-state]').innerText(), { timeout: 10_000 }).toBe(text)
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
const progress = (page: Page) => page.locator('[data-progress]').innerText()

test('a reload in the middle, and coming back by "my progress", show the same paper with the same answers', async () => {
  const { page, complaints, close } = await openPhone(browser, server.url)
  const questions = await startQuiz(page)
  await answer(page, { module: MODULE, questions: questions.slice(0, 5) })
  await says(page, zhCN.quiz.saved)
  const before = await chosen(page)
  await page.reload()
  expect(await questionIds(page)).toEqual(questions)
  expect(await chosen(page)).toEqual(before)
  expect(await progress(page)).toBe('已答 5 / 10 题')
  await page.goto('/me')
  await page.getByRole('link', { name: zhCN.progress.resume }).click()
  expect(await questionIds(page)).toEqual(questions)
  expect(await chosen(page)).toEqual(before)
  expect(complaints).toEqual([])
  await close()
})

test('starting again while a paper is open leads to that paper, not to a new draw', async () => {
  const { page, close } = await openPhone(browser, server.url)
  const questions = await startQuiz(page)
  const address = page.url()
  expect(await startQuiz(page)).toEqual(questions)
  expect(page.url()).toBe(address)
  await close()
})

test('answers given offline wait, say so, and are sent when the network is back', async () => {
  const { page, close } = await openPhone(browser, server.url)
  const questions = await startQuiz(page)
  await goOffline(page)
  await answer(page, { module: MODULE, questions: questions.slice(0, 3) })
  await says(page, zhCN.quiz.offline)
  await page.context().setOffline(false)
  await says(page, zhCN.quiz.saved)
  const before = await chosen(page)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  expect(await chosen(page)).toEqual(before)
  expect(await progress(page)).toBe('已答 3 / 10 题')
  await close()
})

test('answers given offline survive closing the page and go out when it is opened again', async () => {
  const { page, close } = await openPhone(browser, server.url)
  const questions = await startQuiz(page)
  const address = page.url()
  await goOffline(page)
  await answer(page, { module: MODULE, questions: questions.slice(0, 2) })
  await says(page, zhCN.quiz.offline)
  const before = await chosen(page)
  const context = page.context()
  await page.close()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await says(again, zhCN.quiz.saved)
  expect(await chosen(again)).toEqual(before)
  await again.evaluate(() => localStorage.clear())
  await again.reload()
  expect(await chosen(again)).toEqual(before)
  await close()
})

test('a link that is lost without being announced is tried again by itself', async () => {
  const { page, close } = await openPhone(browser, server.url)
  const questions = await startQuiz(page)
  await page.route('**/answers', (route) => route.abort())
  await answer(page, { module: MODULE, questions: questions.slice(0, 2) })
  await says(page, zhCN.quiz.offline)
  await page.unroute('**/answers')
  await says(page, zhCN.quiz.saved)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  expect(await progress(page)).toBe('已答 2 / 10 题')
  await close()
})

test('handing in while offline keeps the page and says what is missing', async () => {
  const { page, close } = await openPhone(browser, server.url)
  const questions = await startQuiz(page)
  await answer(page, { module: MODULE, questions: questions.slice(0, 9) })
  await says(page, zhCN.quiz.saved)
  await goOffline(page)
  await answer(page, { module: MODULE, questions: questions.slice(9) })
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await says(page, zhCN.quiz.unsaved)
  await page.context().setOffline(false)
  await says(page, zhCN.quiz.saved)
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await page.getByText('10 题答对 10 题').waitFor()
  await close()
})

test('handing in with blanks asks first, and staying keeps the paper open', async () => {
  const { page, close } = await openPhone(browser, server.url)
  const questions = await startQuiz(page)
  await answer(page, { module: MODULE, questions: questions.slice(0, 8) })
  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.message())
    dialog.dismiss()
  })
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await expect.poll(() => asked).toEqual(['还有 2 题没答，空着算错。仍要交卷吗？'])
  expect(await questionCards(page).count()).toBe(10)
  page.once('dialog', (dialog) => dialog.accept())
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await page.getByText('10 题答对 8 题').waitFor()
  expect(await page.getByText(zhCN.quiz.result.blank, { exact: true }).count()).toBe(2)
  await close()
})

test('an order is tapped in order, can be started over, and is kept as it was tapped', async () => {
  const { path, cookie } = await learnerWithPaper(server, { module: MODULE, questions: ['call-119-2'] })
  const { page, close } = await openPhone(browser, server.url, { cookie })
  await page.goto(path)
  const card = questionCards(page).first()
  await tappableStep(card, 'meet').click()
  await tappableStep(card, 'leave').click()
  expect(await tappableStep(card, 'leave').getAttribute('aria-label')).toContain('已排在第 2 步')
  await page.getByRole('button', { name: zhCN.quiz.orderReset }).click()
  expect(await progress(page)).toBe('已答 0 / 1 题')
  await answer(page, { module: MODULE, questions: ['call-119-2'] })
  await says(page, zhCN.quiz.saved)
  await page.reload()
  expect(await tappableStep(card, 'meet').getAttribute('aria-label')).toContain('已排在第 4 步')
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await page.getByText('1 题答对 1 题').waitFor()
  await close()
})

test("somebody else's paper does not exist, open or handed in", async () => {
  const mei = await openPhone(browser, server.url)
  const questions = await startQuiz(mei.page)
  const address = mei.page.url()
  const bo = await openPhone(browser, server.url)
  const asBo = async () => (await bo.page.goto(address))?.status()
  expect(await asBo()).toBe(404)
  await startQuiz(bo.page)
  expect(await asBo()).toBe(404)
  const save = { questionId: questions[0], response: [] }
  expect((await bo.page.request.post(`${address}/answers`, { data: save })).status()).toBe(404)
  expect((await bo.page.request.post(address, { form: { intent: 'submit' } })).status()).toBe(404)
  await answer(mei.page, { module: MODULE, questions })
  await mei.page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await mei.page.getByText('10 题答对 10 题').waitFor()
  expect(await asBo()).toBe(404)
  await mei.close()
  await bo.close()
})

test('another device continues the same paper by the code, and both see what the other answers', async () => {
  const phone = await openPhone(browser, server.url)
  const questions = await startQuiz(phone.page)
  await answer(phone.page, { module: MODULE, questions: questions.slice(0, 4) })
  await says(phone.page, zhCN.quiz.saved)
  const address = phone.page.url()
  await phone.page.goto('/me')
  await phone.page.getByRole('button', { name: zhCN.progress.codeMake }).click()
  const code = await phone.page.getByText(/^\d{3} \d{3} \d{4}$/).innerText()
  const tablet = await openPhone(browser, server.url, { viewport: { width: 800, height: 1100 } })
  await tablet.page.goto('/me')
  await tablet.page.getByRole('link', { name: zhCN.progress.codeEnterTitle }).click()
  await tablet.page.getByLabel(zhCN.progress.codeLabel).fill('123')
  await tablet.page.getByRole('button', { name: zhCN.progress.codeEnter }).click()
  await tablet.page.getByRole('alert').filter({ hasText: zhCN.progress.codeWrongForm }).waitFor()
  await tablet.page.getByLabel(zhCN.progress.codeLabel).fill(code)
  await tablet.page.getByRole('button', { name: zhCN.progress.codeEnter }).click()
  await tablet.page.getByText(zhCN.progress.codeJoined).waitFor()
  await tablet.page.getByRole('link', { name: zhCN.progress.resume }).click()
  expect(tablet.page.url()).toBe(address)
  expect(await questionIds(tablet.page)).toEqual(questions)
  await answer(tablet.page, { module: MODULE, questions: questions.slice(4) })
  await says(tablet.page, zhCN.quiz.saved)
  await phone.page.goto(address)
  expect(await progress(phone.page)).toBe('已答 10 / 10 题')
  await tablet.page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await tablet.page.getByText('10 题答对 10 题').waitFor()
  await phone.page.reload()
  await phone.page.getByText('10 题答对 10 题').waitFor()
  await phone.close()
  await tablet.close()
})

test('a paper handed in on another device shows its result instead of collecting answers that cannot count', async () => {
  const { path, cookie } = await learnerWithPaper(server, { module: MODULE, questions: ['call-119-1', 'call-119-3'] })
  const phone = await openPhone(browser, server.url, { cookie })
  const tablet = await openPhone(browser, server.url, { cookie })
  await phone.page.goto(path)
  await tablet.page.goto(path)
  const questions = await questionIds(tablet.page)
  await answer(tablet.page, { module: MODULE, questions })
  await tablet.page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await tablet.page.getByText('2 题答对 2 题').waitFor()
  // A click only: the page may be gone before one could see the choice made.
  await phone.page.locator('label', { has: phone.page.locator('input[value="loss"]') }).click()
  await phone.page.getByText('2 题答对 2 题').waitFor()
  await phone.close()
  await tablet.close()
})
