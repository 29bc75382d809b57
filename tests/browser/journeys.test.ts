import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#app/content/catalog.server'
import { en, zhCN } from '#app/i18n/config'
import { type Server, startServer } from '../support/built'
import { moduleNamed } from '../support/world'
import { answer, questionCards, questionIds } from './learner'
import { openBrowser, openPhone, sidewaysScroll } from './phone'

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

const LANGUAGES = [
  { locale: 'zh-CN', words: zhCN, saved: '已保存', score: '10 题答对 10 题' },
  { locale: 'en', words: en, saved: 'Saved', score: '10 of 10 right' },
] as const
const VARIANTS = LANGUAGES.flatMap((language) => [true, false].map((hasScript) => ({ ...language, hasScript })))

describe.each(VARIANTS)('at 360 px in $locale, script: $hasScript', ({ locale, words, saved, score, hasScript }) => {
  test('a resident learns a lesson, answers ten questions and sees the result', async () => {
    const module = moduleNamed('call-119')
    const { page, complaints, close } = await openPhone(browser, server.url, { locale, javaScriptEnabled: hasScript })
    await page.goto('/')
    await page.getByRole('link').filter({ hasText: module.words[locale]?.title }).click()
    expect(await page.locator('h1').innerText()).toBe(module.words[locale]?.title)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await page.getByRole('button', { name: words.lesson.start }).click()
    const questions = await questionIds(page)
    expect(questions).toHaveLength(10)
    expect(await sidewaysScroll(page)).toBe(0)
    await answer(page, { module: module.id, questions: questions.slice(0, 6), hasScript })
    if (!hasScript) {
      await page.getByRole('button', { name: words.quiz.save }).click()
      await page.getByText(words.quiz.savedNotice.replace('{{days}}', '7')).waitFor()
      expect(await page.locator('[data-progress]').innerText()).toMatch(/6.*10/)
    }
    await answer(page, { module: module.id, questions: questions.slice(6), hasScript })
    if (hasScript) {
      await page.locator('[data-state]', { hasText: new RegExp(`^${saved}$`) }).waitFor()
      expect(await page.locator('[data-progress]').innerText()).toMatch(/10.*10/)
    }
    await page.getByRole('button', { name: words.quiz.submit }).click()
    await page.getByText(score).waitFor()
    await page.getByText(words.quiz.result.passed, { exact: true }).waitFor()
    expect(await page.locator('main ol > li h2').count()).toBe(10)
    expect(await page.getByText(words.quiz.result.why, { exact: true }).count()).toBe(10)
    expect(await page.getByText(words.quiz.result.source, { exact: true }).count()).toBe(10)
    expect(await sidewaysScroll(page)).toBe(0)
    await page.getByRole('link', { name: words.quiz.result.me, exact: true }).last().click()
    expect(await page.locator('section[aria-labelledby=done] li').innerText()).toContain(module.words[locale]?.title)
    expect(complaints).toEqual([])
    await close()
  })
})

test('who fails sees why, practises exactly the wrong ones and then has none left', async () => {
  const { page, complaints, close } = await openPhone(browser, server.url)
  await page.goto('/modules/extinguisher')
  await page.getByRole('button', { name: zhCN.lesson.start }).click()
  const questions = await questionIds(page)
  const wrong = questions.slice(2, 6)
  await answer(page, { module: 'extinguisher', questions, wrong })
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await page.getByText(zhCN.quiz.result.notPassed, { exact: true }).waitFor()
  expect(await page.getByText(`✕ ${zhCN.quiz.result.isWrong}`).count()).toBe(4)
  await page.getByRole('button', { name: '练一练错的 4 题' }).click()
  await questionCards(page).first().waitFor()
  const practised = await questionIds(page)
  expect(practised.toSorted()).toEqual(wrong.toSorted())
  await answer(page, { module: 'extinguisher', questions: practised })
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await page.getByText(zhCN.quiz.result.practiceDone, { exact: true }).waitFor()
  await page.goto('/me')
  expect(await page.getByText(zhCN.progress.wrongTitle).count()).toBe(0)
  expect(await page.getByText(`全部 ${catalog.modules.length} 课，已通过 0 课`).count()).toBe(1)
  expect(complaints).toEqual([])
  await close()
})

test('choosing who one is puts what that group needs first, and the home page remembers it', async () => {
  const { page, complaints, close } = await openPhone(browser, server.url)
  await page.goto('/')
  await page.getByRole('button', { name: zhCN.home.audiences.student, exact: true }).click()
  await page.waitForURL('**/for/student')
  const student = catalog.audiences.student
  const shown = await page
    .locator('main a[href^="/modules/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)))
  expect(shown).toEqual([...(student?.required ?? []), ...(student?.suggested ?? [])])
  await page.goto('/')
  expect(await page.getByRole('link', { name: '继续学：学生的课程' }).getAttribute('href')).toBe('/for/student')
  expect(complaints).toEqual([])
  await close()
})

test('large print and language stay on the page one is on, and the answers given stay too', async () => {
  const { page, close } = await openPhone(browser, server.url)
  await page.goto('/modules/call-119')
  await page.getByRole('button', { name: zhCN.lesson.start }).click()
  const [first = ''] = await questionIds(page)
  await answer(page, { module: 'call-119', questions: [first] })
  await page.locator('[data-state]', { hasText: zhCN.quiz.saved }).waitFor()
  const address = page.url()
  await page.getByRole('button', { name: zhCN.common.view.large }).click()
  await page.locator('html[data-display=large]').waitFor()
  expect(page.url()).toBe(address)
  expect(await page.locator('[data-progress]').innerText()).toBe('已答 1 / 10 题')
  expect(await sidewaysScroll(page)).toBe(0)
  await page.getByRole('button', { name: zhCN.common.view.switchLanguage }).click()
  await page.locator('html[lang=en][data-display=large]').waitFor()
  expect(page.url()).toBe(address)
  expect(await page.locator('[data-progress]').innerText()).toBe('1 of 10 answered')
  await close()
})

test('a learner sees what is kept, takes it along, and deletes it once they have said that they understand', async () => {
  const { page, close } = await openPhone(browser, server.url)
  await page.goto('/modules/call-119')
  await page.getByRole('button', { name: zhCN.lesson.start }).click()
  const paper = page.url()
  await answer(page, { module: 'call-119', questions: await questionIds(page) })
  await page.getByRole('button', { name: zhCN.quiz.submit }).click()
  await page.getByText('10 题答对 10 题').waitFor()
  await page.goto('/me')
  await page.getByRole('link', { name: zhCN.progress.dataLink }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: zhCN.progress.data.download }).click()
  const file = await (await downloading).path()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ attempts: [{ moduleId: 'call-119' }] })
  const forget = page.getByRole('button', { name: zhCN.progress.data.forget })
  await forget.click()
  await page.getByText(zhCN.progress.data.forgetNotConfirmed).waitFor()
  await page.getByLabel(zhCN.progress.data.forgetConfirm).check()
  await forget.click()
  await page.getByText(zhCN.progress.data.forgotten).waitFor()
  expect((await page.goto(paper))?.status()).toBe(404)
  await page.goto('/me')
  await page.getByText(zhCN.progress.empty).waitFor()
  await close()
})
