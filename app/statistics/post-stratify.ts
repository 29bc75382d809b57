import { calibrationOf } from './calibration'
import { fitMargins } from './fit-margins'
import { numberedMargin } from './margin'
import type { SurveyDesign } from './survey-design'

/**
 * The design with weights that add up to the known population of every cell: w' = w·N_g / Σ_{i in g} w.
 *
 * Row i of `cells` is the cell of person i (age by sex, say); `totals` the population of each cell. The cells stay with
 * the design, because every variance is then made of deviations from the means of the cells.
 *
 * Throws RangeError for cells of another length than the design, a cell with population but without respondents or the
 * other way round, and populations that are negative or not finite.
 * Source: knowledge-rate definitions, section 5; postStratify of the R package survey.
 */
export function postStratify(
  design: SurveyDesign,
  cells: readonly (string | number)[],
  totals: Readonly<Record<string, number>>,
): SurveyDesign {
  const margin = numberedMargin({ cells, totals }, design.weights.length)
  const after = fitMargins(design.weights, [margin], { tolerance: 0, maxIterations: 1 })
  const calibration = calibrationOf([margin], design.weights, after)
  return { ...design, weights: after, calibrations: [...design.calibrations, calibration] }
}
