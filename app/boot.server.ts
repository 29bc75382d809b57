import { catalog } from './content/catalog.server'
import { keepSearchIndex } from './content/search-index.server'
import { recordVersions } from './content/versions.server'
import { store } from './db/main.server'
import * as links from './people/accounts/links.server'
import { seedDemoDistrict } from './people/places/regions.server'
import { interruptImports, purgeImports } from './people/rosters/import-keep.server'

/** What must be true before the first request: content checked, database migrated, versions kept, some places known. */
export async function prepare(): Promise<void> {
  await recordVersions(store, catalog, new Date())
  await keepSearchIndex(store, catalog)
  await seedDemoDistrict(store)
  await interruptImports(store)
  await purgeImports(store, new Date())
}

/** The path that makes the first administrator; null once somebody can sign in. */
export const firstRunPath = (): Promise<string | null> => links.firstRunPath(store, new Date())
