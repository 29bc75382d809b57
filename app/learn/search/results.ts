/** Which finds are shown, in which order, and what is said of each. */
import { ENTRY_KINDS, type Entry, type EntryKind } from '#app/content/search-entries'
import { excerptOf, holdsEvery, markHits, type Part } from '#app/content/search-excerpt'
import type { Found, Wanted } from '#app/db/search'
import type { Locale } from '#app/i18n/locales'

export const MOST_RESULTS = 30

export type Result = {
  id: string
  kind: EntryKind
  href: string
  locale: Locale
  title: Part[]
  excerpt: Part[]
  within: string
}
export type Results = { lessons: Result[]; checklists: Result[]; more: number }
export type SearchAnswer = Results & {
  /** Whether each result holds every word asked for, or only some. */
  match: 'every' | 'some'
  /** Where nothing was found: parts of the words that find something. */
  shorter: string[]
}

/** Whether an entry is for a page of this language: in it, or Chinese where there is nothing in it. Chinese words find Chinese. */
export const isFor = (entry: Entry, locale: Locale, wanted: Wanted): boolean =>
  entry.locale === (wanted.flat().some(({ by }) => by === 'characters') ? 'zh-CN' : locale) || entry.isFallback

/**
 * Entries found, the best first: all words in the title, then by kind, then by rank; where they hold only some of the words,
 * by rank alone. One for each place.
 */
export function ordered(
  finds: readonly (Found & { entry: Entry })[],
  wanted: Wanted,
  match: SearchAnswer['match'],
): Entry[] {
  const sorted = finds
    .map((find) => ({ ...find, place: match === 'every' ? placeOf(find.entry, wanted) : 0 }))
    .sort((a, b) => a.place - b.place || a.rank - b.rank || (a.id < b.id ? -1 : 1))
  const seen = new Set<string>()
  return sorted.flatMap(({ entry }) => {
    // An explanation is beside its fact and section, not in their place.
    const key = entry.kind === 'explanation' ? entry.id : entry.href
    if (seen.has(key)) return []
    seen.add(key)
    return [entry]
  })
}

const placeOf = (entry: Entry, wanted: Wanted): number =>
  ENTRY_KINDS.indexOf(entry.kind) +
  (entry.kind !== 'explanation' && holdsEvery(entry.title, wanted) ? 0 : ENTRY_KINDS.length)

/** The first thirty, lessons apart from checklists, and how many there are besides. */
export function resultsOf(entries: readonly Entry[], wanted: Wanted): Results {
  const shown = entries.slice(0, MOST_RESULTS).map((entry) => resultOf(entry, wanted))
  return {
    lessons: shown.filter(({ kind }) => kind !== 'checklist'),
    checklists: shown.filter(({ kind }) => kind === 'checklist'),
    more: Math.max(0, entries.length - MOST_RESULTS),
  }
}

const resultOf = ({ id, kind, href, locale, title, text, within }: Entry, wanted: Wanted): Result => ({
  id,
  kind,
  href,
  locale,
  title: markHits(title, wanted),
  excerpt: excerptOf(text, wanted),
  within: within === title ? '' : within,
})
