import type { NumberedMargin } from './margin'
import { solveSymmetric } from './solve-symmetric'

/**
 * One fitting of weights to known totals: a single margin is a post-stratification, several are a raking.
 *
 * `margins`: the cell of every person, and the totals, for each margin. `before` and `after`: the weights of every
 * person before and after the fitting. `normal`: XᵀDX, with X the dummies of all margins and D the weights before; it
 * is made once, because every variance needs it.
 */
export type Calibration = {
  readonly margins: readonly NumberedMargin[]
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly normal: readonly (readonly number[])[]
}

/** The calibration that led from the weights before to those after. */
export function calibrationOf(
  margins: readonly NumberedMargin[],
  before: readonly number[],
  after: readonly number[],
): Calibration {
  return { margins, before, after, normal: normalMatrix(margins, before) }
}

/**
 * What a calibration leaves of a linearised variable z (one entry a person, weights included).
 *
 * With e = z / after: z − after·(fitted value of e on the dummies of all margins), the regression weighted by the
 * weights before the fitting. For one margin the fitted value is the weighted mean of the cell.
 * Source: Deville and Särndal (1992), JASA 87, 376–382; the same as calibrate() of the R package survey.
 */
export function calibrationResiduals({ margins, before, after, normal }: Calibration, z: readonly number[]): number[] {
  const starts = startsOf(margins)
  const right = new Array<number>(normal.length).fill(0)
  for (const [margin, { cellOf }] of margins.entries()) {
    const start = starts[margin]!
    for (let person = 0; person < z.length; person += 1) {
      right[start + cellOf[person]!]! += (before[person]! * z[person]!) / after[person]!
    }
  }
  const effects = solveSymmetric(normal, right)
  const residuals = [...z]
  for (const [margin, { cellOf }] of margins.entries()) {
    const start = starts[margin]!
    for (let person = 0; person < z.length; person += 1) {
      residuals[person]! -= after[person]! * effects[start + cellOf[person]!]!
    }
  }
  return residuals
}

/** Added up pair of margins by pair: the matrix of dummies never exists. */
function normalMatrix(margins: readonly NumberedMargin[], weights: readonly number[]): number[][] {
  const starts = startsOf(margins)
  const size = margins.reduce((sum, { totals }) => sum + totals.length, 0)
  const normal = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (const [margin, { cellOf: rows }] of margins.entries()) {
    for (const [other, { cellOf: columns }] of margins.entries()) {
      for (let person = 0; person < weights.length; person += 1) {
        normal[starts[margin]! + rows[person]!]![starts[other]! + columns[person]!]! += weights[person]!
      }
    }
  }
  return normal
}

/** Where the cells of each margin begin among the cells of all. */
function startsOf(margins: readonly NumberedMargin[]): number[] {
  return margins.map((_, margin) => margins.slice(0, margin).reduce((sum, { totals }) => sum + totals.length, 0))
}
