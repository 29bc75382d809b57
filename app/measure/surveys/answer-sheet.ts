/** What one respondent said to every item of an instrument, in whichever way it came in. Pure. */
import type { BackgroundItem } from '#app/content/instrument-schema'
import type { Instrument } from '#app/content/schema'
import { type ScoredAnswer, scoreAnswers } from './questionnaire'

/** Option ids by item id; an item that is not there was left blank. Only a multiple choice has more than one. */
export type AnswerSheet = ReadonlyMap<string, readonly string[]>

/** Why a sheet cannot be one of this instrument: an item or option it does not have, or two that exclude each other. */
type SheetFault = { itemId: string; fault: 'unknown' | 'tooMany' | 'contradiction' }

/** The options of an item as they may be said, 不清楚 included; null for an item that the instrument does not have. */
export function optionsOf(instrument: Instrument, itemId: string): readonly string[] | null {
  const core = Object.hasOwn(instrument.items, itemId) ? instrument.items[itemId] : undefined
  if (core) return [...core.options, instrument.unsure]
  return backgroundItem(instrument, itemId)?.options ?? null
}

export const backgroundItem = ({ background }: Instrument, itemId: string): BackgroundItem | undefined =>
  Object.hasOwn(background.items, itemId) ? background.items[itemId] : undefined

/** The ids of every item, in the order in which they are asked. */
export const itemIdsOf = ({ items, background }: Instrument): string[] => [
  ...Object.keys(items),
  ...Object.keys(background.items),
]

/** The first fault of a sheet; null when it can be kept. */
export function sheetFault(instrument: Instrument, sheet: AnswerSheet): SheetFault | null {
  for (const [itemId, chosen] of sheet) {
    const options = optionsOf(instrument, itemId)
    if (!options || chosen.some((option) => !options.includes(option))) return { itemId, fault: 'unknown' }
    const item = backgroundItem(instrument, itemId)
    if (chosen.length > 1 && item?.kind !== 'multiple') return { itemId, fault: 'tooMany' }
    if (chosen.length > 1 && chosen.some((option) => item?.alone.includes(option)))
      return { itemId, fault: 'contradiction' }
  }
  return null
}

/**
 * The choices in a form, in fields named item.<id>. What the form does not offer is kept too, so that `sheetFault` can
 * tell of it; a choice sent twice counts once.
 */
export function readSheetFields(form: FormData): AnswerSheet {
  const sheet = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (!name.startsWith('item.') || typeof value !== 'string' || value === '') continue
    const itemId = name.slice('item.'.length)
    const chosen = sheet.get(itemId) ?? []
    if (!chosen.includes(value)) sheet.set(itemId, [...chosen, value])
  }
  return sheet
}

/** How many items of the instrument were left blank. */
export const blanksIn = (instrument: Instrument, sheet: AnswerSheet): number =>
  itemIdsOf(instrument).filter((itemId) => !sheet.get(itemId)?.length).length

export type ScoredSheet = {
  /** One line an item: first the core, then the background. */
  lines: ScoredAnswer[]
  /** Core items only. */
  asked: number
  answered: number
  correct: number
  /** False: fewer than half of the core items were answered, a break-off (knowledge-rate.md, section 3 rule 4). */
  isComplete: boolean
}

/** Scores a sheet that has no fault. Background items have no right answer; of several choices all are kept. */
export function scoreSheet(instrument: Instrument, sheet: AnswerSheet): ScoredSheet {
  const core = scoreAnswers(instrument, new Map([...sheet].map(([itemId, chosen]) => [itemId, chosen[0] ?? ''])))
  const coreLines = core.map((line) => ({ ...line, optionId: line.optionId || null }))
  const others = Object.entries(instrument.background.items).map(([itemId, { options }]) => {
    const chosen = sheet.get(itemId) ?? []
    const inOrder = options.filter((option) => chosen.includes(option))
    return { itemId, optionId: inOrder.length > 0 ? inOrder.join(' ') : null, correct: false }
  })
  const answered = coreLines.filter(({ optionId }) => optionId !== null).length
  return {
    lines: [...coreLines, ...others],
    asked: coreLines.length,
    answered,
    correct: coreLines.filter(({ correct }) => correct).length,
    isComplete: 2 * answered >= coreLines.length,
  }
}
