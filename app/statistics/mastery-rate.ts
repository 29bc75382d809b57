import type { Estimate, RateOptions } from './estimate'
import { personTotals } from './person-totals'
import type { RespondentRow } from './respondent-row'
import { shareEstimate } from './share-estimate'
import { usableRows } from './usable-rows'

/** `cut`: percent of the administered items, 1 to 100. `mustKnow`: positions of items that nobody may get wrong. */
export type MasteryOptions = RateOptions & { readonly cut?: number; readonly mustKnow?: readonly number[] }

/** Rates at different cuts or must-know items are different figures, so both travel with the estimate. */
export type MasteryEstimate = Estimate & { readonly cut: number; readonly mustKnow: readonly number[] }

/**
 * Share of persons who know enough: right answers to at least `cut` percent (default 80) of the items administered to
 * them and to every must-know item administered to them.
 *
 * n counts persons; unweighted simple random sample; Wilson interval only when asked for.
 * Throws RangeError for rows of unequal length, scores other than 0, 1 and null, a cut that is not a whole number from
 * 1 to 100, or a must-know position outside the rows.
 * Formula: Σ 1{100·correct ≥ cut·administered} / n.
 * Source: knowledge-rate definitions, section 2 (masteryRate) and section 3 rule 11.
 */
export function masteryRate(
  rows: readonly RespondentRow[],
  { cut = 80, mustKnow = [], ...options }: MasteryOptions = {},
): MasteryEstimate {
  requireCut(cut)
  requirePositions(mustKnow, rows[0])
  const { included, excluded } = usableRows(rows, { wholeScores: true })
  const successes = included.filter((row) => reachesCut(row, cut) && knowsAll(row, mustKnow)).length
  const estimate = shareEstimate({ successes, n: included.length }, { definition: 'masteryRate', excluded }, options)
  return { ...estimate, cut, mustKnow }
}

function reachesCut(row: RespondentRow, cut: number): boolean {
  const { points, administered } = personTotals(row)
  // In whole numbers: 12 of 15 must reach 80 %, and 0.8 · 15 in floating point must not decide.
  return 100 * points >= cut * administered
}

function knowsAll({ scores }: RespondentRow, positions: readonly number[]): boolean {
  return positions.every((position) => scores[position] !== 0)
}

function requireCut(cut: number): void {
  const isLegal = Number.isInteger(cut) && cut >= 1 && cut <= 100
  if (!isLegal) throw new RangeError(`The cut must be a whole percentage from 1 to 100, not ${cut}`)
}

function requirePositions(positions: readonly number[], firstRow: RespondentRow | undefined): void {
  const items = firstRow?.scores.length ?? Number.POSITIVE_INFINITY
  const stranger = positions.find((position) => !(Number.isInteger(position) && position >= 0 && position < items))
  if (stranger !== undefined) throw new RangeError(`There is no item at must-know position ${stranger}`)
}
