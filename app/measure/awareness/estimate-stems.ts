import type { Instrument } from '#app/content/schema'
import { instrumentWordsOf } from '#app/content/words'
import type { Locale } from '#app/i18n/locales'
import type { Stems } from './report-items'

/** What the items of a wave's own instrument ask, in the wanted language where there is one. */
export function stemsOf(instrument: Instrument, wanted: Locale): Stems {
  const { words, locale } = instrumentWordsOf(instrument, wanted)
  return { texts: Object.fromEntries(Object.entries(words.items).map(([id, { stem }]) => [id, stem])), lang: locale }
}
