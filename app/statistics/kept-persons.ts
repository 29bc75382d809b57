import { isMeasurable } from './is-measurable'
import type { SurveyDesign } from './survey-design'

/**
 * The positions of the persons whom a figure is about: in the domain, and with a value in every list.
 *
 * Throws RangeError when a list or the domain has another length than the design, or a value is not finite.
 */
export function keptPersons(
  { weights }: SurveyDesign,
  lists: readonly (readonly (number | null)[])[],
  domain: readonly boolean[] | undefined,
): number[] {
  for (const list of domain === undefined ? lists : [...lists, domain]) {
    if (list.length !== weights.length) {
      throw new RangeError(`The design has ${weights.length} persons, but a list about them has ${list.length}`)
    }
  }
  for (const list of lists) {
    const person = list.findIndex((value) => value !== null && !isMeasurable(value))
    if (person >= 0) throw new RangeError(`The value of person ${person} must be finite or null, not ${list[person]}`)
  }
  return [...weights.keys()].filter(
    (person) => (domain === undefined || domain[person]) && lists.every((list) => list[person] !== null),
  )
}
