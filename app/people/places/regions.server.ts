import { asc, eq } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { demoDistrict, parentCode } from './demo-district'

export type Region = { id: string; code: string; name: string; isDemo: boolean }

/** Puts the fictional district into an installation that has no places yet. */
export async function seedDemoDistrict(store: Store): Promise<void> {
  const { regions } = store.tables
  if ((await store.db.$count(regions)) > 0) return
  const ids = new Map(demoDistrict.map(({ code }) => [code, newId()]))
  const rows = demoDistrict.map((place) => ({
    ...place,
    id: ids.get(place.code) as string,
    parentId: ids.get(parentCode(place) ?? '') ?? null,
    isDemo: true,
  }))
  // Two processes may start at once on an empty file: the second finds the codes taken and adds nothing.
  await store.atomically((tx) => [tx.insert(regions).values(rows).onConflictDoNothing()])
}

/** The streets and towns, in the order of their codes: what a learner may choose from. */
export async function listStreets(store: Store): Promise<Region[]> {
  const { regions } = store.tables
  return store.db
    .select({ id: regions.id, code: regions.code, name: regions.name, isDemo: regions.isDemo })
    .from(regions)
    .where(eq(regions.level, 'street'))
    .orderBy(asc(regions.code))
}

/** The names of all regions by id. */
export async function listRegionNames(store: Store): Promise<Map<string, string>> {
  const { regions } = store.tables
  const rows = await store.db.select({ id: regions.id, name: regions.name }).from(regions)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
