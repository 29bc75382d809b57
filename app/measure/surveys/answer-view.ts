/** A wave's questionnaire as it is shown, printed or read aloud: core items, then the background. No key leaves it. Pure. */
import type { BackgroundWords } from '#app/content/instrument-schema'
import type { Instrument } from '#app/content/schema'
import type { Locale } from '#app/i18n/locales'
import { questionnaire } from './questionnaire'

export type SheetItem = {
  id: string
  /** multiple: any number may be chosen; all others take one. */
  isMultiple: boolean
  stem: string
  options: { id: string; text: string }[]
  /** Options of a multiple choice that exclude all others. */
  alone: string[]
  chosen: string[]
}

type SheetSection = { id: 'core' | 'background'; introduction: string; title: string; items: SheetItem[] }

export type SheetView = { title: string; unsureLabel: string; textLocale: Locale; sections: SheetSection[] }

/** The same view with other choices: what somebody has just sent. */
export const withChosen = (view: SheetView, sheet: Record<string, readonly string[]>): SheetView => ({
  ...view,
  sections: view.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      chosen: [...(Object.hasOwn(sheet, item.id) ? (sheet[item.id] ?? []) : [])],
    })),
  })),
})

/** What orders the options on paper: the same for everybody who fills in this form. */
export const paperOrder = ({ id, version }: Instrument): string => `paper:${id}:${version}`

/**
 * The whole questionnaire.
 *
 * @param order orders the options of the core items: the same text, the same order. Those of the background stand as
 *   they were written, since they are scales.
 */
export function sheetView(instrument: Instrument, order: string, wanted: Locale): SheetView {
  const { background } = instrument
  const words: BackgroundWords = background.words[wanted] ?? background.words['zh-CN']
  // Both parts in one language, or both in Chinese.
  const shown = words === background.words[wanted] ? wanted : 'zh-CN'
  const { textLocale, items, title, introduction, unsureLabel } = questionnaire(instrument, order, shown, new Map())
  const core = items.map(({ id, stem, options }) => ({
    id,
    stem,
    options,
    isMultiple: false,
    alone: [],
    chosen: [],
  }))
  const more = Object.entries(background.items).map(([id, { kind, options, alone }]) => ({
    id,
    stem: words.items[id]?.stem ?? '',
    options: options.map((option) => ({ id: option, text: words.items[id]?.options[option] ?? '' })),
    isMultiple: kind === 'multiple',
    alone: kind === 'multiple' ? alone : [],
    chosen: [],
  }))
  return {
    title,
    unsureLabel,
    textLocale,
    sections: [
      { id: 'core', title: '', introduction, items: core },
      { id: 'background', title: words.title, introduction: words.introduction, items: more },
    ],
  }
}
