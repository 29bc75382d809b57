import type { Store } from '#app/db/store.server'
import type { Locale } from '#app/i18n/locales'
import { partsOf } from './part-hashes.server'
import { type ReviewRow, reviewRow } from './review-list'
import { newestReviews } from './reviews.server'
import type { Catalog } from './schema'

/** Every module of the catalogue with what its newest review still says of it. Content belongs to no street. */
export async function reviewRows(store: Store, { modules }: Catalog, locale: Locale): Promise<ReviewRow[]> {
  const newest = await newestReviews(store)
  return modules.map((module) =>
    reviewRow({ module, parts: partsOf(module), newest: newest.get(module.id) ?? null }, locale),
  )
}
