/** What was just saved, as the address after a redirect says it. */
import { zhCN } from '#app/i18n/config'

type RegionSaved = keyof typeof zhCN.places.saved
type OrganizationSaved = keyof typeof zhCN.organizations.saved

const savedIn = (url: string): string => new URL(url).searchParams.get('saved') ?? ''

/** Null when the address says nothing that there is a sentence for. */
export function savedRegion(url: string): RegionSaved | null {
  const saved = savedIn(url)
  return isIn(zhCN.places.saved, saved) ? saved : null
}

/** Null when the address says nothing that there is a sentence for. */
export function savedOrganization(url: string): OrganizationSaved | null {
  const saved = savedIn(url)
  return isIn(zhCN.organizations.saved, saved) ? saved : null
}

const isIn = <Sentences extends object>(sentences: Sentences, key: string): key is keyof Sentences & string =>
  Object.hasOwn(sentences, key)
