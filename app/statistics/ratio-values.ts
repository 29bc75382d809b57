import { calibrationResiduals } from './calibration'
import { keptPersons } from './kept-persons'
import type { SurveyDesign } from './survey-design'
import { linearisedRatio } from './survey-ratio'

/**
 * What each person of a design adds to the sampling error of the ratio Σ w·a / Σ w·b: weight × influence, 0 outside the
 * ratio, with what the weights were fitted to taken out. Their totalVariance in the design without its calibrations is
 * the se² of surveyRatio; two lists of them from one sample have a totalCovariance.
 *
 * Row i of both lists is person i; null = not in the ratio. Null when nobody is, or the denominator is 0.
 * Throws RangeError as surveyRatio does.
 * Source: knowledge-rate definitions, section 4.
 */
export function ratioValues(
  design: SurveyDesign,
  numerators: readonly (number | null)[],
  denominators: readonly (number | null)[],
): number[] | null {
  const persons = keptPersons(design, [numerators, denominators], undefined)
  const ratio = linearisedRatio(design, numerators, denominators, persons)
  if (ratio === null) return null
  const z = new Array<number>(design.weights.length).fill(0)
  for (const [index, person] of persons.entries()) z[person] = design.weights[person]! * ratio.influences[index]!
  return design.calibrations.reduce<number[]>((kept, calibration) => calibrationResiduals(calibration, kept), z)
}
