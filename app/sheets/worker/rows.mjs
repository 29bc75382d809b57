/** Gathers rows, holds them to the limits and hands them over in batches. */
import { Refused } from './refused.mjs'

/**
 * @typedef {import('../cell').Cell} Cell
 * @typedef {import('../cell').SheetRow} SheetRow
 */

/** As many as Excel has, blank ones included. */
export const LAST_ROW = 1_048_576

const BATCH_ROWS = 500
/** A batch is copied from thread to thread, so it is also bounded by what it weighs. */
const BATCH_CHARACTERS = 2 ** 20

/**
 * @param {import('../limits').SheetLimits} limits
 * @param {(rows: SheetRow[]) => Promise<unknown>} handOver
 */
export function rowGatherer(limits, handOver) {
  /** @type {SheetRow[]} */
  let waiting = []
  let waitingCharacters = 0
  let characters = 0
  let cellCount = 0
  let rowCount = 0

  const send = async () => {
    const rows = waiting
    waiting = []
    waitingCharacters = 0
    if (rows.length > 0) await handOver(rows)
  }

  /** @param {Cell[]} cells */
  const weigh = (cells) => {
    for (const cell of cells) {
      if (typeof cell !== 'string') continue
      if (cell.length > limits.cellCharacters) throw new Refused('damaged')
      waitingCharacters += cell.length
      characters += cell.length
    }
    if (characters > limits.characters) throw new Refused('unpacks-too-large')
  }

  return {
    /** Takes a row; a promise when the batch is full, to be waited for. @param {number} number @param {Cell[]} cells */
    add(number, cells) {
      while (cells.length > 0 && cells.at(-1) === null) cells.pop()
      if (cells.length === 0) return undefined
      if (cells.length > limits.columns) throw new Refused('too-many-columns')
      rowCount += 1
      cellCount += cells.length
      if (rowCount > limits.rows || cellCount > limits.cells) throw new Refused('too-many-rows')
      weigh(cells)
      waiting.push({ number, cells })
      return waiting.length >= BATCH_ROWS || waitingCharacters >= BATCH_CHARACTERS ? send() : undefined
    },
    send,
    count: () => rowCount,
  }
}

/** @typedef {ReturnType<typeof rowGatherer>} Rows */
