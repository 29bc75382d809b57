import type { Locale } from '#app/i18n/locales'
import type { Citation, Instrument, InstrumentWords, Module, ModuleWords, SourceList } from './schema'

/** Words in the wanted language, or in Chinese with `isFallback` set, so that the page can say so. */
export type Localised<Words> = { words: Words; locale: Locale; isFallback: boolean }

export const wordsOf = (module: Module, locale: Locale): Localised<ModuleWords> => pick(module.words, locale)

export const instrumentWordsOf = (instrument: Instrument, locale: Locale): Localised<InstrumentWords> =>
  pick(instrument.words, locale)

function pick<Words>(words: { 'zh-CN': Words; en?: Words }, locale: Locale): Localised<Words> {
  const wanted = words[locale]
  return wanted
    ? { words: wanted, locale, isFallback: false }
    : { words: words['zh-CN'], locale: 'zh-CN', isFallback: true }
}

/** "《消防法》第49条", or in English "Fire Protection Law, Art. 49". */
export function describeCitation(sources: SourceList, { id, at }: Citation, locale: Locale): string {
  const source = sources[id]
  if (!source) return id
  if (!at) return source[locale]
  if (source.kind !== 'law') return `${source[locale]} ${at}`
  return locale === 'zh-CN' ? `${source[locale]}第${at}条` : `${source[locale]}, Art. ${at}`
}

/** G and D facts wait for a fire professional; so does any fact until somebody has confirmed it. */
export const awaitsReview = (module: Module, factId: string): boolean => {
  const fact = module.facts[factId]
  return !fact?.reviewed && Boolean(fact?.marks.some((mark) => mark === 'G' || mark === 'D'))
}
