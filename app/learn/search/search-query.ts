/** What somebody typed into the search box, as the address carries it. */
import { readable } from '#app/content/search-fold'

export const SEARCH_PATH = '/search'
export const LONGEST_QUERY = 100

/** @returns the first q of an address, made readable; `isCut` when it was longer than is searched for. */
export function readSearchQuery(url: string): { query: string; isCut: boolean } {
  // A text of any length may come; what is far beyond the limit is not even looked at.
  const typed = [...readable((new URL(url).searchParams.get('q') ?? '').slice(0, 10 * LONGEST_QUERY))]
  return { query: typed.slice(0, LONGEST_QUERY).join('').trim(), isCut: typed.length > LONGEST_QUERY }
}

/** The address that searches for a text. */
export const searchHref = (query: string): string => `${SEARCH_PATH}?${new URLSearchParams({ q: query })}`
