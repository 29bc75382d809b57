/** One pretended learner at one module, through the same verbs that the pages call. */
import type { Module } from '#app/content/schema'
import type { Store } from '#app/db/store.server'
import { listWrongQuestions, saveAnswers } from '#app/learn/quiz/answers.server'
import type { Kind } from '#app/learn/quiz/attempt'
import { findAttempt, startAttempt } from '#app/learn/quiz/attempts.server'
import { closeAttempt } from '#app/learn/quiz/close-attempt.server'
import { drawPaper } from '#app/learn/quiz/draw-paper'
import type { Learner } from '#app/people/learners/learners.server'
import { seededRandom } from '#app/statistics/seeded-random'
import { chanceOf } from './crowd'
import { pretendAnswer } from './pretend-answer'

export type Try = { learner: Learner; module: Module; knowledge: number; seed: string; now: Date }

const LEFT_OPEN = 0.07
const LEFT_BLANK = 0.015
const PRACTISES = 0.6
const TRIES_AGAIN = 0.7
/** What reading the reasons and practising adds. */
const LEARNED = 0.9
const MINUTE = 60_000

/** A quiz; after a fail often practice of what was wrong, and then a second quiz. */
export async function learnModule(store: Store, first: Try): Promise<void> {
  const random = seededRandom(`${first.seed} choices`)
  const isLeftOpen = random() < LEFT_OPEN
  const passed = await take(store, 'quiz', first, isLeftOpen)
  if (isLeftOpen || passed) return
  const knowledge = first.knowledge + LEARNED
  if (random() < PRACTISES) await take(store, 'practice', { ...first, knowledge, now: later(first.now, 6) })
  if (random() < TRIES_AGAIN)
    await take(store, 'quiz', { ...first, knowledge, seed: `${first.seed} again`, now: later(first.now, 12) })
}

/** Takes one paper; says whether it was passed. */
async function take(store: Store, kind: Kind, attempted: Try, isLeftOpen = false): Promise<boolean> {
  const { learner, module, now } = attempted
  const questionIds = (await listWrongQuestions(store, learner.id)).get(module.id) ?? []
  const bank = kind === 'quiz' ? onlyDrawn(module, attempted.seed) : module
  const attemptId = await startAttempt(store, { learner, module: bank, kind, questionIds, now })
  const attempt = await findAttempt(store, { learnerId: learner.id, attemptId, now })
  if (!attempt) throw new Error(`${learner.id} cannot find the attempt just started`)
  const asked = attempt.items.map(({ questionId }) => questionId).sort()
  const answers = (isLeftOpen ? asked.slice(0, 4) : asked).flatMap((questionId) => answer(attempted, kind, questionId))
  await saveAnswers(store, attempt, answers, later(now, 3))
  if (isLeftOpen) return false
  const closed = await closeAttempt(store, attempt, { closedBy: 'learner', now: later(now, 4) })
  return closed.result?.passed === true
}

/**
 * The module with a bank of just the questions that this seed draws. An attempt draws by its own id, which is new each
 * time; from this bank it can only draw these, so that the figures are the same in every demonstration.
 */
function onlyDrawn(module: Module, seed: string): Module {
  const drawn = new Set(drawPaper(module, seed).map(({ questionId }) => questionId))
  const questions = Object.fromEntries(Object.entries(module.questions).filter(([id]) => drawn.has(id)))
  return { ...module, questions }
}

/** Nothing for a question left blank. What a person answers does not hang on where the question stands in the paper. */
function answer({ module, knowledge, seed }: Try, kind: Kind, questionId: string) {
  const question = module.questions[questionId]
  const random = seededRandom(`${seed} ${kind} ${questionId}`)
  if (!question || random() < LEFT_BLANK) return []
  const isRight = random() < chanceOf(knowledge, questionId)
  return [{ questionId, response: pretendAnswer(question, isRight, random) }]
}

const later = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * MINUTE)
