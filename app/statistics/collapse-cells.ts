import { isMeasurable } from './is-measurable'
import { requireWeights } from './require-weights'

/** One cell of a post-stratification: its name and its population. */
export type Cell = { readonly cell: string; readonly total: number }

export type CollapseOptions = { readonly minRespondents?: number; readonly maxFactor?: number }

/**
 * `cells`: row i is the cell of person i afterwards; `totals`: the population of each; both are what postStratify
 * takes.
 * `joined`: the old cells in every new cell of more than one. `tooSmall`: new cells that are still too small, because
 * there was nothing left to join them with.
 */
export type CollapsedCells = {
  readonly cells: readonly string[]
  readonly totals: Readonly<Record<string, number>>
  readonly joined: readonly (readonly string[])[]
  readonly tooSmall: readonly string[]
}

/**
 * Joins cells that are too small for a post-stratification with a neighbour, until every cell is large enough.
 *
 * `groups` lists the cells in the order in which they are neighbours (bands of age, say), one list for each set within
 * which cells may be joined (women, men). A cell is too small below `minRespondents` respondents (default 10) or when
 * its share of the population is more than `maxFactor` (4) times its share of the weights. The one with the fewest
 * respondents is joined first, with the neighbour that has fewer; of equals the first. Empty cells without population
 * vanish. A joined cell is named by its parts: "a+b".
 *
 * Throws RangeError for bad weights, lists of unequal length, a respondent's cell that is not in `groups`, a cell named
 * twice, a population that is negative or not finite, no population at all, or limits that are negative or no numbers.
 * Source: knowledge-rate definitions, section 5.
 */
export function collapseCells(
  weights: readonly number[],
  cells: readonly (string | number)[],
  groups: readonly (readonly Cell[])[],
  { minRespondents = 10, maxFactor = 4 }: CollapseOptions = {},
): CollapsedCells {
  requireWeights(weights)
  if (!(minRespondents >= 0 && maxFactor > 0))
    throw new RangeError(`Cells cannot be judged by ${minRespondents} respondents and a factor of ${maxFactor}`)
  const counted = countedGroups(weights, cells, groups)
  const population = counted.flat().reduce((sum, { total }) => sum + total, 0)
  const sample = weights.reduce((sum, weight) => sum + weight, 0)
  const isSmall = ({ respondents, total, weight }: Counted) =>
    respondents < minRespondents || total / population > (maxFactor * weight) / sample || total === 0

  const result = counted.flatMap((group) => collapsed(group, isSmall))
  const nameOf = new Map(result.flatMap(({ parts }) => parts.map((part) => [part, parts.join('+')] as const)))
  return {
    cells: cells.map((cell) => nameOf.get(`${cell}`)!),
    totals: Object.fromEntries(result.map(({ parts, total }) => [parts.join('+'), total])),
    joined: result.map(({ parts }) => parts).filter((parts) => parts.length > 1),
    tooSmall: result.filter(isSmall).map(({ parts }) => parts.join('+')),
  }
}

type Counted = {
  readonly parts: readonly string[]
  readonly total: number
  readonly respondents: number
  readonly weight: number
}

function collapsed(group: readonly Counted[], isSmall: (cell: Counted) => boolean): readonly Counted[] {
  const small = group.filter(isSmall).toSorted((one, other) => one.respondents - other.respondents)[0]
  if (small === undefined || group.length === 1) return group

  const place = group.indexOf(small)
  const before = group[place - 1]
  const after = group[place + 1]
  const isBefore = before !== undefined && (after === undefined || before.respondents <= after.respondents)
  const start = isBefore ? place - 1 : place
  const [one, other] = [group[start]!, group[start + 1]!]
  const pair = {
    parts: [...one.parts, ...other.parts],
    total: one.total + other.total,
    respondents: one.respondents + other.respondents,
    weight: one.weight + other.weight,
  }
  return collapsed([...group.slice(0, start), pair, ...group.slice(start + 2)], isSmall)
}

function countedGroups(
  weights: readonly number[],
  cells: readonly (string | number)[],
  groups: readonly (readonly Cell[])[],
): Counted[][] {
  if (cells.length !== weights.length) throw new RangeError(`${weights.length} weights, but ${cells.length} cells`)
  const found = new Map<string, { respondents: number; weight: number }>()
  for (const { cell, total } of groups.flat()) {
    if (found.has(cell)) throw new RangeError(`Cell ${cell} is named twice`)
    if (!(total >= 0 && isMeasurable(total)))
      throw new RangeError(`The population of cell ${cell} must be finite and at least 0, not ${total}`)
    found.set(cell, { respondents: 0, weight: 0 })
  }
  for (const [person, cell] of cells.entries()) {
    const count = found.get(`${cell}`)
    if (count === undefined) throw new RangeError(`Person ${person} is in cell ${cell}, which no group names`)
    count.respondents += 1
    count.weight += weights[person]!
  }
  if (!groups.flat().some(({ total }) => total > 0)) throw new RangeError('The cells have no population')
  return groups.map((group) =>
    group
      .map(({ cell, total }) => ({ parts: [cell], total, ...found.get(cell)! }))
      .filter(({ total, respondents }) => total > 0 || respondents > 0),
  )
}
