import type { Estimate, RateOptions } from './estimate'
import { personTotals } from './person-totals'
import { rateEstimate } from './rate-estimate'
import { requireItems } from './require-items'
import type { RespondentRow } from './respondent-row'
import type { SurveyDesign } from './survey-design'
import { usableRows } from './usable-rows'

/** `cut`: percent of the administered items, 1 to 100. `mustKnow`: positions of items that nobody may get wrong. */
export type MasteryRule = { readonly cut?: number; readonly mustKnow?: readonly number[] }

/** Rates at different cuts or must-know items are different figures, so both travel with the estimate. */
export type MasteryEstimate = Estimate & Required<MasteryRule>

/**
 * Share of persons who know enough: right answers to at least `cut` percent (default 80) of the items administered to
 * them and to every must-know item administered to them.
 *
 * n counts persons. Row i is person i of the design; without one the sample is unweighted and simple. Interval, unless
 * `interval` is false: see rateInterval.
 * Throws RangeError for rows of unequal length, scores other than 0, 1 and null, a cut that is not a whole number from
 * 1 to 100, a must-know position outside the rows, or a design or domain of another length than the rows.
 * Formula: Σ w·1{100·correct ≥ cut·administered} / Σ w.
 * Source: knowledge-rate definitions, section 2 (masteryRate) and section 3 rule 11.
 */
export function masteryRate(
  rows: readonly RespondentRow[],
  { cut = 80, mustKnow = [] }: MasteryRule = {},
  design?: SurveyDesign,
  options: RateOptions = {},
): MasteryEstimate {
  requireCut(cut)
  requireItems(mustKnow, rows)
  const { isUsable, excluded } = usableRows(rows, { wholeScores: true, domain: options.domain })
  const totals = rows.map((row, index) =>
    isUsable[index] ? { points: Number(reachesCut(row, cut) && knowsAll(row, mustKnow)), administered: 1 } : null,
  )
  const meaning = { definition: 'masteryRate' as const, excluded, isBinary: true }
  return { ...rateEstimate(totals, meaning, design, options), cut, mustKnow }
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
