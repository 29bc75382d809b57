/**
 * Persons asked twice, in the letters of the definitions: a right both times, b right before only, c right after only,
 * d right at neither time. Complete pairs only.
 */
export type PairedTable = { readonly a: number; readonly b: number; readonly c: number; readonly d: number }

/** Refuses anything but whole counts of at least 0 with a RangeError. Source: knowledge-rate definitions, section 7. */
export function requirePairedTable({ a, b, c, d }: PairedTable): void {
  const areCounts = [a, b, c, d].every((count) => Number.isSafeInteger(count) && count >= 0)
  if (!areCounts)
    throw new RangeError(`Counts of pairs must be whole numbers of at least 0, not ${a}, ${b}, ${c}, ${d}`)
}
