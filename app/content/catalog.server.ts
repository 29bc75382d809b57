import { describeFault } from './fault'
import { loadCatalog } from './load.server'
import type { Catalog, Module } from './schema'

/** Everything authored, checked. The server does not start on broken content: it says which file and why. */
export const catalog: Catalog = loadOrRefuse()

/** The current version of a module; undefined for an unknown id. */
export const findModule = (id: string | undefined): Module | undefined =>
  catalog.modules.find((module) => module.id === id)

function loadOrRefuse(): Catalog {
  const loaded = loadCatalog(process.cwd())
  if (loaded.catalog) return loaded.catalog
  throw new Error(`content/ has faults, so the server does not start:\n${loaded.faults.map(describeFault).join('\n')}`)
}
