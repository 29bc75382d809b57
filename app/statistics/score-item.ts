export type MultiSelectPolicy = 'exact' | 'partial'

/**
 * Score of one answered item, in [0, 1].
 *
 * `answer` and `key` are option ids; order and duplicates do not matter; an empty answer scores 0.
 * - exact (default): 1 when both sets are equal, else 0.
 * - partial: max(0, (hits − false picks) / |key|); for the overall and dimension rates only.
 *
 * Throws RangeError when the key is empty.
 * Source: knowledge-rate definitions, section 3 rule 5.
 */
export function scoreItem(
  answer: readonly string[],
  key: readonly string[],
  { multiSelect = 'exact' }: { readonly multiSelect?: MultiSelectPolicy } = {},
): number {
  const correct = new Set(key)
  if (correct.size === 0) throw new RangeError('An item without a key cannot be scored')

  const picked = new Set(answer)
  const hits = [...picked].filter((option) => correct.has(option)).length
  const falsePicks = picked.size - hits

  if (multiSelect === 'partial') return Math.max(0, (hits - falsePicks) / correct.size)
  return hits === correct.size && falsePicks === 0 ? 1 : 0
}
