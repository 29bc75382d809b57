/** A module as a reviewer reads it: everything that a signature covers. With keys, so for the desk only. */
import type { Locale } from '#app/i18n/locales'
import { lessonView, type SectionView } from './lesson'
import { optionsOf } from './question'
import { type CoveringReview, type ModuleReview, type Part, reviewOf } from './review-state'
import type { Mark, Module, ModuleWords, Question, QuestionType, SourceList } from './schema'

export type FactToReview = {
  id: string
  label: string
  text: string
  marks: Mark[]
  citations: { text: string; isExcerpt: boolean }[]
  isSigned: boolean
}
export type QuestionToReview = {
  id: string
  type: QuestionType
  stem: string
  /** In the right order where order is asked for. */
  options: { id: string; text: string | null; isCorrect: boolean }[]
  explanation: string
  points: string[]
  isSigned: boolean
}
export type ModuleToReview = {
  id: string
  version: string
  locale: Locale
  isFallback: boolean
  opening: { title: string; summary: string; goals: string[]; isSigned: boolean }
  facts: FactToReview[]
  sections: (SectionView & { isSigned: boolean })[]
  questions: QuestionToReview[]
  review: Omit<ModuleReview, 'signed'>
}

type Given = { sources: SourceList; parts: readonly Part[]; newest: CoveringReview | null }

/** The whole module in the wanted language, or in Chinese and marked so. */
export function moduleToReview(module: Module, wanted: Locale, { sources, parts, newest }: Given): ModuleToReview {
  const state = reviewOf(parts, newest)
  const { signed, ...review } = state
  const lesson = lessonView(module, sources, wanted, state)
  const words = module.words[lesson.locale] ?? module.words['zh-CN']
  const shown = new Map(lesson.sections.flatMap(({ facts }) => facts).map((fact) => [fact.id, fact]))
  return {
    id: module.id,
    version: module.version,
    locale: lesson.locale,
    isFallback: lesson.isFallback,
    opening: { title: lesson.title, summary: lesson.summary, goals: lesson.goals, isSigned: signed.has('opening') },
    facts: Object.entries(module.facts).map(([id, { marks }]) => ({
      id,
      label: words.facts[id]?.label ?? '',
      text: words.facts[id]?.text ?? '',
      marks,
      citations: shown.get(id)?.citations ?? [],
      isSigned: signed.has(id),
    })),
    // The facts stand in a list of their own.
    sections: lesson.sections.map((section) => ({
      ...section,
      facts: [],
      isSigned: signed.has(`section.${section.id}`),
    })),
    questions: Object.entries(module.questions).map(([id, question]) => ({
      ...questionToReview(id, question, words),
      isSigned: signed.has(`question.${id}`),
    })),
    review,
  }
}

function questionToReview(id: string, question: Question, words: ModuleWords): Omit<QuestionToReview, 'isSigned'> {
  const said = words.questions[id]
  const { type, points, correct } = question
  const order: readonly string[] = type === 'ordering' ? correct : optionsOf(question)
  return {
    id,
    type,
    stem: said?.stem ?? '',
    options: order.map((option) => ({
      id: option,
      text: said?.options[option] ?? null,
      isCorrect: (correct as readonly string[]).includes(option),
    })),
    explanation: said?.explanation ?? '',
    points,
  }
}
