import { optionsOf } from '#app/content/question'
import type { Module, Question } from '#app/content/schema'
import { seededRandom, shuffle } from '#app/statistics/seeded-random'

/** One place in a paper: a question and its options in the order shown. */
export type FrozenItem = { questionId: string; options: string[] }

/**
 * Draws a paper from the module's bank by its blueprint: one question for each point that is always asked, then the
 * points in turn, never more than `atMostPerPoint` on the same one. The same seed draws the same paper.
 */
export function drawPaper(module: Module, seed: string): FrozenItem[] {
  const random = seededRandom(seed)
  const { draw, always, atMostPerPoint } = module.quiz
  const bank = shuffle(Object.keys(module.questions).sort(), random)
  const pointOf = (questionId: string) => module.questions[questionId]?.points[0] ?? ''
  const drawn: string[] = always.flatMap((point) => bank.find((questionId) => pointOf(questionId) === point) ?? [])
  for (let round = 1; round <= atMostPerPoint; round++) {
    for (const questionId of bank) {
      if (drawn.length >= draw) break
      const onSamePoint = drawn.filter((other) => pointOf(other) === pointOf(questionId))
      if (!drawn.includes(questionId) && onSamePoint.length < round) drawn.push(questionId)
    }
  }
  return shuffle(drawn.slice(0, draw), random).map((questionId) => freeze(module, questionId, random))
}

/** A paper of just these questions, for practice. Questions that the module no longer has are left out. */
export function paperOf(module: Module, questionIds: string[], seed: string): FrozenItem[] {
  const random = seededRandom(seed)
  return questionIds.filter((id) => module.questions[id]).map((id) => freeze(module, id, random))
}

function freeze(module: Module, questionId: string, random: () => number): FrozenItem {
  const question = module.questions[questionId] as Question
  // Right and wrong keep their usual order: shuffling two words only confuses.
  if (question.type === 'true-false') return { questionId, options: optionsOf(question) }
  let options = shuffle(optionsOf(question), random)
  if (question.type === 'ordering' && options.join() === question.correct.join()) options = options.reverse()
  return { questionId, options }
}
