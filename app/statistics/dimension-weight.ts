import { keptPersons } from './kept-persons'
import type { Linearised } from './linearised-estimate'
import { personTotals } from './person-totals'
import { requireItems } from './require-items'
import type { RespondentRow } from './respondent-row'
import type { SurveyDesign } from './survey-design'
import { linearisedRatio } from './survey-ratio'

/**
 * The weight λ of a dimension with the positions of its items. A bare number is the weight of the one column at its own
 * position: rows may hold one score a dimension, from 0 to 1, instead of items.
 */
export type DimensionWeight = number | Dimension
type Dimension = { readonly weight: number; readonly items: readonly number[] }

/**
 * Every dimension with its items. Throws RangeError unless the weights are positive and add up to 1 (to 1e-9), and for
 * items that are missing, outside the rows, or in two dimensions.
 */
export function dimensionsOf(weights: readonly DimensionWeight[], rows: readonly RespondentRow[]): Dimension[] {
  const dimensions = weights.map((given, place) =>
    typeof given === 'number' ? { weight: given, items: [place] } : given,
  )
  const sum = dimensions.reduce((total, { weight }) => total + weight, 0)
  const areLegal = dimensions.every(({ weight }) => weight > 0) && Math.abs(sum - 1) < 1e-9
  if (!areLegal) throw new RangeError(`Weights of dimensions must be positive and add up to 1, not to ${sum}`)
  if (dimensions.some(({ items }) => items.length === 0)) throw new RangeError('A dimension needs at least one item')
  requireItems(
    dimensions.flatMap(({ items }) => items),
    rows,
  )
  return dimensions
}

/**
 * Σ λ_d R_d with R_d the rate of dimension d among the persons counted, linearised: the influence of a person is
 * Σ λ_d (t_d − R_d·K_d) / Σ w·K_d over the dimensions of which the person was given items. Null when a dimension has no
 * data.
 */
export function linearisedScore(
  design: SurveyDesign,
  rows: readonly RespondentRow[],
  dimensions: readonly Dimension[],
  isCounted: readonly boolean[],
): Linearised | null {
  const influence = new Map<number, number>()
  let value = 0
  let size = 0
  for (const { weight, items } of dimensions) {
    const totals = rows.map(({ scores }) => personTotals({ scores: items.map((item) => scores[item] ?? null) }))
    const points = totals.map((person) => (person.administered === 0 ? null : person.points))
    const administered = totals.map((person) => person.administered)
    const persons = rows.length === 0 ? [] : keptPersons(design, [points, administered], isCounted)
    const rate = linearisedRatio(design, points, administered, persons)
    if (rate === null) return null

    value += weight * rate.value
    size += weight * rate.size
    for (const [index, person] of persons.entries()) {
      influence.set(person, (influence.get(person) ?? 0) + weight * rate.influences[index]!)
    }
  }
  const persons = [...influence.keys()].toSorted((one, other) => one - other)
  return {
    value: Math.min(1, value),
    persons,
    influences: persons.map((person) => influence.get(person)!),
    size,
    isShare: true,
  }
}
