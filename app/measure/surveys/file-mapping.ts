/** 导入对照: which column of a file means what. Guessed from the titles, put right by a person, kept for the next file. Pure. */
import { z } from 'zod'
import type { Instrument } from '#app/content/schema'
import { itemIdsOf, optionsOf } from './answer-sheet'
import { fileRoles, roleOfTitle } from './file-roles'
import { foldText, likeness } from './file-text'

/** `item.<id>` or `role.<role>`. */
export type Target = string

/** The place of the column; `split`: one column of 0 and 1 for each option of a multiple choice. */
export type Mapping = ReadonlyMap<Target, number | 'split'>

/** As it is kept: by titles, since the next file may have its columns in another order. */
export const keptMapping = z.object({
  columns: z.record(z.string(), z.string()),
  split: z.array(z.string()),
  /** How many rows came in although something spoke against the mapping: whoever estimates is told. */
  doubtful: z.number().default(0),
})
export type KeptMapping = z.infer<typeof keptMapping>

export const itemTarget = (itemId: string): Target => `item.${itemId}`
export const roleTarget = (role: string): Target => `role.${role}`

/** Everything a column can mean with this instrument, in the order in which the page asks for it. */
export const targetsOf = (instrument: Instrument): Target[] => [
  ...itemIdsOf(instrument).map(itemTarget),
  ...fileRoles.map(roleTarget),
]

export const isMultiple = ({ background }: Instrument, itemId: string): boolean =>
  Object.hasOwn(background.items, itemId) && background.items[itemId]?.kind === 'multiple'

/** The likeliest column of each target that has a likely one; no column twice. */
export function guessMapping(titles: readonly string[], instrument: Instrument): Mapping {
  const mapping = new Map<Target, number | 'split'>()
  const taken = new Set<number>()
  for (const { target, at } of rankedGuesses(titles, instrument)) {
    if (mapping.has(target) || taken.has(at)) continue
    mapping.set(target, at)
    taken.add(at)
  }
  for (const itemId of itemIdsOf(instrument))
    if (
      isMultiple(instrument, itemId) &&
      splitColumns(titles, instrument, itemId).size > 0 &&
      !isWhole(mapping, titles, itemId)
    )
      mapping.set(itemTarget(itemId), 'split')
  return mapping
}

/** Of KoboToolbox's two ways to write a multiple choice the whole cell is taken where there is one. */
const isWhole = (mapping: Mapping, titles: readonly string[], itemId: string): boolean => {
  const at = mapping.get(itemTarget(itemId))
  return typeof at === 'number' && !isOptionTitle(titles[at] ?? '', itemId)
}

type Guess = { target: Target; at: number; score: number }

/** Answers that are surely those of an item come first, then what people are, then what merely sounds like an item. */
function rankedGuesses(titles: readonly string[], instrument: Instrument): Guess[] {
  const items = itemIdsOf(instrument).map((itemId, number) => ({
    itemId,
    number: number + 1,
    stems: stemsOf(instrument, itemId),
  }))
  const guesses = titles.flatMap((title, at): Guess[] => {
    if (foldText(title) === '') return []
    const role = roleOfTitle(title)
    const asRole = role ? [{ target: roleTarget(role), at, score: 0.98 }] : []
    const asItem = items
      .filter(({ itemId }) => !isOptionTitle(title, itemId))
      .map(({ itemId, number, stems }) => ({
        target: itemTarget(itemId),
        at,
        score: scoreOf(title, { itemId, number, stems }),
      }))
      .filter(({ score }) => score >= LEAST)
    return [...asRole, ...asItem]
  })
  return guesses.toSorted((one, other) => other.score - one.score || one.at - other.at)
}

const LEAST = 0.6

function scoreOf(
  title: string,
  { itemId, number, stems }: { itemId: string; number: number; stems: string[] },
): number {
  const last = title.split('/').at(-1) ?? ''
  if (foldText(last) === foldText(itemId) || foldText(title) === foldText(itemId)) return 1
  const bare = foldText(title.replace(/^\s*(第\s*\d+\s*题|[qQ题]?\s*\d+)\s*[.、．:：)）]?/u, ''))
  const likest = Math.max(
    0,
    ...stems.map((stem) => (bare === stem ? 0.97 : bare.includes(stem) ? 0.96 : likeness(bare, stem) * 0.95)),
  )
  if (likest >= LEAST) return likest
  return numberInTitle(title) === number ? LEAST : 0
}

/** The number in a title that is nothing else: 4, Q4, 第4题. */
export function numberInTitle(title: string): number | null {
  const [, said] = /^\s*(?:第\s*|[qQ题]\s*)?(\d{1,3})\s*题?\s*$/u.exec(title.normalize('NFKC')) ?? []
  return said === undefined ? null : Number(said)
}

const SURELY = 0.96

/** The items, counted from 1, whose id or whole stem stands in a title. */
export const namedItems = (title: string, instrument: Instrument): number[] =>
  itemIdsOf(instrument).flatMap((itemId, at) => {
    const stems = stemsOf(instrument, itemId)
    return foldText(title) !== '' && scoreOf(title, { itemId, number: at + 1, stems }) >= SURELY ? [at + 1] : []
  })

function stemsOf({ words, background }: Instrument, itemId: string): string[] {
  const stems = [words['zh-CN'], words.en, background.words['zh-CN'], background.words.en].map(
    (one) => one?.items[itemId]?.stem,
  )
  return stems.filter((stem) => stem !== undefined).map(foldText)
}

/** core/education-2/phone */
const isOptionTitle = (title: string, itemId: string): boolean => {
  const parts = title.split('/').map(foldText)
  return parts.length > 1 && parts.at(-2) === foldText(itemId)
}

/** The columns of 0 and 1 of a multiple choice, by option. */
export function splitColumns(titles: readonly string[], instrument: Instrument, itemId: string): Map<string, number> {
  const columns = new Map<string, number>()
  for (const option of optionsOf(instrument, itemId) ?? []) {
    const at = titles.findIndex(
      (title) => isOptionTitle(title, itemId) && foldText(title.split('/').at(-1) ?? '') === foldText(option),
    )
    if (at !== -1) columns.set(option, at)
  }
  return columns
}

export function keepMapping(mapping: Mapping, titles: readonly string[], doubtful: number): KeptMapping {
  const entries = [...mapping]
  const whole = entries.flatMap(([target, at]) => (at === 'split' ? [] : [[target, titles[at] ?? ''] as const]))
  return {
    columns: Object.fromEntries(whole),
    split: entries.filter(([, at]) => at === 'split').map(([target]) => target),
    doubtful,
  }
}

/** A kept mapping in a file with these titles; null when a column of it is not there, so that it cannot be used again. */
export function recallMapping(
  { columns, split }: Pick<KeptMapping, 'columns' | 'split'>,
  titles: readonly string[],
): Mapping | null {
  const found = Object.entries(columns).map(([target, title]) => [target, titles.indexOf(title)] as const)
  if (found.some(([, at]) => at === -1)) return null
  return new Map<Target, number | 'split'>([...found, ...split.map((target) => [target, 'split'] as const)])
}

/** What a person chose on the page: a column's place, `split`, or nothing. Null for a form that our page does not send. */
export function readMappingForm(form: FormData, titles: readonly string[], instrument: Instrument): Mapping | null {
  const mapping = new Map<Target, number | 'split'>()
  for (const target of targetsOf(instrument)) {
    const value = form.get(target)
    if (value === '' || value === null) continue
    if (value === 'split') mapping.set(target, 'split')
    else if (typeof value === 'string' && /^\d{1,3}$/.test(value) && Number(value) < titles.length)
      mapping.set(target, Number(value))
    else return null
  }
  return mapping
}
