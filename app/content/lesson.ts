/** What a lesson page shows. Built field by field, so that questions, keys and explanations cannot slip in. */
import type { Locale } from '#app/i18n/locales'
import type { ModuleReview, Reviewer } from './review-state'
import type { Block, Module, SourceList } from './schema'
import { awaitsReview, describeCitation, needsReview, wordsOf } from './words'

export type FactView = {
  id: string
  text: string
  citations: { text: string; isExcerpt: boolean }[]
  awaitsReview: boolean
  /** Who signed a fact that needs it. */
  confirmed: Reviewer | null
}

export type SectionView = { id: string; title: string; blocks: Block[]; facts: FactView[] }

export type LessonView = {
  moduleId: string
  version: string
  locale: Locale
  isFallback: boolean
  title: string
  summary: string
  goals: string[]
  minutes: number
  sections: SectionView[]
  quiz: { draw: number; bank: number; needed: number }
  review: Omit<ModuleReview, 'signed'>
}

export type ModuleCard = {
  id: string
  title: string
  summary: string
  minutes: number
  cover: string
  isFallback: boolean
}

/** The lesson in the wanted language, or in Chinese and marked so, with what a reviewer said of the page. */
export function lessonView(
  module: Module,
  sources: SourceList,
  wanted: Locale,
  { signed, ...review }: ModuleReview,
): LessonView {
  const { words, locale, isFallback } = wordsOf(module, wanted)
  const { draw, passMark } = module.quiz
  const factView = (id: string): FactView => ({
    id,
    text: words.facts[id]?.text ?? '',
    citations: (module.facts[id]?.sources ?? []).map((citation) => ({
      text: describeCitation(sources, citation, wanted),
      isExcerpt: sources[citation.id]?.seen === 'excerpt',
    })),
    awaitsReview: awaitsReview(module, id, signed),
    confirmed: needsReview(module, id) && signed.has(id) ? review.by : null,
  })
  return {
    moduleId: module.id,
    version: module.version,
    locale,
    isFallback,
    title: words.title,
    summary: words.summary,
    goals: words.goals,
    minutes: module.minutes,
    sections: module.sections.map(({ id, facts }) => ({
      id,
      title: words.sections[id]?.title ?? '',
      blocks: words.sections[id]?.blocks ?? [],
      facts: facts.map(factView),
    })),
    quiz: { draw, bank: Object.keys(module.questions).length, needed: rightAnswersNeeded(draw, passMark) },
    review,
  }
}

/** What a list of modules shows of one. */
export function moduleCard(module: Module, wanted: Locale): ModuleCard {
  const { words, isFallback } = wordsOf(module, wanted)
  return {
    id: module.id,
    title: words.title,
    summary: words.summary,
    minutes: module.minutes,
    cover: pictureUrl(module.id, module.version, module.cover),
    isFallback,
  }
}

/** The address of a picture; the version in it lets browsers keep the picture for good. */
export const pictureUrl = (moduleId: string, version: string, name: string): string =>
  `/pictures/${moduleId}/${name}.svg?v=${version}`

/** The fewest right answers of `draw` that reach the pass mark. */
export const rightAnswersNeeded = (draw: number, passMark: number): number => Math.ceil((passMark * draw) / 100)
