/** People who answer a whole questionnaire on paper by letters, and know as much as a test wants. */
import type { Instrument } from '#app/content/schema'
import { itemIdsOf } from '#app/measure/surveys/answer-sheet'
import { lettersOf } from '#app/measure/surveys/file-answer'
import { seededRandom } from '#app/statistics/seeded-random'

export type People = {
  rows: number
  seed: string
  /** How likely each knows an item, on average; items differ by up to a fifth either way. */
  know: number
  /** Of those who do not know, how many say 不清楚. */
  unsure?: number
  /** The share of items in which who does not know falls for one and the same wrong option. */
  misled?: number
}

/** The letters of each person, in the order of the items. */
export function lettersOfPeople(instrument: Instrument, { rows, seed, know, unsure = 0.3, misled = 0 }: People) {
  const random = seededRandom(seed)
  const letters = lettersOf(instrument)
  const items = itemIdsOf(instrument).map((id) => {
    const order = letters.get(id) ?? []
    const core = Object.hasOwn(instrument.items, id) ? instrument.items[id] : undefined
    const wrong = order.filter((option) => option !== instrument.unsure && !core?.correct.includes(option))
    const trap = random() < misled ? wrong[Math.floor(random() * wrong.length)] : undefined
    return { order, core, trap, known: know + (know === 0 ? 0 : (random() - 0.5) * 0.4) }
  })
  return Array.from({ length: rows }, () =>
    items.map(({ order, core, trap, known }) => {
      if (!core) return letterAt(Math.floor(random() * Math.min(3, order.length)))
      if (random() < known) return letterAt(order.indexOf(core.correct[0] ?? ''))
      if (random() < unsure) return letterAt(order.length - 1)
      return letterAt(trap === undefined ? Math.floor(random() * (order.length - 1)) : order.indexOf(trap))
    }),
  )
}

const letterAt = (place: number): string => String.fromCharCode(65 + place)

/** Each person's letters under the title before, from the column `from` on; the last column gets the first letter. */
export const slipped = (people: readonly string[][], from = 0): string[][] =>
  people.map((cells) => [...cells.slice(0, from), ...cells.slice(from + 1), cells[from] ?? ''])
