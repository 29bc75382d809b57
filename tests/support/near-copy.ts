/**
 * How alike two sentences are: the Jaccard index of their pairs of neighbouring characters (0 none in common, 1 the
 * same), marks and spaces left out.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared / (a.size + b.size - shared)
}

function pairsOf(text: string): Set<string> {
  const characters = [...text.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character))
  return new Set(characters.slice(1).map((character, n) => `${characters[n]}${character}`))
}
