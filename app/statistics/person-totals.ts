import type { RespondentRow } from './respondent-row'

/** Points earned by one person, and the number of items that could earn one (those with a score that is not null). */
export type PersonTotals = { readonly points: number; readonly administered: number }

/**
 * Adds up one row: the scores of one person in, two sums out.
 * Source: knowledge-rate definitions, section 2 (t_i and K_i).
 */
export function personTotals({ scores }: RespondentRow): PersonTotals {
  let points = 0
  let administered = 0
  for (const score of scores) {
    if (score === null) continue
    points += score
    administered += 1
  }
  return { points, administered }
}
