import { calibrationResiduals } from './calibration'
import type { SurveyDesign } from './survey-design'

/**
 * Variance of an estimate from its linearised values z, one a person, weights included, 0 outside a domain.
 *
 * z is first replaced by its residuals from every calibration. With cluster totals u, n_h of N_h first-stage units
 * drawn and f_h = n_h / N_h (0 when unknown): V = Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_c (u_hc − ū_h)², and with second-stage
 * counts also Σ_h f_h·Σ_c (1 − f_hc)·n_hc/(n_hc − 1)·Σ_i (z_i − z̄_hc)². A stratum of one unit adds (1 − f_h)·u² under
 * `adjust` (the totals of the whole sample add up to 0) and nothing under `certainty`.
 *
 * Source: knowledge-rate definitions, section 4; svyrecvar of the R package survey.
 */
export function totalVariance(design: SurveyDesign, z: readonly number[]): number {
  const values = design.calibrations.reduce<readonly number[]>(
    (kept, calibration) => calibrationResiduals(calibration, kept),
    z,
  )
  const clusters = summed(values, design.clusterOf, design.stratumOf.length)
  const spread = squaredDeviations(clusters, design.stratumOf, design.unitsIn, design.singlePsu)
  const between = spread.reduce((sum, squares, stratum) => {
    const population = design.populationUnits[stratum]!
    return sum + squares * (population === null ? 1 : 1 - design.unitsIn[stratum]! / population)
  }, 0)
  return between + withinVariance(design, values)
}

/** What drawing persons within the clusters adds, when the counts of persons are known. */
function withinVariance(design: SurveyDesign, values: readonly number[]): number {
  const { populationPersons } = design
  if (populationPersons === null) return 0
  const spread = squaredDeviations(values, design.clusterOf, design.personsIn, design.singlePsu)
  return spread.reduce((sum, squares, cluster) => {
    const stratum = design.stratumOf[cluster]!
    const population = design.populationUnits[stratum]!
    const fraction = population === null ? 0 : design.unitsIn[stratum]! / population
    return sum + fraction * (1 - design.personsIn[cluster]! / populationPersons[cluster]!) * squares
  }, 0)
}

/** n/(n − 1)·Σ (value − mean)² of every group; of a single value v² or, under `certainty`, 0. */
function squaredDeviations(
  values: readonly number[],
  groupOf: readonly number[],
  sizes: readonly number[],
  singlePsu: SurveyDesign['singlePsu'],
): number[] {
  const means = summed(values, groupOf, sizes.length).map((sum, group) => sum / sizes[group]!)
  const squares = values.map((value, index) => {
    const group = groupOf[index]!
    const size = sizes[group]!
    if (size === 1) return singlePsu === 'certainty' ? 0 : value ** 2
    return (size / (size - 1)) * (value - means[group]!) ** 2
  })
  return summed(squares, groupOf, sizes.length)
}

function summed(values: readonly number[], groupOf: readonly number[], length: number): number[] {
  const sums = new Array<number>(length).fill(0)
  for (let index = 0; index < values.length; index += 1) sums[groupOf[index]!]! += values[index]!
  return sums
}
