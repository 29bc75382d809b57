/** The languages of the interface. zh-CN is the source; content falls back to it. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-CN'

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)

/**
 * The language for an Accept-Language header: English where it is preferred to Chinese, else Chinese. Missing,
 * malformed and other languages get Chinese.
 */
export function negotiateLocale(acceptLanguage: string): Locale {
  const wanted = acceptLanguage
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag, quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  const known = wanted.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))
  return known?.tag.startsWith('en') ? 'en' : defaultLocale
}
