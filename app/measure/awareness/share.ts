/** How a share of answers may be shown, by how many people stand behind it. */

/** Fewer people than this are never shown: somebody could be recognised. */
export const FEWEST_SHOWN = 10
/** Fewer people than this get no percentage (knowledge-rate definitions, section 3 rule 13). */
export const FEWEST_FOR_PERCENT = 30

export type Share =
  | { kind: 'none' }
  | { kind: 'hidden' }
  | { kind: 'counts'; count: number; of: number }
  | { kind: 'percent'; count: number; of: number; percent: number }

/**
 * @param count the part, e.g. right answers
 * @param of the whole, e.g. answers
 * @param people how many different people they come from, at the least; `of` itself when left out
 */
export function shareOf({ count, of, people = of }: { count: number; of: number; people?: number }): Share {
  if (of === 0) return { kind: 'none' }
  if (people < FEWEST_SHOWN) return { kind: 'hidden' }
  if (people < FEWEST_FOR_PERCENT) return { kind: 'counts', count, of }
  const rounded = Math.round((1000 * count) / of) / 10
  // Rounding must not say "all" of nearly all, nor "nobody" of a few.
  const percent = count === of ? 100 : count === 0 ? 0 : Math.min(99.9, Math.max(0.1, rounded))
  return { kind: 'percent', count, of, percent }
}
