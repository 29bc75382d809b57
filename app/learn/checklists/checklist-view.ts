/** What the pages of a checklist show. Pure. */
import type { Checklist } from '#app/content/checklist-schema'
import type { Module, SourceList } from '#app/content/schema'
import { describeCitation, wordsOf } from '#app/content/words'
import type { Locale } from '#app/i18n/locales'

export type ItemView = {
  id: string
  number: number
  onTheSpot: boolean
  ask: string
  why: string
  mend: string
  /** The lesson that tells more: the section that teaches the item's knowledge point. */
  lesson: { href: string; title: string; isFallback: boolean } | null
  citations: string[]
  /** It rests on general knowledge or a draft, which nobody has confirmed. */
  awaitsReview: boolean
}

type ChecklistView = {
  id: string
  title: string
  introduction: string
  items: ItemView[]
}

type ChecklistCard = { id: string; title: string; introduction: string; count: number; onTheSpot: number }

/** What the list of checklists shows of one. */
export function checklistCard({ id, items, words }: Checklist, locale: Locale): ChecklistCard {
  const { title, introduction } = words[locale]
  return { id, title, introduction, count: items.length, onTheSpot: items.filter((item) => item.onTheSpot).length }
}

/** A whole checklist, its items in the authored order. */
export function checklistView(
  { id, items, words }: Checklist,
  { modules, sources }: { modules: readonly Module[]; sources: SourceList },
  locale: Locale,
): ChecklistView {
  const { title, introduction, items: said } = words[locale]
  return {
    id,
    title,
    introduction,
    items: items.map(({ id: itemId, onTheSpot, point, marks = [], sources: cited = [] }, place) => ({
      id: itemId,
      number: place + 1,
      onTheSpot,
      ask: said[itemId]?.ask ?? '',
      why: said[itemId]?.why ?? '',
      mend: said[itemId]?.mend ?? '',
      lesson: lessonOf(point, modules, locale),
      citations: cited.map((citation) => describeCitation(sources, citation, locale)),
      awaitsReview: marks.some((mark) => mark === 'G' || mark === 'D'),
    })),
  }
}

function lessonOf(point: string, modules: readonly Module[], locale: Locale): ItemView['lesson'] {
  const [moduleId, fact = ''] = point.split('.')
  const module = modules.find(({ id }) => id === moduleId)
  if (!module) return null
  const section = module.sections.find(({ facts }) => facts.includes(fact))
  const { words, isFallback } = wordsOf(module, locale)
  return { href: `/modules/${module.id}${section ? `#${section.id}` : ''}`, title: words.title, isFallback }
}
