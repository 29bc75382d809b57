import { keptPersons } from './kept-persons'
import { emptyEstimate, type Linearised, linearisedEstimate } from './linearised-estimate'
import type { SurveyDesign } from './survey-design'
import type { DomainOption, SurveyEstimate } from './survey-estimate'

/**
 * Ratio of two weighted totals, R = Σ w·a / Σ w·b, with its standard error by Taylor linearisation.
 *
 * Row i of both lists is person i of the design. A person with null in either list is not in the ratio, just like one
 * outside the domain: their linearised value is 0, and all strata and clusters of the whole sample stay in the
 * variance. The influence of a person is (a − R·b) / Σ w·b. Value and se are in units of a over units of b.
 * Nobody in the ratio, or a denominator of 0, gives null figures and the flag noData.
 *
 * Throws RangeError for lists of another length than the design, and for values that are not finite.
 * Source: knowledge-rate definitions, section 4; svyratio of the R package survey.
 */
export function surveyRatio(
  design: SurveyDesign,
  numerators: readonly (number | null)[],
  denominators: readonly (number | null)[],
  { domain }: DomainOption = {},
): SurveyEstimate {
  const persons = keptPersons(design, [numerators, denominators], domain)
  const ratio = linearisedRatio(design, numerators, denominators, persons)
  return ratio === null ? emptyEstimate(design) : linearisedEstimate(design, ratio)
}

/** The ratio among the named persons, who have a value in both lists; null when the denominator is 0. */
export function linearisedRatio(
  { weights }: SurveyDesign,
  numerators: readonly (number | null)[],
  denominators: readonly (number | null)[],
  persons: readonly number[],
): Linearised | null {
  let top = 0
  let bottom = 0
  for (const person of persons) {
    top += weights[person]! * numerators[person]!
    bottom += weights[person]! * denominators[person]!
  }
  if (bottom === 0) return null

  const value = top / bottom
  const sizes = persons.map((person) => Math.abs(numerators[person]!) + Math.abs(value * denominators[person]!))
  return {
    value,
    persons,
    influences: persons.map((person) => (numerators[person]! - value * denominators[person]!) / bottom),
    size: sizes.reduce((most, size) => Math.max(most, size), 0) / Math.abs(bottom),
    isShare: persons.every((person) => numerators[person]! >= 0 && numerators[person]! <= denominators[person]!),
  }
}
