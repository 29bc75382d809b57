import { isId } from '#app/db/ids'
import { listQueryString, readListQuery } from '#app/http/list-query'
import { actions, subjectKinds } from './trail'

/** The account filter's word for entries of nobody. */
export const NOBODY = 'nobody'

/** Which entries are asked for. `before` and `after` are numbers of entries: the log only grows at its new end, so they keep a page in place. */
export type AuditQuery = {
  /** The id of a subject, whole. */
  search: string
  filters: Partial<Record<Filter, string>>
  before: number | null
  after: number | null
}
type Filter = 'account' | 'action' | 'kind' | 'from' | 'to'

const DAY = /^\d{4}-\d{2}-\d{2}$/

const MEANS: Record<Filter, (value: string) => boolean> = {
  account: (value) => value === NOBODY || isId(value),
  action: (value) => actions.some((action) => action === value),
  kind: (value) => subjectKinds.some((kind) => kind === value),
  from: (value) => DAY.test(value),
  to: (value) => DAY.test(value),
}
const FILTERS = Object.keys(MEANS) as Filter[]

/** Reads the query string; what is missing or nonsense is as if it were not there. */
export function readAuditQuery(url: string): AuditQuery {
  const { search, filters: given } = readListQuery(url, FILTERS)
  const filters = Object.fromEntries(
    FILTERS.map((name) => [name, given[name]]).filter(([name, value]) => value && MEANS[name as Filter](value)),
  )
  return { search, filters, before: numberIn(url, 'before'), after: numberIn(url, 'after') }
}

function numberIn(url: string, name: string): number | null {
  const text = new URL(url).searchParams.get(name) ?? ''
  return /^[1-9]\d{0,11}$/.test(text) ? Number(text) : null
}

/** The query string of the same filters, at the newest entries or beside an entry. */
export function auditQueryString(
  { search, filters }: Pick<AuditQuery, 'search' | 'filters'>,
  at: { before?: number; after?: number } = {},
): string {
  const numbers = Object.fromEntries(Object.entries(at).map(([name, number]) => [name, String(number)]))
  return listQueryString({ search, filters: { ...filters, ...numbers }, page: 1 })
}
