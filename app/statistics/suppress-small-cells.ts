import { cheapestCover } from './cheapest-cover'
import { type CountNetwork, type CountTable, countNetwork } from './count-network'
import { canVary } from './hidden-range'
import { smallSums } from './small-sums'
import { patternOf, requireThreshold, type SuppressionPattern } from './suppression-pattern'

/**
 * Which figures of a table of counts of persons to hide when the table is published with its totals; true = hide.
 *
 * Hides counts and totals from 1 to k − 1 (default k = 10); zeros may be shown. Then complementary figures, so that
 * - every hidden figure lies on a cycle of hidden figures, so that its range, given that no count is below 0, is at
 *   least 1 wide;
 * - the hidden figures of a line whose total is shown together count at least k.
 * Prefers few persons: the cheapest cycle for one figure after the other, largest first, and at the end shows again
 * whatever proved unnecessary. Nearly the fewest, not always: the true minimum is out of reach for large tables.
 * Zeros are hidden only when nothing else helps. All that is made from a hidden count must vanish with it, and the same
 * pattern must be used in every table and wave that shows the same persons.
 *
 * Throws RangeError for an empty or ragged table, counts that are not whole or below 0, or k not whole or below 1.
 * Source: knowledge-rate definitions, section 9, privacy; cycles: Kelly, Golden and Assad (1992), Networks 22, 397–417.
 */
export function suppressSmallCells(
  table: CountTable,
  { k = 10 }: { readonly k?: number } = {},
): Required<SuppressionPattern> {
  requireThreshold(k)
  const network = countNetwork(table)
  const isSmall = network.edges.map(({ value }) => value > 0 && value < k)
  const hidden = [...isSmall]
  // Each turn hides at least one more figure, so this ends.
  while (protectFigures(network, hidden) || protectSums(network, hidden, k));
  showUnneeded(network, hidden, isSmall, k)
  return patternOf(network, hidden)
}

/** Whether anything had to be hidden. */
function protectSums(network: CountNetwork, hidden: boolean[], k: number): boolean {
  const line = smallSums(network, hidden, k)[0]
  if (!line) return false
  const countOf = (edge: number) => network.edges[edge]!.value
  const [smallest] = line.shown.filter((edge) => countOf(edge) > 0).toSorted((a, b) => countOf(a) - countOf(b))
  if (smallest === undefined) throw new Error('A shown total of at least k has a count that is not hidden')
  hidden[smallest] = true
  return true
}

/** Whether anything had to be hidden. */
function protectFigures(network: CountNetwork, hidden: boolean[]): boolean {
  const unsafe = largestFirst(network, hidden).find((edge) => !canVary(network, hidden, edge))
  if (unsafe === undefined) return false
  for (const edge of cheapestCover(network, hidden, unsafe)) hidden[edge] = true
  return true
}

function showUnneeded(network: CountNetwork, hidden: boolean[], isSmall: readonly boolean[], k: number): void {
  for (const edge of largestFirst(network, hidden)) {
    if (isSmall[edge]) continue
    hidden[edge] = false
    if (!isProtected(network, hidden, k)) hidden[edge] = true
  }
}

function isProtected(network: CountNetwork, hidden: readonly boolean[], k: number): boolean {
  if (smallSums(network, hidden, k).length > 0) return false
  return hidden.every((isHidden, edge) => !isHidden || canVary(network, hidden, edge))
}

function largestFirst({ edges }: CountNetwork, hidden: readonly boolean[]): number[] {
  const positions = [...hidden.keys()].filter((edge) => hidden[edge])
  return positions.toSorted((one, other) => edges[other]!.value - edges[one]!.value)
}
