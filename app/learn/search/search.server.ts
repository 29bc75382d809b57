/** Searching what is taught. What a learner has not been told yet is not even asked for (docs/decisions/018). */
import type { Catalog } from '#app/content/schema'
import { type Entry, explanationId, plain } from '#app/content/search-entries'
import { entriesOf } from '#app/content/search-index.server'
import { shorterWords, tellingOf, wantedIn } from '#app/content/search-words'
import { moduleAt } from '#app/content/versions.server'
import type { Found, Wanted } from '#app/db/search'
import type { Store } from '#app/db/store.server'
import { type Locale, locales } from '#app/i18n/locales'
import { listClosedQuestions } from '../quiz/closed-questions.server'
import { isFor, ordered, resultsOf, type SearchAnswer } from './results'

type Asked = { catalog: Catalog; query: string; locale: Locale; learnerId: string | null }

/**
 * What holds every word of a query; where nothing does, what holds some of them. Null when there is no word in the query.
 * Of explanations, only those of questions that this learner has closed.
 */
export async function searchFor(store: Store, asked: Asked): Promise<SearchAnswer | null> {
  const wanted = wantedIn(asked.query)
  if (wanted.length === 0) return null
  const told = asked.learnerId ? await toldExplanations(store, asked.catalog, asked.learnerId) : new Set<string>()
  for (const match of ['every', 'some'] as const) {
    const words = match === 'every' ? wanted : tellingOf(wanted)
    const explanations = told.size > 0 ? await store.search.find('explanations', words, match) : []
    const finds = [
      ...(await store.search.find('public', words, match)),
      ...explanations.filter(({ id }) => told.has(id)),
    ]
    const entries = ordered(withEntries(finds, asked, wanted), words, match)
    if (entries.length > 0) return { ...resultsOf(entries, words), match, shorter: [] }
  }
  return { ...resultsOf([], wanted), match: 'some', shorter: await shorterThatFind(store, asked, wanted) }
}

/** What was found by another process's catalogue may not be in this one. */
function withEntries(finds: Found[], { catalog, locale }: Asked, wanted: Wanted): (Found & { entry: Entry })[] {
  const entries = entriesOf(catalog)
  return finds.flatMap((found) => {
    const entry = entries.get(found.id)
    return entry && isFor(entry, locale, wanted) ? [{ ...found, entry }] : []
  })
}

async function shorterThatFind(store: Store, asked: Asked, wanted: Wanted): Promise<string[]> {
  const found: string[] = []
  for (const word of shorterWords(wanted)) {
    const ways = wantedIn(word)
    const finds = await store.search.find('public', ways, 'every')
    if (withEntries(finds, asked, ways).length > 0) found.push(word)
  }
  return found
}

/** The ids of the explanations that a learner has been shown or could have opened, in the very words they have now. */
async function toldExplanations(store: Store, catalog: Catalog, learnerId: string): Promise<Set<string>> {
  const entries = entriesOf(catalog)
  const told = new Set<string>()
  for (const { questionId, moduleId, contentVersion } of await listClosedQuestions(store, learnerId)) {
    const { words } = await moduleAt(store, moduleId, contentVersion)
    for (const locale of locales) {
      const entry = entries.get(explanationId(locale, moduleId, questionId))
      const then = words[locale]?.questions[questionId]?.explanation
      if (entry && then !== undefined && plain(then) === entry.text) told.add(entry.id)
    }
  }
  return told
}
