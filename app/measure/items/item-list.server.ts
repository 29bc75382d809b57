/** The list of what item analysis can look at. */
import { count, inArray } from 'drizzle-orm'
import type { Catalog } from '#app/content/schema'
import { wordsOf } from '#app/content/words'
import type { Store } from '#app/db/store.server'
import type { ListQuery } from '#app/http/list-query'
import type { Locale } from '#app/i18n/locales'
import { readTallies } from '#app/learn/quiz/tallies.server'
import { isKeyFree } from '#app/measure/surveys/held-key.server'
import { waveIdsIn } from '#app/measure/surveys/waves-in.server'
import type { Scope } from '#app/people/places/scope'
import { FEWEST_SHOWN } from './item-analysis'

export const itemFilters = ['kind']

/** `persons` null: fewer than ten. */
export type SubjectRow = { kind: 'module' | 'wave'; id: string; title: string; lang: Locale; persons: number | null }

/** Every quiz and every wave of the scope whose key is free that the query is about: waves first, the newest before. */
export async function listSubjects(
  store: Store,
  catalog: Catalog,
  { scope, query, locale }: { scope: Scope; query: ListQuery; locale: Locale },
): Promise<SubjectRow[]> {
  const rows = [...(await closedWaves(store, scope)), ...(await quizzes(store, catalog, locale))]
  const { search, filters } = query
  const wanted = search.toLowerCase()
  return rows
    .filter(({ kind }) => !['module', 'wave'].includes(filters.kind ?? '') || kind === filters.kind)
    .filter(({ title, id }) => title.toLowerCase().includes(wanted) || id.includes(wanted))
}

async function closedWaves(store: Store, scope: Scope): Promise<SubjectRow[]> {
  const { surveyWaves, surveyResponses } = store.tables
  const closed = waveIdsIn(store, scope, isKeyFree(store))
  const [waves, counts] = await Promise.all([
    store.db
      .select({ id: surveyWaves.id, title: surveyWaves.name, closedAt: surveyWaves.closedAt })
      .from(surveyWaves)
      .where(inArray(surveyWaves.id, closed)),
    store.db
      .select({ waveId: surveyResponses.waveId, persons: count() })
      .from(surveyResponses)
      .where(inArray(surveyResponses.waveId, closed))
      .groupBy(surveyResponses.waveId),
  ])
  const persons = new Map(counts.map((row) => [row.waveId, row.persons]))
  return waves
    .toSorted((one, other) => Number(other.closedAt) - Number(one.closedAt))
    .map(({ id, title }) => ({ kind: 'wave', id, title, lang: 'zh-CN', persons: shown(persons.get(id) ?? 0) }))
}

async function quizzes(store: Store, catalog: Catalog, locale: Locale): Promise<SubjectRow[]> {
  const tallies = await readTallies(store)
  return catalog.modules.map((module) => {
    const { words, locale: lang } = wordsOf(module, locale)
    const persons = tallies.quizzes
      .filter(({ moduleId }) => moduleId === module.id)
      .reduce((sum, { learners }) => sum + learners, 0)
    return { kind: 'module', id: module.id, title: words.title, lang, persons: shown(persons) }
  })
}

const shown = (persons: number): number | null => (persons < FEWEST_SHOWN ? null : persons)
