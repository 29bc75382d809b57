import { and, asc, eq, isNull } from 'drizzle-orm'
import { isId, newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { parentCode } from './code'
import { demoDistrict } from './demo-district'
import type { Scope } from './scope'
import { regionsIn } from './scope.server'

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

/** The streets and towns that are open, in the order of their codes: what a learner may choose from. */
export async function listStreets(store: Store): Promise<Region[]> {
  const { regions } = store.tables
  return store.db
    .select({ id: regions.id, code: regions.code, name: regions.name, isDemo: regions.isDemo })
    .from(regions)
    .where(and(eq(regions.level, 'street'), isNull(regions.closedOn)))
    .orderBy(asc(regions.code))
}

/** The names of all regions by id, closed ones too: what happened there stays. */
export async function listRegionNames(store: Store): Promise<Map<string, string>> {
  const { regions } = store.tables
  const rows = await store.db.select({ id: regions.id, name: regions.name }).from(regions)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A region as the desk sees it. */
export type DeskRegion = Store['tables']['regions']['$inferSelect']

/** A region of the scope, open or closed; null for anything else. */
export async function findRegionIn(store: Store, scope: Scope, id: string): Promise<DeskRegion | null> {
  const { regions } = store.tables
  if (!isId(id)) return null
  const [region] = await store.db
    .select()
    .from(regions)
    .where(and(eq(regions.id, id), regionsIn(store, scope)))
  return region ?? null
}

/** The region of a code in the scope, open or closed; null when there is none. */
export async function findRegionByCode(store: Store, scope: Scope, code: string): Promise<DeskRegion | null> {
  const { regions } = store.tables
  const [region] = await store.db
    .select()
    .from(regions)
    .where(and(eq(regions.code, code), regionsIn(store, scope)))
  return region ?? null
}
