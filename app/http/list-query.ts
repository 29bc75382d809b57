/** The query string of a list: what is searched for, filtered by, and which page. Everything else in it is ignored. */

export const PAGE_SIZE = 50
const LAST_PAGE = 100_000

export type ListQuery = { search: string; page: number; filters: Record<string, string> }

/** Reads it; what is missing or nonsense is as if it were not there. `known` names the filters of this list. */
export function readListQuery(url: string, known: readonly string[] = []): ListQuery {
  const { searchParams } = new URL(url)
  const text = (name: string) => (searchParams.get(name) ?? '').normalize('NFC').trim().slice(0, 100)
  const page = Number(text('page'))
  return {
    search: text('search'),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
    filters: Object.fromEntries(known.map((name) => [name, text(name)]).filter(([, value]) => value !== '')),
  }
}

/** The query string that leads to another page of the same list, or to the same rows elsewhere (page left out). */
export function listQueryString({ search, filters }: ListQuery, page?: number): string {
  const parameters = new URLSearchParams({
    ...(search ? { search } : {}),
    ...filters,
    ...(page && page > 1 ? { page: String(page) } : {}),
  })
  const text = parameters.toString()
  return text ? `?${text}` : ''
}

/** A text for LIKE that finds `search` anywhere; its own % and _ stand for themselves. Use with `escape '\'`. */
export const likePattern = (search: string): string => `%${search.replace(/[\\%_]/g, '\\$&')}%`
