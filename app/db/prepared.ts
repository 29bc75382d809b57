import type { Statement, Store } from './store.server'

/**
 * A query built once for each store and kept: only its placeholders are filled each time. For the few queries that every
 * saved answer runs; elsewhere building a query anew costs nothing that matters.
 */
export function prepared<Query, More extends unknown[]>(
  build: (store: Store, ...more: More) => Query,
): (store: Store, ...more: More) => Query {
  const kept = new WeakMap<Store, Query>()
  return (store, ...more) => {
    const known = kept.get(store) ?? build(store, ...more)
    kept.set(store, known)
    return known
  }
}

/** A prepared write with its placeholders filled, to stand in the list of `atomically`. */
export const filled = (
  write: { run(values: Record<string, unknown>): unknown },
  values: Record<string, unknown>,
): Statement => ({ run: () => write.run(values) })
