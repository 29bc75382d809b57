import type { Store } from './store.server'

/**
 * A query built once for each store and kept: only its placeholders are filled each time. For the few queries that every
 * saved answer runs; elsewhere building a query anew costs nothing that matters.
 */
export function prepared<Query>(build: (store: Store) => Query): (store: Store) => Query {
  const kept = new WeakMap<Store, Query>()
  return (store) => {
    const known = kept.get(store) ?? build(store)
    kept.set(store, known)
    return known
  }
}
