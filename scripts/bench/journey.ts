/**
 * A whole learner journey as a browser with script makes it: open the lesson, start, answer ten questions one by one,
 * hand in, see the result. Every reply is checked, and the result must show the very score these answers deserve.
 */
import type { Module } from '#app/content/schema'
import { translator } from '#app/i18n/config'
import { choiceField, placeField } from '#app/learn/quiz/read-answers'
import { pretendAnswer } from '../demo/pretend-answer'
import { createVisitor, expectStatus, textOf, type Visitor } from './visitor'

export type OpenAttempt = { visitor: Visitor; path: string; module: Module; questionIds: string[] }
type Answer = { questionId: string; response: string[] }

const RIGHT_SHARE = 0.75

export async function takeJourney(port: number, module: Module, random: () => number): Promise<void> {
  const visitor = createVisitor(port)
  expectStatus(await visitor.get(`/modules/${module.id}`), 200, 'lesson')
  const attempt = await startQuiz(visitor, module)
  const marks = attempt.questionIds.map((questionId) => ({ questionId, isRight: random() < RIGHT_SHARE }))
  const answers = marks.map(({ questionId, isRight }) => ({
    questionId,
    response: pretendAnswer(questionOf(module, questionId), isRight, random),
  }))
  for (const answer of answers) await saveAnswer(attempt, answer, 1)
  const form = paperForm(module, answers)
  form.set('intent', 'submit')
  expectStatus(await visitor.postForm(attempt.path, form), 302, 'submit')
  const result = textOf(expectStatus(await visitor.get(attempt.path), 200, 'result'))
  const correct = marks.filter(({ isRight }) => isRight).length
  const score = translator('zh-CN').t('quiz.result.score', { total: marks.length, correct })
  if (!result.includes(score)) throw new Error(`result: does not show "${score}"`)
}

/** Starts a quiz and reads the questions of its paper from the page, as the script does. */
export async function startQuiz(visitor: Visitor, module: Module): Promise<OpenAttempt> {
  const started = expectStatus(await visitor.postForm(`/modules/${module.id}/quiz`), 302, 'start')
  const path = started.headers.location ?? ''
  const page = textOf(expectStatus(await visitor.get(path), 200, 'quiz page'))
  const questionIds = [...page.matchAll(/data-question="([^"]+)"/g)].map(([, id]) => id ?? '')
  if (questionIds.length !== module.quiz.draw)
    throw new Error(`quiz page: ${questionIds.length} questions instead of ${module.quiz.draw}`)
  return { visitor, path, module, questionIds }
}

/** Saves one answer, as one tap does. */
export async function saveAnswer({ visitor, path }: OpenAttempt, answer: Answer, sequence: number): Promise<void> {
  const reply = await visitor.postJson(`${path}/answers`, { ...answer, sequence })
  const text = textOf(expectStatus(reply, 200, 'answer save'))
  if (!text.includes('"saved":true')) throw new Error(`answer save: ${text}`)
}

export function questionOf(module: Module, questionId: string) {
  const question = module.questions[questionId]
  if (!question) throw new Error(`quiz page: ${questionId} is not in ${module.id}`)
  return question
}

/** The whole paper as the form carries it. */
function paperForm(module: Module, answers: Answer[]): URLSearchParams {
  const form = new URLSearchParams()
  for (const { questionId, response } of answers) {
    const { type } = questionOf(module, questionId)
    if (type === 'multiple') form.append(choiceField(questionId), '')
    response.forEach((option, index) => {
      if (type === 'ordering') form.append(placeField(questionId, option), String(index + 1))
      else form.append(choiceField(questionId), option)
    })
  }
  return form
}
