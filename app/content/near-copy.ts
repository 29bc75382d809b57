/**
 * No quiz may ask what the survey asks: who has just learnt with a question would answer it, and the awareness rate
 * would measure the quiz. Pure.
 */
import type { Fault } from './fault'
import type { Instrument, Module } from './schema'

/**
 * From this likeness on, a question is a near-copy of a survey item. Rewordings of one question lie above it (examples
 * in tests/content/near-copy.test.ts); different questions on one matter lie below (the nearest in the real bank:
 * 0.24), and a false alarm costs only a look at two sentences.
 */
export const NEAR_COPY = 0.3

/**
 * How alike two sentences are: the Jaccard index of their pairs of neighbouring characters (0 none in common, 1 the
 * same), marks and spaces left out.
 */
export const likeness = (one: string, other: string): number => share(pairsOf(one), pairsOf(other))

/** A fault for every quiz question whose Chinese stem copies, or nearly copies, an item of an instrument. */
export function findNearCopies(modules: Module[], instruments: Instrument[]): Fault[] {
  const asked = instruments.flatMap(({ id, words }) =>
    Object.entries(words['zh-CN'].items).map(([item, { stem }]) => ({ id, item, stem, pairs: pairsOf(stem) })),
  )
  return modules.flatMap(({ id: module, words }) =>
    Object.entries(words['zh-CN'].questions).flatMap(([id, { stem }]) => {
      const pairs = pairsOf(stem)
      const copied = asked.find((item) => share(pairs, item.pairs) >= NEAR_COPY)
      if (!copied) return []
      return [
        {
          file: `content/modules/${module}/zh-CN.yaml`,
          path: `questions.${id}.stem`,
          expected: 'a question that the survey does not ask',
          remedy: `It is nearly ${copied.item} of content/surveys/${copied.id} (${copied.stem}): ask something else.`,
        },
      ]
    }),
  )
}

/** Two texts without a pair, such as a single character, have nothing in common. */
function share(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

function pairsOf(text: string): Set<string> {
  const characters = [...text.normalize('NFKC').toLowerCase()].filter((character) => /[\p{L}\p{N}]/u.test(character))
  return new Set(characters.slice(1).map((character, n) => `${characters[n]}${character}`))
}
