import type { Module, Question } from '#app/content/schema'
import { scoreItem } from '#app/statistics/score-item'
import type { FrozenItem } from './draw-paper'

export type Mark = { questionId: string; response: string[]; correct: boolean }
export type Grade = { marks: Mark[]; correctCount: number; itemCount: number; scorePercent: number; passed: boolean }

/**
 * Grades a paper from its frozen items and nothing else: one mark an item, blank is wrong, several answers must be the
 * exact set, an order must be exact. Passed when 100 × right ≥ passMark × items, in integers.
 */
export function gradePaper(
  module: Module,
  items: readonly FrozenItem[],
  responses: ReadonlyMap<string, string[]>,
  passMark: number,
): Grade {
  const marks = items.map(({ questionId }) => {
    const question = module.questions[questionId]
    if (!question) throw new Error(`${module.id}@${module.version} has no question ${questionId}`)
    const response = responses.get(questionId) ?? []
    return { questionId, response, correct: isCorrect(question, response) }
  })
  const correctCount = marks.filter((mark) => mark.correct).length
  return {
    marks,
    correctCount,
    itemCount: items.length,
    scorePercent: items.length === 0 ? 0 : Math.floor((100 * correctCount) / items.length),
    passed: items.length > 0 && 100 * correctCount >= passMark * items.length,
  }
}

/** Whether one response is right. An empty response never is. */
export function isCorrect(question: Question, response: readonly string[]): boolean {
  if (question.type === 'ordering')
    return (
      response.length === question.correct.length && response.every((step, place) => step === question.correct[place])
    )
  return scoreItem(response, question.correct, { multiSelect: 'exact' }) === 1
}
