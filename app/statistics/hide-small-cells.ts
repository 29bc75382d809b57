/**
 * Which cells of one list of disjoint counts of persons to hide when the total of the list is published; true = hide.
 *
 * Hides counts from 1 to k − 1 (default k = 10); zeros may be shown. While the hidden cells could be derived from the
 * total (exactly one is hidden, or together they count fewer than k) the smallest non-zero cell still shown is hidden
 * too, the first of equals. When the whole list counts fewer than k, everything is hidden, zeros included, and the
 * caller must withhold the total as well. Figures made from a hidden count are to be hidden with it.
 *
 * Throws RangeError unless counts are whole and at least 0 and k is whole and at least 1.
 * Source: knowledge-rate definitions, section 9, privacy.
 */
export function hideSmallCells(counts: readonly number[], { k = 10 }: { readonly k?: number } = {}): boolean[] {
  requireCounts(counts, k)
  const total = sum(counts)
  if (total > 0 && total < k) return counts.map(() => true)

  const hidden = counts.map((count) => count > 0 && count < k)
  const shown = [...counts.keys()].filter((cell) => counts[cell]! > 0 && !hidden[cell])
  shown.sort((one, other) => counts[one]! - counts[other]!)

  for (const cell of shown) {
    if (
      !isDerivable(
        counts.filter((_, index) => hidden[index]),
        k,
      )
    )
      break
    hidden[cell] = true
  }
  return hidden
}

function isDerivable(hiddenCounts: readonly number[], k: number): boolean {
  if (hiddenCounts.length === 0) return false
  return hiddenCounts.length === 1 || sum(hiddenCounts) < k
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function requireCounts(counts: readonly number[], k: number): void {
  const areWhole = counts.every((count) => Number.isInteger(count) && count >= 0)
  if (!areWhole) throw new RangeError('Counts of persons must be whole numbers of at least 0')
  if (!(Number.isInteger(k) && k >= 1)) throw new RangeError(`k must be a whole number of at least 1, not ${k}`)
}
