import type { Locale } from '#app/i18n/locales'
import type { ShownLink } from './link-made'
import { writeMoment } from './write-moment'

type Made = { token: string; kind: 'invitation' | 'reset'; expiresAt: Date }

/** A new link as its page shows it; `site` is the address of any page of this site. */
export const showLink = (
  { token, kind, expiresAt }: Made,
  { site, name, login, locale }: { site: string; name: string; login: string; locale: Locale },
): ShownLink => ({
  kind,
  url: new URL(`/desk/invitation?token=${token}`, site).href,
  until: writeMoment(expiresAt, locale),
  name,
  login,
})
