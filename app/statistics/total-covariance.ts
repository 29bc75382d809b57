import type { SurveyDesign } from './survey-design'
import { totalVariance } from './total-variance'

/**
 * Covariance of two estimates from one sample, from their linearised values (see totalVariance), row i = person i.
 *
 * (V(z₁ + z₂) − V(z₁ − z₂)) / 4, which is exact because V is a quadratic form. For a panel: z₂ of the second wave laid
 * on the persons of the first one, 0 for whoever was not reached again.
 *
 * Throws RangeError when the lists and the design differ in length.
 * Source: knowledge-rate definitions, section 7 (overlap); vcov of a svymean of two variables in the R package survey.
 */
export function totalCovariance(design: SurveyDesign, z1: readonly number[], z2: readonly number[]): number {
  for (const z of [z1, z2])
    if (z.length !== design.weights.length)
      throw new RangeError(`The design has ${design.weights.length} persons, but a list about them has ${z.length}`)
  const sum = z1.map((value, person) => value + z2[person]!)
  const gap = z1.map((value, person) => value - z2[person]!)
  return (totalVariance(design, sum) - totalVariance(design, gap)) / 4
}
