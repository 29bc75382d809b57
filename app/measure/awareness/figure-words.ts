/** How a figure of an estimate may be said: one decimal, never without n, never more than it can bear. Pure. */
import type { EstimateResult, Figure } from './estimate-result'
import { FEWEST_FOR_PERCENT, FEWEST_SHOWN } from './share'

/**
 * none: nobody asked. hidden: somebody could be recognised. few: too few people for a percentage. all and nobody: of
 * the sample, never of the population; `bound` is what the population reaches at least, or at most. Numbers are texts
 * with one decimal, percentages without their sign.
 */
export type FigureWords =
  | { kind: 'none' }
  | { kind: 'hidden' }
  | { kind: 'few'; n: number }
  | { kind: 'all'; n: number; bound: string | null }
  | { kind: 'nobody'; n: number; bound: string | null }
  | { kind: 'percent'; n: number; value: string; interval: SaidInterval | null }
  | { kind: 'points'; n: number; value: string; interval: SaidInterval | null }

type SaidInterval = { lower: string; upper: string }
type Said = Pick<Figure, 'value' | 'n' | 'interval'>

/** A share of people or answers, in percent. */
export function shareWords({ value, n, interval }: Said, { hidden = false } = {}): FigureWords {
  if (hidden) return { kind: 'hidden' }
  if (value === null || n === 0) return { kind: 'none' }
  if (n < FEWEST_SHOWN) return { kind: 'hidden' }
  if (n < FEWEST_FOR_PERCENT) return { kind: 'few', n }
  if (value === 1) return { kind: 'all', n, bound: interval && percentText(interval.lower) }
  if (value === 0) return { kind: 'nobody', n, bound: interval && percentText(interval.upper) }
  const limits = interval && { lower: percentText(interval.lower), upper: percentText(interval.upper) }
  return { kind: 'percent', n, value: percentText(value), interval: limits }
}

/** A composite score, in 分 of 100. */
export function pointsWords({ value, n, interval }: Said): FigureWords {
  if (value === null || n === 0) return { kind: 'none' }
  if (n < FEWEST_SHOWN) return { kind: 'hidden' }
  if (n < FEWEST_FOR_PERCENT) return { kind: 'few', n }
  const limits = interval && { lower: interval.lower.toFixed(1), upper: interval.upper.toFixed(1) }
  return { kind: 'points', n, value: value.toFixed(1), interval: limits }
}

/** Rounded to one decimal, but never to all of nearly all, nor to nobody of a few. */
export function percentText(share: number): string {
  const rounded = Math.round(1000 * share) / 10
  const shown = share <= 0 || share >= 1 ? rounded : Math.min(99.9, Math.max(0.1, rounded))
  return shown.toFixed(1)
}

/** A number of percentage points with its sign, one decimal. */
export const pointsOfChange = (share: number): string => {
  const rounded = Math.round(1000 * share) / 10
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(1)}`
}

export type Definition = 'overallRate' | 'masteryRate'

/**
 * The sentence about the target, to be said with `estimates.verdict.<key>`: number, bound, definition, frame, n, day.
 * Null: there is no target. `isDefinitionOpen`: the plan does not say how it counts (计划未规定口径).
 */
export type VerdictWords = {
  key: NonNullable<EstimateResult['verdict']>['verdict'] | 'few'
  /** Everybody in the sample: then neither 100 % nor an upper bound may be said of all. */
  isAll: boolean
  why: string | null
  definition: Definition
  isDefinitionOpen: boolean
  value: string
  target: string
  lower: string
  upper: string
  place: string
  from: number
  to: number
  n: number
  day: string
}

/** Of fewer than 30 people there is no percentage, so no verdict can be said either. */
export function verdictWords({ about, verdict, overall, mastery }: EstimateResult): VerdictWords | null {
  if (!verdict) return null
  const figure = verdict.definition === 'masteryRate' ? mastery : overall
  const said = (share: number | null) => (share === null ? '—' : percentText(share))
  return {
    key: verdict.verdict !== 'withheld' && figure.n < FEWEST_FOR_PERCENT ? 'few' : verdict.verdict,
    isAll: figure.value === 1,
    why: verdict.why,
    definition: verdict.definition,
    isDefinitionOpen: about.target?.definition === null,
    value: said(figure.value),
    target: plainPercent(verdict.target),
    lower: said(verdict.lower),
    upper: said(verdict.upper),
    place: about.wave.placeName,
    from: about.wave.ageFrom,
    to: about.wave.ageTo,
    n: figure.n,
    day: about.wave.fieldTo,
  }
}

/** A target as a plan writes it: 85, not 85.0. */
const plainPercent = (share: number): string => String(Math.round(1000 * share) / 10)
