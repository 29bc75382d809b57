/** What a cell of a finished survey says to one item: an option's id, its text, or its letter on the printed sheet. Pure. */
import type { Instrument } from '#app/content/schema'
import { itemIdsOf } from './answer-sheet'
import { paperOrder, sheetView } from './answer-view'
import { isMultiple } from './file-mapping'
import { foldText } from './file-text'

/** `how`: a letter can be said of any item, so it proves nothing about which item it belongs to. */
export type ReadAnswer = { options: string[]; how: 'blank' | 'words' | 'letter' } | { options: null }

export type AnswerReader = (itemId: string, cell: string) => ReadAnswer

const BLANKS = new Set([
  '',
  '-',
  '—',
  '/',
  '空',
  '未答',
  '未填',
  '未作答',
  '拒答',
  '拒绝回答',
  '跳过',
  'null',
  'na',
  'n/a',
  '(空)',
])
const UNSURE = [
  '不清楚',
  '不知道',
  '不了解',
  '不确定',
  '说不清',
  '说不清楚',
  '不好说',
  '记不清',
  '不记得',
  '想不起来',
  'not sure',
  'unsure',
  "don't know",
  'dk',
]

/** A reader for every item of an instrument. Letters and numbers stand for the options as the wave's questionnaire prints them. */
export function answerReader(instrument: Instrument): AnswerReader {
  const letters = lettersOf(instrument)
  const words = new Map(itemIdsOf(instrument).map((itemId) => [itemId, wordsOfOptions(instrument, itemId)]))
  const readOne = (itemId: string, text: string): ReadAnswer => {
    const known = words.get(itemId)
    const order = letters.get(itemId) ?? []
    const said = known?.get(foldText(text))
    if (said !== undefined) return { options: [said], how: 'words' }
    const [, letter = '', rest = ''] =
      /^\(?([A-Za-z]|\d{1,2})\)?(?:[.、．:：)）]\s*(.*))?$/su.exec(text.normalize('NFKC')) ?? []
    if (letter === '') return { options: null }
    if (rest !== '') {
      const option = known?.get(foldText(rest))
      return option === undefined ? { options: null } : { options: [option], how: 'words' }
    }
    const option = order[/\d/.test(letter) ? Number(letter) - 1 : letter.toUpperCase().charCodeAt(0) - 65]
    return option === undefined ? { options: null } : { options: [option], how: 'letter' }
  }
  return (itemId, cell) => {
    const text = cell.trim()
    if (BLANKS.has(text.toLowerCase())) return { options: [], how: 'blank' }
    const whole = readOne(itemId, text)
    if (whole.options || !isMultiple(instrument, itemId)) return whole
    return together(partsOf(text).map((part) => readOne(itemId, part)))
  }
}

/** Options in one cell: with ┋ ; | or line breaks between (a comma may stand in an option's text), else with commas or spaces, else ACD. */
function partsOf(text: string): string[] {
  const between = [/[;；┋|\n]+/u, /[,，]+/u, /\s+/u].find((sign) => sign.test(text))
  if (between)
    return text
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  return /^[A-Z]+$/i.test(text) ? [...text] : [text]
}

function together(read: ReadAnswer[]): ReadAnswer {
  const options = read.map((one) => one.options)
  const known = options.filter((one) => one !== null)
  if (known.length < options.length || known.length === 0) return { options: null }
  const isLetters = read.some((one) => one.options !== null && one.how === 'letter')
  return { options: [...new Set(known.flat())], how: isLetters ? 'letter' : 'words' }
}

/** The options of each item in the order of the printed questionnaire: A is the first. */
export const lettersOf = (instrument: Instrument): Map<string, string[]> =>
  new Map(
    sheetView(instrument, paperOrder(instrument), 'zh-CN').sections.flatMap(({ items }) =>
      items.map(({ id, options }) => [id, options.map((option) => option.id)] as const),
    ),
  )

/** By folded id and by folded text in both languages; 不清楚 by what people write for it, where it is an option. */
function wordsOfOptions(instrument: Instrument, itemId: string): Map<string, string> {
  const { items, unsure, words, background } = instrument
  const isCore = Object.hasOwn(items, itemId)
  const options = isCore ? [...(items[itemId]?.options ?? []), unsure] : (background.items[itemId]?.options ?? [])
  const texts = isCore ? [words['zh-CN'], words.en] : [background.words['zh-CN'], background.words.en]
  const unsureId = isCore ? unsure : background.unsure
  const known = new Map<string, string>()
  if (options.includes(unsureId))
    for (const text of [...UNSURE, words['zh-CN'].unsureLabel, words.en?.unsureLabel ?? ''])
      known.set(foldText(text), unsureId)
  for (const option of options) {
    for (const one of texts) {
      const text = one?.items[itemId]?.options[option]
      if (text) known.set(foldText(text), option)
    }
    known.set(foldText(option), option)
  }
  return known
}
