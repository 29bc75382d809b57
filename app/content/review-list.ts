/** The list of modules with what reviewers said of each, as the page and the sheet show it. */
import type { ListQuery } from '#app/http/list-query'
import type { Locale } from '#app/i18n/locales'
import { type CoveringReview, type ModuleReview, type Part, reviewOf, reviewStates } from './review-state'
import type { Module } from './schema'
import { needsReview, wordsOf } from './words'

/** What the list at the desk can be filtered by. */
export const contentFilters = ['state'] as const

export type ReviewRow = Omit<ModuleReview, 'signed'> & {
  id: string
  title: string
  isFallback: boolean
  version: string
  facts: { all: number; signed: number }
  /** Of these, the ones that no text in force stands behind. */
  needing: { all: number; signed: number }
}

type Reviewed = { module: Module; parts: readonly Part[]; newest: CoveringReview | null }

/** One row a module, in the order of the catalogue. */
export function reviewRow({ module, parts, newest }: Reviewed, locale: Locale): ReviewRow {
  const { signed, ...review } = reviewOf(parts, newest)
  const { words, isFallback } = wordsOf(module, locale)
  const facts = Object.keys(module.facts)
  const needing = facts.filter((id) => needsReview(module, id))
  const counted = (ids: string[]) => ({ all: ids.length, signed: ids.filter((id) => signed.has(id)).length })
  return {
    id: module.id,
    title: words.title,
    isFallback,
    version: module.version,
    facts: counted(facts),
    needing: counted(needing),
    ...review,
  }
}

/** The rows that a query asks for: words of the title, the id or the reviewer's name and unit; a state. */
export function matchingRows(rows: readonly ReviewRow[], { search, filters }: ListQuery): ReviewRow[] {
  const wanted = search.toLowerCase()
  const state = reviewStates.find((one) => one === filters.state)
  return rows.filter(
    (row) =>
      (!state || row.state === state) &&
      [row.title, row.id, row.by?.unit, row.by?.name].some((text) => text?.toLowerCase().includes(wanted)),
  )
}
