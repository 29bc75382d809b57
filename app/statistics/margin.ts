import { isMeasurable } from './is-measurable'

/** Row i of `cells` is the cell of person i; `totals` is the population of each cell. */
export type Margin = {
  readonly cells: readonly (string | number)[]
  readonly totals: Readonly<Record<string, number>>
}

/** The cell of every person as a number from 0, and the population of each cell that has a respondent. */
export type NumberedMargin = { readonly cellOf: readonly number[]; readonly totals: readonly number[] }

/**
 * A margin with its cells numbered in the order of their first person; cells without population or respondents drop
 * out.
 *
 * Throws RangeError when there is not one cell for each of the `persons`, when a population is negative or not finite,
 * when a respondent's cell has no population, or when a populated cell has no respondent (collapse cells first).
 * Source: knowledge-rate definitions, section 5.
 */
export function numberedMargin({ cells, totals }: Margin, persons: number): NumberedMargin {
  if (cells.length !== persons)
    throw new RangeError(`The design has ${persons} persons, but ${cells.length} have a cell`)
  for (const [cell, total] of Object.entries(totals)) {
    if (!(total >= 0 && isMeasurable(total)))
      throw new RangeError(`The population of cell ${cell} must be finite and at least 0, not ${total}`)
  }
  const numberOf = new Map<string, number>()
  const cellOf = cells.map((cell, person) => {
    const label = `${cell}`
    const total = Object.hasOwn(totals, label) ? totals[label]! : 0
    if (total === 0) throw new RangeError(`Person ${person} is in cell ${label}, which has no population`)
    if (!numberOf.has(label)) numberOf.set(label, numberOf.size)
    return numberOf.get(label)!
  })
  const empty = Object.keys(totals).find((cell) => totals[cell]! > 0 && !numberOf.has(cell))
  if (empty !== undefined) throw new RangeError(`Cell ${empty} has a population but no respondent: collapse it first`)
  return { cellOf, totals: [...numberOf.keys()].map((cell) => totals[cell]!) }
}
