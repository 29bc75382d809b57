import { estimateFlags } from './estimate-flags'
import type { SurveyDesign } from './survey-design'
import type { SurveyEstimate } from './survey-estimate'
import { totalVariance } from './total-variance'

/**
 * A value and what it is made of. `persons`: positions in the design; `influences`: the change of the value for a unit
 * of weight more of each of them (weighted sum 0). `size`: the largest of what an influence is the difference of.
 * `isShare`: no value can lie outside [0, 1].
 */
export type Linearised = {
  readonly value: number
  readonly persons: readonly number[]
  readonly influences: readonly number[]
  readonly size: number
  readonly isShare: boolean
}

/**
 * The estimate of a linearised value: se² = totalVariance of weight × influence, 0 for persons left out.
 *
 * df = clusters − strata with anybody in it. V_SRS = Σw·Σ w·influence² / (n − 1), deff = se²/V_SRS.
 * One person gives no standard error.
 * Source: knowledge-rate definitions, section 4; deff = "replace" of the R package survey.
 */
export function linearisedEstimate(design: SurveyDesign, linearised: Linearised): SurveyEstimate {
  const { value, persons } = linearised
  const n = persons.length
  const variance = n === 1 ? null : varianceOf(design, linearised)
  const deff = variance === null ? null : over(variance, simpleVariance(design, linearised))
  const se = variance === null ? null : Math.sqrt(variance)
  const df = degreesOfFreedom(design, persons)
  return {
    value,
    se,
    df,
    n,
    nEff: effectiveSize(linearised, variance, deff),
    deff,
    // Without a sampling error, a standard error of 0 is no warning.
    flags: [...estimateFlags(n, design.flags.includes('wholePopulation') ? null : se, df), ...design.flags],
  }
}

/** What stands in place of an estimate about nobody. */
export function emptyEstimate(design: SurveyDesign): SurveyEstimate {
  const nothing = { value: null, se: null, df: null, n: 0, nEff: null, deff: null }
  return { ...nothing, flags: ['noData', ...design.flags] }
}

function varianceOf(design: SurveyDesign, { persons, influences, size }: Linearised): number {
  const z = new Array<number>(design.weights.length).fill(0)
  let weight = 0
  for (const [index, person] of persons.entries()) {
    weight += design.weights[person]!
    z[person] = design.weights[person]! * influences[index]!
  }
  const variance = totalVariance(design, z)
  // Equal values leave rounding noise here, which would pass for a sample of enormous precision.
  return Math.sqrt(variance) <= 1e-12 * weight * size ? 0 : variance
}

function simpleVariance(design: SurveyDesign, { persons, influences }: Linearised): number {
  let weight = 0
  let squares = 0
  for (const [index, person] of persons.entries()) {
    weight += design.weights[person]!
    squares += design.weights[person]! * influences[index]! ** 2
  }
  return (weight * squares) / (persons.length - 1)
}

function effectiveSize({ value, persons, isShare }: Linearised, variance: number | null, deff: number | null) {
  if (variance === null || variance === 0) return null
  return isShare ? over(value * (1 - value), variance) : deff && persons.length / deff
}

function over(top: number, bottom: number): number | null {
  return top === 0 || bottom === 0 ? null : top / bottom
}

function degreesOfFreedom({ clusterOf, stratumOf }: SurveyDesign, persons: readonly number[]): number {
  const clusters = new Set(persons.map((person) => clusterOf[person]!))
  const strata = new Set([...clusters].map((cluster) => stratumOf[cluster]!))
  return clusters.size - strata.size
}
