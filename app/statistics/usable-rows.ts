import type { Exclusions } from './estimate'
import type { RespondentRow } from './respondent-row'

/**
 * Parts the rows that enter a rate from those that are only counted, and checks all of them.
 *
 * Returns the included rows, in order, and the number excluded by reason; a row whose scores are all null counts as
 * notAdministered. included.length + all exclusions = rows.length. `wholeScores`: only 0 and 1 are allowed.
 *
 * Throws RangeError when rows differ in length or a score lies outside [0, 1] (or is fractional under `wholeScores`).
 * Source: knowledge-rate definitions, section 3 rules 3 to 5.
 */
export function usableRows(
  rows: readonly RespondentRow[],
  { wholeScores = false }: { readonly wholeScores?: boolean } = {},
): { included: RespondentRow[]; excluded: Exclusions } {
  const included: RespondentRow[] = []
  const excluded = { notAdministered: 0, brokenOff: 0, incomplete: 0 }

  for (const row of rows) {
    if (row.scores.length !== rows[0]?.scores.length) throw new RangeError('Rows must cover the same items')
    for (const score of row.scores) requireScore(score, wholeScores)

    const reason = row.excluded ?? (row.scores.every((score) => score === null) ? 'notAdministered' : null)
    if (reason === null) included.push(row)
    else excluded[reason] += 1
  }
  return { included, excluded }
}

function requireScore(score: number | null, wholeScores: boolean): void {
  if (score === null) return
  if (!(score >= 0 && score <= 1)) throw new RangeError(`A score must lie in [0, 1], not ${score}`)
  if (wholeScores && !Number.isInteger(score))
    throw new RangeError(`Partial credit (${score}) is for overall rates only`)
}
