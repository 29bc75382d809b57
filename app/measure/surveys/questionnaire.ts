/** A survey's questionnaire as a respondent sees it, and what they send back. Pure; no key leaves through it. */
import type { Instrument } from '#app/content/schema'
import { instrumentWordsOf } from '#app/content/words'
import type { Locale } from '#app/i18n/locales'
import { seededRandom, shuffle } from '#app/statistics/seeded-random'

export type ItemView = { id: string; stem: string; options: { id: string; text: string }[]; chosen: string | null }
export type Questionnaire = {
  title: string
  introduction: string
  unsureLabel: string
  textLocale: Locale
  items: ItemView[]
}

/** Answers by item id; an item that is not there was left blank. */
export type Answers = ReadonlyMap<string, string>

/**
 * The items in the instrument's order, options shuffled by the respondent's own id so that a reload shows the same
 * order, and 不清楚 always last.
 */
export function questionnaire(
  instrument: Instrument,
  responseId: string,
  wanted: Locale,
  answers: Answers,
): Questionnaire {
  const { words, locale } = instrumentWordsOf(instrument, wanted)
  const random = seededRandom(responseId)
  return {
    title: words.title,
    introduction: words.introduction,
    unsureLabel: words.unsureLabel,
    textLocale: locale,
    items: Object.entries(instrument.items).map(([id, item]) => ({
      id,
      stem: words.items[id]?.stem ?? '',
      options: [
        ...shuffle(item.options, random).map((option) => ({
          id: option,
          text: words.items[id]?.options[option] ?? '',
        })),
        { id: instrument.unsure, text: words.unsureLabel },
      ],
      chosen: answers.get(id) ?? null,
    })),
  }
}

/** The answers in a form; null when it names an item or an option that the instrument does not have. */
export function readAnswers(form: FormData, instrument: Instrument): Answers | null {
  const answers = new Map<string, string>()
  for (const [name, value] of form) {
    if (!name.startsWith('item.')) continue
    const id = name.slice('item.'.length)
    const item = Object.hasOwn(instrument.items, id) ? instrument.items[id] : undefined
    const isKnown = typeof value === 'string' && [...(item?.options ?? []), instrument.unsure].includes(value)
    if (!item || !isKnown || answers.has(id)) return null
    answers.set(id, value)
  }
  return answers
}

export type ScoredAnswer = { itemId: string; optionId: string | null; correct: boolean }

/** One row an item: blank and 不清楚 are not correct. */
export const scoreAnswers = (instrument: Instrument, answers: Answers): ScoredAnswer[] =>
  Object.entries(instrument.items).map(([itemId, item]) => {
    const optionId = answers.get(itemId) ?? null
    return { itemId, optionId, correct: optionId !== null && item.correct.includes(optionId) }
  })
