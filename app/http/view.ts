/**
 * How a person wants pages shown: language, size, and who they said they are. Kept in small cookies that say nothing
 * about the person; a forged cookie can only choose another public view. The audience is checked against the catalogue
 * where it is used.
 */
import { type Locale, locales, negotiateLocale } from '#app/i18n/locales'

export const displays = ['standard', 'large'] as const
export type Display = (typeof displays)[number]

export type View = { locale: Locale; display: Display; audience: string | null }

const AUDIENCE = /^[a-z]+(-[a-z]+)*$/

/** Reads the view from the Cookie and Accept-Language headers; unknown values fall back silently. */
export function readView(headers: { cookie?: string | null; acceptLanguage?: string | null }): View {
  const cookies = readCookies(headers.cookie ?? '')
  const audience = cookies.get('audience') ?? ''
  return {
    locale: locales.find((locale) => locale === cookies.get('locale')) ?? negotiateLocale(headers.acceptLanguage ?? ''),
    display: displays.find((display) => display === cookies.get('display')) ?? 'standard',
    audience: AUDIENCE.test(audience) && audience.length <= 40 ? audience : null,
  }
}

export const viewOf = (request: Request): View =>
  readView({ cookie: request.headers.get('Cookie'), acceptLanguage: request.headers.get('Accept-Language') })

/** The Cookie header that carries nothing but the view. */
export function viewCookie({ locale, display, audience }: View): string {
  return [`locale=${locale}`, `display=${display}`, ...(audience ? [`audience=${audience}`] : [])].join('; ')
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('=', 2))
  return new Map(pairs.map(([name = '', value = '']) => [name, value]))
}
