/** What a learner does on a paper, and papers made directly in the server's database. */
import { createCookie } from '@remix-run/node'
import type { Locator, Page } from 'playwright-core'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import type { Kind } from '#app/learn/quiz/attempt'
import { startAttempt } from '#app/learn/quiz/attempts.server'
import type { Server } from '../support/built'
import { moduleNamed, questionOf, rightResponse, wrongResponse } from '../support/world'

/** Start servers with this, so that `learnerCookie` is theirs. */
export const SESSION_SECRET = 'a secret that only the browser tests know'

export const questionCards = (page: Page): Locator => page.locator('fieldset[data-question]')

/** The ids of the questions on the page, in their order. */
export const questionIds = (page: Page): Promise<string[]> =>
  questionCards(page).evaluateAll((cards) => cards.map((card) => card.dataset.question ?? ''))

type Answering = { module: string; questions: string[]; wrong?: string[]; hasScript?: boolean }

/** Answers these questions as a person does, those of `wrong` wrongly. */
export async function answer(
  page: Page,
  { module, questions, wrong = [], hasScript = true }: Answering,
): Promise<void> {
  for (const questionId of questions) {
    const options = await optionsShown(page, questionId)
    const item = { questionId, options }
    const respond = wrong.includes(questionId) ? wrongResponse : rightResponse
    const response = respond(moduleNamed(module), item)
    const card = page.locator(`fieldset[data-question="${questionId}"]`)
    if (questionOf(moduleNamed(module), questionId).type !== 'ordering')
      for (const option of response) await card.locator(`input[value="${option}"]`).check()
    else if (hasScript) for (const option of response) await tappableStep(card, option).click()
    else
      for (const [index, option] of response.entries())
        await page.locator(`[name="q.${questionId}.${option}"]`).selectOption(String(index + 1))
  }
}

/** The row that the script makes of a step, to be tapped in order. */
export const tappableStep = (card: Locator, option: string): Locator =>
  card.locator(`[data-step="${option}"]`).locator('xpath=preceding-sibling::button[1]')

/** What is chosen on the page now, by question. */
export const chosen = (page: Page): Promise<string[]> =>
  page
    .locator('fieldset[data-question] input:checked, fieldset[data-question] select')
    .evaluateAll((inputs) => (inputs as HTMLInputElement[]).map(({ name, value }) => `${name}=${value}`))

const optionsShown = (page: Page, questionId: string): Promise<string[]> =>
  page
    .locator(`fieldset[data-question="${questionId}"]`)
    .locator('input:not([type=hidden]), [data-step]')
    .evaluateAll((inputs) => inputs.map((input) => input.dataset.step ?? (input as HTMLInputElement).value))

type Paper = { module: string; questions?: string[]; now?: Date }

/** A new learner with an open paper, of just these questions where they are named, and the cookie of their browser. */
export async function learnerWithPaper(server: Server, { module, questions, now = new Date() }: Paper) {
  const learner = { id: newId(), regionId: null }
  const kind: Kind = questions ? 'practice' : 'quiz'
  const store = createSqliteStore(server.databaseFile)
  const attemptId = await startAttempt(store, {
    learner,
    module: moduleNamed(module),
    kind,
    questionIds: questions,
    now,
  })
  store.close()
  return { learner, attemptId, path: `/attempts/${attemptId}`, cookie: await learnerCookie(learner.id) }
}

/** The cookie of a learner's browser, as the server signs it. */
export async function learnerCookie(learnerId: string): Promise<string> {
  const header = await createCookie('learner', { secrets: [SESSION_SECRET] }).serialize(learnerId)
  return header.split(';')[0] ?? ''
}
