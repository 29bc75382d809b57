/** Whether the letters of a finished survey belong to the items that their columns are chosen for. Pure. */
import type { Instrument } from '#app/content/schema'
import { binomialCdf } from '#app/statistics/binomial-cdf'
import { type AnswerReader, lettersOf } from './file-answer'
import type { FileDoubt, TableFault } from './file-fault'
import { itemTarget, type Mapping } from './file-mapping'
import type { FileTable } from './file-table'

/** Letters in the column of one core item. `counts`: how often each was written; the last is 不清楚. */
type Lettered = { column: number; title: string; item: number; counts: number[]; keys: number[]; choices: number }

/**
 * How many letters a column needs, and how unlikely a run must be. Certain: under thirty people no rate is given anyway;
 * one in four thousand, even of people who are misled as often as MISLED says. Doubtful: among ten, and one in fifty.
 */
const CERTAIN = { fewest: 30, chance: 2.5e-4 }
const DOUBTFUL = { fewest: 10, chance: 0.02 }

/**
 * How often, at most, people who know little would pick above all others the one wrong letter that is the right one of the
 * neighbouring item: if half of all items misled most people, for the letters of two wrong options stand in random order.
 */
const MISLED = 0.25

/** Columns whose letters are certain to be the answers to the items beside theirs. */
export function slippedLetters(
  table: FileTable,
  mapping: Mapping,
  instrument: Instrument,
  read: AnswerReader,
): TableFault[] {
  const lettered = letteredColumns(table, mapping, instrument, read)
  const [run] = runsIn(lettered, CERTAIN)
  const [first] = run?.columns ?? []
  if (!run || !first) return []
  const { column, title, item } = first
  const columns = run.columns.map((one) => one.column)
  return [{ problem: 'slipped', columns, column, title, item, looksLike: item + run.by }]
}

/** What may be so and need not: a person looks at it, and whoever estimates is told. */
export function letterDoubts(
  table: FileTable,
  mapping: Mapping,
  instrument: Instrument,
  read: AnswerReader,
): FileDoubt[] {
  const lettered = letteredColumns(table, mapping, instrument, read)
  const [run] = runsIn(lettered, DOUBTFUL)
  const alike = lettered.filter(isOneWrongLetter)
  const doubts: FileDoubt[] = [
    { doubt: 'slip', columns: (run?.columns ?? besideIn(lettered)).map(({ column }) => column) },
    { doubt: 'oneLetter', columns: alike.map(({ column }) => column) },
    { doubt: 'chance', columns: isLikeChance(lettered) ? lettered.map(({ column }) => column) : [] },
  ]
  return doubts.filter(({ columns }) => columns.length > 0)
}

function letteredColumns(
  { titles, rows }: FileTable,
  mapping: Mapping,
  instrument: Instrument,
  read: AnswerReader,
): Lettered[] {
  const letters = lettersOf(instrument)
  return Object.entries(instrument.items).flatMap(([itemId, { correct, options }], place): Lettered[] => {
    const at = mapping.get(itemTarget(itemId))
    const order = letters.get(itemId) ?? []
    if (typeof at !== 'number') return []
    const counts = order.map(() => 0)
    for (const { cells } of rows) {
      const answer = read(itemId, cells[at] ?? '')
      if (answer.options === null || answer.how !== 'letter') continue
      const letter = order.indexOf(answer.options[0] ?? '')
      counts[letter] = (counts[letter] ?? 0) + 1
    }
    const keys = correct.map((option) => order.indexOf(option))
    return [{ column: at + 1, title: titles[at] ?? '', item: place + 1, counts, keys, choices: options.length }]
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const chosenIn = ({ counts, choices }: Lettered): number => sum(counts.slice(0, choices))
const rightIn = ({ counts, keys }: Lettered): number => sum(keys.map((key) => counts[key] ?? 0))

type Run = { by: 1 | -1; columns: Lettered[]; chance: number }

/**
 * Runs of neighbouring columns whose commonest letter is the right one of the next item (or of the one before) and not of
 * their own, so often that people who simply do not know would hardly make it so. The least likely first.
 */
function runsIn(lettered: readonly Lettered[], { fewest, chance }: typeof CERTAIN): Run[] {
  const runs = ([1, -1] as const).flatMap((by) => {
    const told = lettered.flatMap((one, at) => {
      const other = lettered[at + by]
      const says = other?.item === one.item + by ? saysOther(one, other, fewest) : null
      return says === null ? [] : [{ at, says }]
    })
    const ends = told.flatMap((_, from) => told.slice(from).map((__, length) => told.slice(from, from + length + 1)))
    return ends
      .filter((run) => run[0]?.says && run.at(-1)?.says)
      .map((run): Run => {
        const hits = run.filter(({ says }) => says).length
        const columns = lettered.slice(run[0]?.at, (run.at(-1)?.at ?? 0) + 1)
        return { by, columns, chance: binomialCdf(hits - 1, run.length, MISLED, { tail: 'upper' }) }
      })
  })
  return runs.filter((run) => run.chance <= chance).toSorted((one, other) => one.chance - other.chance)
}

/**
 * Whether most people wrote the letter that is right for the other item; null where nothing can be told: both have the
 * same right letter, or too few answered. A lead within chance (two standard errors of the difference) is none.
 */
function saysOther(own: Lettered, other: Lettered, fewest: number): boolean | null {
  if (sum(own.counts) < fewest || own.keys.some((key) => other.keys.includes(key))) return null
  const chosen = own.counts.slice(0, own.choices)
  const most = Math.max(...chosen)
  const right = rightIn(own)
  const isOthers = other.keys.includes(chosen.indexOf(most))
  return isOthers && most - right > 2 * Math.sqrt(most + right)
}

const FEWEST_COLUMNS = 4

/**
 * The longest stretch of columns in which more letters are right for the items beside than for their own, chance (two
 * standard errors) put aside. Among people who know little this is all that a slip leaves to be seen.
 */
function besideIn(lettered: readonly Lettered[]): Lettered[] {
  const stretches = ([1, -1] as const).flatMap((by) => {
    const told = lettered.flatMap((own, at) => {
      const other = lettered[at + by]
      const isTold = other?.item === own.item + by && saysOther(own, other, DOUBTFUL.fewest) !== null
      return isTold ? [{ at, right: rightIn(own), beside: sum(other.keys.map((key) => own.counts[key] ?? 0)) }] : []
    })
    const all = told.flatMap((_, from) => told.slice(from).map((__, length) => told.slice(from, from + length + 1)))
    return all.filter((stretch) => {
      const right = sum(stretch.map((one) => one.right))
      const beside = sum(stretch.map((one) => one.beside))
      return stretch.length >= FEWEST_COLUMNS && beside - right > 2 * Math.sqrt(beside + right)
    })
  })
  const [longest] = stretches.toSorted((one, other) => other.length - one.length)
  return longest ? lettered.slice(longest[0]?.at, (longest.at(-1)?.at ?? 0) + 1) : []
}

const MANY = 20

/** Everybody the same letter, and a wrong one. Where all know an item, all write the right one. */
const isOneWrongLetter = (one: Lettered): boolean => {
  const all = sum(one.counts)
  return all >= MANY && Math.max(...one.counts.slice(0, one.choices)) === all && rightIn(one) === 0
}

const FEWEST_ANSWERS = 100
const ABOVE_CHANCE = 0.1

/** Of those who chose an option hardly more are right than by drawing lots: they know little, or the letters mean others. */
function isLikeChance(lettered: readonly Lettered[]): boolean {
  const all = sum(lettered.map(chosenIn))
  const byLot = sum(lettered.map((one) => (chosenIn(one) * one.keys.length) / one.choices))
  return all >= FEWEST_ANSWERS && sum(lettered.map(rightIn)) <= byLot + ABOVE_CHANCE * all
}
