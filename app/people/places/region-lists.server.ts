/** Lists of regions: for the page, for a file, for a select. Always within a scope, always in tree order. */
import { and, asc, eq, inArray, isNotNull, isNull, like, or, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import { depthOf, levels } from './code'
import { latestTotals } from './populations.server'
import type { DeskRegion } from './regions.server'
import type { Level, Scope } from './scope'
import { codePrefix } from './scope'
import { regionsIn } from './scope.server'

/** The filters of the list: a level, and `state` open (when nothing is said), closed or all. */
export const REGION_FILTERS = ['level', 'state'] as const

export type RegionRow = DeskRegion & { population: { year: number; people: number } | null }

/** One page of the list, each with its newest population. A code is the order: what lies below follows. */
export async function listRegions(store: Store, scope: Scope, query: ListQuery) {
  const { regions } = store.tables
  const where = regionsWhere(store, scope, query)
  const [rows, total] = await Promise.all([
    store.db
      .select()
      .from(regions)
      .where(where)
      .orderBy(asc(regions.code))
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    store.db.$count(regions, where),
  ])
  const totals = await latestTotals(
    store,
    rows.map(({ id }) => id),
  )
  return { rows: rows.map((row): RegionRow => ({ ...row, population: totals.get(row.id) ?? null })), total }
}

/** All regions that the query is about, for a file. */
export async function everyRegion(store: Store, scope: Scope, query: ListQuery): Promise<DeskRegion[]> {
  const { regions } = store.tables
  return store.db
    .select()
    .from(regions)
    .where(regionsWhere(store, scope, query))
    .orderBy(asc(regions.code))
}

/** The WHERE of a list; also for what belongs to the regions it shows. */
export function regionsWhere(store: Store, scope: Scope, { search, filters }: ListQuery): SQL | undefined {
  const { regions } = store.tables
  const level = levels.find((known) => known === filters.level)
  const pattern = likePattern(search)
  return and(
    regionsIn(store, scope),
    level && eq(regions.level, level),
    filters.state === 'all'
      ? undefined
      : filters.state === 'closed'
        ? isNotNull(regions.closedOn)
        : isNull(regions.closedOn),
    search === ''
      ? undefined
      : or(
          sql`${regions.name} like ${pattern} escape '\\'`,
          like(regions.code, `${search.replace(/\D/g, '') || '-'}%`),
        ),
  )
}

/** How many regions of the scope there are at all, whatever is searched for. */
export const countRegions = (store: Store, scope: Scope): Promise<number> =>
  store.db.$count(store.tables.regions, regionsIn(store, scope))

/** How many regions of the scope are real: the fictional district is no beginning. */
export const countRealRegions = (store: Store, scope: Scope): Promise<number> =>
  store.db.$count(store.tables.regions, and(eq(store.tables.regions.isDemo, false), regionsIn(store, scope)))

/** A region to choose from. `label` is its name, moved in by its depth; names are Chinese. */
export type RegionChoice = { id: string; code: string; name: string; level: Level; label: string }

/** The open regions of a scope in tree order, for a select. */
export async function listRegionChoices(store: Store, scope: Scope): Promise<RegionChoice[]> {
  const { regions } = store.tables
  const rows = await store.db
    .select({ id: regions.id, code: regions.code, name: regions.name, level: regions.level })
    .from(regions)
    .where(and(regionsIn(store, scope), isNull(regions.closedOn)))
    .orderBy(asc(regions.code))
  const top = Math.min(...rows.map(({ level }) => depthOf(level)))
  return rows.map((row) => ({ ...row, label: `${'　'.repeat(depthOf(row.level) - top)}${row.name}` }))
}

/** The places directly below a region, open and closed. */
export async function childrenOf(store: Store, scope: Scope, regionId: string): Promise<DeskRegion[]> {
  const { regions } = store.tables
  return store.db
    .select()
    .from(regions)
    .where(and(eq(regions.parentId, regionId), regionsIn(store, scope)))
    .orderBy(asc(regions.code))
}

/** What is open below a region, itself not counted: places, and organizations anywhere in it. */
export async function countBelow(store: Store, scope: Scope, region: Pick<DeskRegion, 'id' | 'code' | 'level'>) {
  const { regions, organizations } = store.tables
  const within = and(regionsIn(store, scope), regionsIn(store, { kind: 'region', prefix: codePrefix(region) }))
  const inside = store.db.select({ id: regions.id }).from(regions).where(within)
  const [places, units] = await Promise.all([
    store.db.$count(regions, and(within, isNull(regions.closedOn), sql`${regions.id} <> ${region.id}`)),
    store.db.$count(organizations, and(inArray(organizations.regionId, inside), isNull(organizations.closedOn))),
  ])
  return { places, organizations: units }
}

/** The open regions of the same level that one could be merged into. */
export async function mergeChoices(store: Store, scope: Scope, { id, level }: DeskRegion): Promise<RegionChoice[]> {
  const choices = await listRegionChoices(store, scope)
  return choices.filter((choice) => choice.level === level && choice.id !== id)
}
