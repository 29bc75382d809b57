/**
 * Holm's adjustment of p-values for judging several questions at once; same order as given.
 *
 * Sorted upwards, p₍ᵢ₎ becomes the largest of (m − j + 1)·p₍ⱼ₎ for j ≤ i, at most 1. A question may be answered at level α
 * when its adjusted value is at most α; the chance of any false answer is then at most α, whatever the dependence.
 *
 * Throws RangeError unless every p lies in [0, 1].
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70; p.adjust of R.
 */
export function holmAdjust(p: readonly number[]): number[] {
  const stranger = p.find((value) => !(value >= 0 && value <= 1))
  if (stranger !== undefined) throw new RangeError(`A p-value must lie in [0, 1], not ${stranger}`)

  const adjusted = new Array<number>(p.length)
  let largest = 0
  const upwards = [...p.keys()].toSorted((one, other) => p[one]! - p[other]!)
  for (const [rank, index] of upwards.entries()) {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * p[index]!))
    adjusted[index] = largest
  }
  return adjusted
}
