/** What a learner sees of an attempt. PaperView has no place for a key: only ResultView, built after closing, has. */
import { rightAnswersNeeded } from '#app/content/lesson'
import type { Module, QuestionType, SourceList } from '#app/content/schema'
import { awaitsReview, describeCitation, wordsOf } from '#app/content/words'
import type { Locale } from '#app/i18n/locales'
import type { Attempt, SavedAnswer } from './attempt'

export type OptionView = { id: string; text: string }
export type QuestionView = {
  id: string
  type: QuestionType
  stem: string
  options: OptionView[]
  response: string[]
  sequence: number
}
export type PaperView = { moduleTitle: string; isFallback: boolean; textLocale: Locale; questions: QuestionView[] }

type TrueFalseWords = { right: string; wrong: string }

/** The open paper: questions and options in the frozen order, with what is already answered. */
export function paperView(
  attempt: Attempt,
  module: Module,
  saved: ReadonlyMap<string, SavedAnswer>,
  wanted: Locale,
  trueFalse: TrueFalseWords,
): PaperView {
  const { words, locale, isFallback } = wordsOf(module, wanted)
  return {
    moduleTitle: words.title,
    isFallback,
    textLocale: locale,
    questions: attempt.items.map(({ questionId, options }) => ({
      id: questionId,
      type: module.questions[questionId]?.type ?? 'single',
      stem: words.questions[questionId]?.stem ?? '',
      options: options.map((id) => ({ id, text: optionText(words, questionId, id, trueFalse) })),
      response: saved.get(questionId)?.response ?? [],
      sequence: saved.get(questionId)?.sequence ?? 0,
    })),
  }
}

export type MarkView = {
  id: string
  type: QuestionType
  stem: string
  isRight: boolean
  yours: string[]
  correct: string[]
  explanation: string
  sources: string[]
  awaitsReview: boolean
}
export type ResultView = {
  moduleTitle: string
  isFallback: boolean
  textLocale: Locale
  correctCount: number
  itemCount: number
  needed: number
  passed: boolean
  marks: MarkView[]
}

/**
 * The closed paper with keys and reasons; `signed` are the reviewed parts of the module. Throws for an open attempt: the
 * key must not leave before it is closed.
 */
export function resultView(
  attempt: Attempt,
  module: Module,
  saved: ReadonlyMap<string, SavedAnswer & { correct: boolean | null }>,
  wanted: Locale,
  { sources, trueFalse, signed }: { sources: SourceList; trueFalse: TrueFalseWords; signed: ReadonlySet<string> },
): ResultView {
  if (!attempt.result) throw new Error(`Attempt ${attempt.id} is still open`)
  const { words, locale, isFallback } = wordsOf(module, wanted)
  const { correctCount, itemCount, passed } = attempt.result
  return {
    moduleTitle: words.title,
    isFallback,
    textLocale: locale,
    correctCount,
    itemCount,
    needed: rightAnswersNeeded(itemCount, attempt.passMark),
    passed,
    marks: attempt.items.map(({ questionId }) => {
      const question = module.questions[questionId]
      const text = (option: string) => optionText(words, questionId, option, trueFalse)
      const points = question?.points ?? []
      const citations = points.flatMap((point) => module.facts[point]?.sources ?? [])
      return {
        id: questionId,
        type: question?.type ?? 'single',
        stem: words.questions[questionId]?.stem ?? '',
        isRight: saved.get(questionId)?.correct === true,
        yours: (saved.get(questionId)?.response ?? []).map(text),
        correct: (question?.correct ?? []).map(text),
        explanation: words.questions[questionId]?.explanation ?? '',
        sources: [...new Set(citations.map((citation) => describeCitation(sources, citation, wanted)))],
        awaitsReview: points.some((point) => awaitsReview(module, point, signed)),
      }
    }),
  }
}

function optionText(
  words: { questions: Record<string, { options: Record<string, string> }> },
  questionId: string,
  option: string,
  trueFalse: TrueFalseWords,
) {
  if (option === 'right' || option === 'wrong') return words.questions[questionId]?.options[option] ?? trueFalse[option]
  return words.questions[questionId]?.options[option] ?? option
}
