import { calibrationOf } from './calibration'
import { fitMargins } from './fit-margins'
import { type Margin, type NumberedMargin, numberedMargin } from './margin'
import type { SurveyDesign } from './survey-design'

export type RakeOptions = { readonly tolerance?: number; readonly maxIterations?: number }

/**
 * The design with weights that add up to the known population of every cell of every margin (district, age by sex, …).
 *
 * Margins must share one grand total: the later ones are rescaled to the first, with the flag marginsRescaled when a
 * total differs by more than 0.5 %. Cycles until no weight changes by more than `tolerance` of itself (default 1e-10),
 * at most `maxIterations` times (10,000: tables with a person or two in a cell settle slowly). The margins stay with the
 * design: every variance is then made of residuals from a regression on them, weighted by the weights before raking.
 *
 * Throws RangeError for no margins, non-convergence, a tolerance outside (0, 1), iterations that are not whole and
 * positive, and as postStratify does.
 * Source: knowledge-rate definitions, section 5; calibrate(calfun = "raking") of the R package survey.
 */
export function rake(
  design: SurveyDesign,
  margins: readonly Margin[],
  { tolerance = 1e-10, maxIterations = 10_000 }: RakeOptions = {},
): SurveyDesign {
  if (margins.length === 0) throw new RangeError('Raking needs at least one margin')
  if (!(tolerance > 0 && tolerance < 1 && Number.isSafeInteger(maxIterations) && maxIterations > 0))
    throw new RangeError('Tolerance must lie between 0 and 1, and iterations be a whole number of at least 1')

  const numbered = margins.map((margin) => numberedMargin(margin, design.weights.length))
  const grand = sumOf(numbered[0]!.totals)
  const shared = numbered.map((margin) => rescaled(margin, grand))
  const isFar = numbered.some(({ totals }) => Math.abs(sumOf(totals) / grand - 1) > 0.005)
  const after = fitMargins(design.weights, shared, { tolerance, maxIterations })
  return {
    ...design,
    weights: after,
    calibrations: [...design.calibrations, calibrationOf(shared, design.weights, after)],
    flags: isFar && !design.flags.includes('marginsRescaled') ? [...design.flags, 'marginsRescaled'] : design.flags,
  }
}

function rescaled({ cellOf, totals }: NumberedMargin, grand: number): NumberedMargin {
  const sum = sumOf(totals)
  return { cellOf, totals: totals.map((total) => (total * grand) / sum) }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
