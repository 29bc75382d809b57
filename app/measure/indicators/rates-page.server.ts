/** The four rates of the place that is asked for, as the page and the file show them. */
import type { Store } from '#app/db/store.server'
import { listPublished } from '#app/measure/awareness/published.server'
import type { Scope } from '#app/people/places/scope'
import { countPlace, listRatedPlaces } from './counts.server'
import { fourRates } from './four-rates'

/**
 * @param placeId '' for the widest place of the scope
 * @returns 'noPlaces' when the scope has none yet; null when there is no such place in the scope
 */
export async function ratesPage(store: Store, scope: Scope, placeId: string) {
  const places = await listRatedPlaces(store, scope)
  const place = placeId === '' ? places[0] : places.find(({ id }) => id === placeId)
  if (!place) return placeId === '' ? 'noPlaces' : null
  const isDistrict = place.level === 'district'
  const streets = isDistrict ? places.filter(({ level, code }) => level === 'street' && isBelow(code, place.code)) : []
  const [counts, published] = await Promise.all([countPlace(store, scope, place), listPublished(store)])
  return { places, place, ...fourRates(counts, place, streets, published) }
}

const isBelow = (code: string, district: string): boolean => code.startsWith(district.slice(0, 6))
