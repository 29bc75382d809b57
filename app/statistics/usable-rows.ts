import type { ExclusionReason, Exclusions } from './estimate'
import type { RespondentRow } from './respondent-row'

type UsableOptions = { readonly wholeScores?: boolean; readonly domain?: readonly boolean[] }

/**
 * Tells the rows that enter a rate from those that are only counted, and checks all of them.
 *
 * `isUsable` has one entry a row. `excluded` is the number left out by reason, among the rows in the domain if there is
 * one; a row whose scores are all null counts as notAdministered. `wholeScores`: only 0 and 1 are allowed.
 *
 * Throws RangeError when rows differ in length, a score lies outside [0, 1] (or is fractional under `wholeScores`), or
 * the domain has another length than the rows.
 * Source: knowledge-rate definitions, section 3 rules 3 to 5.
 */
export function usableRows(
  rows: readonly RespondentRow[],
  { wholeScores = false, domain }: UsableOptions = {},
): { isUsable: boolean[]; excluded: Exclusions } {
  if (domain !== undefined && domain.length !== rows.length) {
    throw new RangeError(`There are ${rows.length} rows, but the domain has ${domain.length}`)
  }
  const excluded = { notAdministered: 0, brokenOff: 0, incomplete: 0 }
  const isUsable = rows.map((row, index) => {
    if (row.scores.length !== rows[0]?.scores.length) throw new RangeError('Rows must cover the same items')
    for (const score of row.scores) requireScore(score, wholeScores)

    const reason = exclusionReason(row)
    if (reason !== null && (domain === undefined || domain[index])) excluded[reason] += 1
    return reason === null
  })
  return { isUsable, excluded }
}

function exclusionReason({ scores, excluded }: RespondentRow): ExclusionReason | null {
  return excluded ?? (scores.every((score) => score === null) ? 'notAdministered' : null)
}

function requireScore(score: number | null, wholeScores: boolean): void {
  if (score === null) return
  if (!(score >= 0 && score <= 1)) throw new RangeError(`A score must lie in [0, 1], not ${score}`)
  if (wholeScores && !Number.isInteger(score))
    throw new RangeError(`Partial credit (${score}) is for overall rates only`)
}
