/**
 * A repeatable stream of numbers in [0, 1) from a text seed: the FNV-1a hash of the text feeds Mulberry32. For shuffling
 * papers, never for secrets.
 *
 * Source: G. Fowler, L. C. Noll, K.-P. Vo (FNV-1a, 32 bit); T. Ettinger (Mulberry32).
 */
export function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const unit of seed) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A shuffled copy (Fisher–Yates): every order is as likely as any other.
 *
 * @param random numbers in [0, 1), such as those of seededRandom
 */
export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    const held = shuffled[last] as Item
    shuffled[last] = shuffled[chosen] as Item
    shuffled[chosen] = held
  }
  return shuffled
}
