import { requireDay } from './calendar-day'

/** Somebody took part on a day (YYYY-MM-DD). `person` null: nobody wrote down who. */
export type Participation = { readonly person: string | null; readonly day: string }

/** persons 人: each once. times 人次: every row. unnamed: rows without a person, in times but not in persons. */
export type PersonCount = { readonly persons: number; readonly times: number; readonly unnamed: number }

/**
 * How many persons and how many person-times took part, from the day `from` to the day `to`, both included; without
 * them, ever. The two are different figures and must be labelled 人 and 人次.
 *
 * Throws RangeError for a day that does not exist.
 * Source: knowledge-rate definitions, section 9 (实操体验).
 */
export function distinctPersons(
  participation: readonly Participation[],
  { from, to }: { readonly from?: string; readonly to?: string } = {},
): PersonCount {
  for (const day of [from, to, ...participation.map((row) => row.day)]) if (day !== undefined) requireDay(day)
  const rows = participation.filter(({ day }) => (!from || day >= from) && (!to || day <= to))
  const named = rows.map(({ person }) => person).filter((person) => person !== null)
  return { persons: new Set(named).size, times: rows.length, unnamed: rows.length - named.length }
}
