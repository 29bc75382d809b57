/** Keeps the catalogue for searching, and finds in it. */
import type { Store } from '#app/db/store.server'
import type { Catalog } from './schema'
import { type Entry, searchEntries, searchShelves } from './search-entries'
import { CUTTING } from './search-words'

type Searched = Pick<Catalog, 'version' | 'modules' | 'checklists'>

const made = new WeakMap<Searched, Map<string, Entry>>()

/** The entries of a catalogue by id, made once. */
export function entriesOf(catalog: Searched): ReadonlyMap<string, Entry> {
  const known = made.get(catalog) ?? searchEntries(catalog)
  made.set(catalog, known)
  return known
}

/**
 * Keeps what can be found, when the content, the way it is cut or the dictionary of the machine is another than before.
 * Called at start; harmless to repeat, and from several processes at once.
 */
export const keepSearchIndex = (store: Store, catalog: Searched): Promise<void> =>
  store.search.keep(`${catalog.version} ${CUTTING} ${process.versions.icu}`, () => searchShelves(entriesOf(catalog)))
