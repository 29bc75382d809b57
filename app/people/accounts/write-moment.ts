import type { Locale } from '#app/i18n/locales'

/** A moment such as 2026年11月25日 16:20, in the time of Shanghai. */
export const writeMoment = (moment: Date, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' }).format(moment)
