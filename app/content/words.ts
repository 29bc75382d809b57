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

/** "《消防法》第49条", in English "Fire Protection Law, Art. 49". Advice is counted like a law, a standard by its clause. */
export function describeCitation(sources: SourceList, { id, at }: Citation, locale: Locale): string {
  const source = sources[id]
  if (!source) return id
  if (!at) return source[locale]
  if (source.kind !== 'law' && source.kind !== 'guidance') return `${source[locale]} ${at}`
  if (locale === 'zh-CN') return `${source[locale]}第${at}条`
  return `${source[locale]}, ${source.kind === 'law' ? 'Art.' : 'No.'} ${at}`
}

/** General knowledge (G) and drafts (D): no text in force stands behind them, so a fire professional must. */
export const needsReview = (module: Module, factId: string): boolean =>
  module.facts[factId]?.marks.some((mark) => mark === 'G' || mark === 'D') ?? false

/** Such a fact awaits review unless it is among the `signed` parts (review-state.ts). */
export const awaitsReview = (module: Module, factId: string, signed: ReadonlySet<string>): boolean =>
  needsReview(module, factId) && !signed.has(factId)
