import { type Locale, locales } from '#app/i18n/locales'

/** The words of one authored thing, by language; a language may be missing. */
export type WordsByLocale<Words> = Partial<Record<Locale, Words>>

/** The languages that there are words in, Chinese first. */
export const byLanguage = <Words>(words: WordsByLocale<Words>): { locale: Locale; text: Words }[] =>
  locales.flatMap((locale) => (words[locale] ? [{ locale, text: words[locale] }] : []))
