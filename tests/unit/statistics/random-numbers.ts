/** Repeatable numbers in [0, 1): the same seed gives the same cases on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

/** A repeatable whole number from `low` to `high`, both included. */
export function wholeNumber(random: () => number, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}
