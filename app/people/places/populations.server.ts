/** 人口: residents by sex and age of one year and one source; a region's year is replaced whole. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { done, type Outcome, refused } from './outcome'
import { overlapIn, type PopulationRow } from './population-bands'
import { findRegionIn } from './regions.server'
import type { Scope } from './scope'
import { regionsIn } from './scope.server'

/** One year of a region. */
export type Population = { year: number; source: string; rows: PopulationRow[] }

export type PopulationProblem = 'bandsOverlap' | 'regionIsClosed'

/** Every year of a region that is in the scope, the newest first; each in the order of ages. */
export async function populationsOf(store: Store, scope: Scope, regionId: string): Promise<Population[]> {
  const { regionPopulations, regions } = store.tables
  const rows = await store.db
    .select({
      year: regionPopulations.year,
      source: regionPopulations.source,
      sex: regionPopulations.sex,
      ageFrom: regionPopulations.ageFrom,
      ageTo: regionPopulations.ageTo,
      people: regionPopulations.people,
    })
    .from(regionPopulations)
    .innerJoin(regions, eq(regions.id, regionPopulations.regionId))
    .where(and(eq(regionPopulations.regionId, regionId), regionsIn(store, scope)))
    .orderBy(desc(regionPopulations.year), asc(regionPopulations.ageFrom), asc(regionPopulations.sex))
  const years = new Map<number, Population>()
  for (const { year, source, ...row } of rows) {
    const population = years.get(year) ?? { year, source, rows: [] }
    population.rows.push(row)
    years.set(year, population)
  }
  return [...years.values()]
}

/**
 * Replaces what is known of a region in one year; no rows takes the year away. Null: no such region in the scope.
 */
export async function setPopulation(
  store: Store,
  { scope, trail, id }: { scope: Scope; trail: Trail; id: string },
  { year, source, rows }: Population,
): Promise<Outcome<PopulationProblem> | null> {
  const region = await findRegionIn(store, scope, id)
  if (!region) return null
  if (region.closedOn) return refused('regionIsClosed')
  if (overlapIn(rows)) return refused('bandsOverlap')
  const people = rows.reduce((sum, row) => sum + row.people, 0)
  const subject = { kind: 'region', id }
  const detail = { code: region.code, year, bands: rows.length, people }
  await audited(store, trail, { action: 'population.set', subject, detail }, (tx) =>
    replaceYear(store, tx, id, { year, source, rows }),
  )
  return done(id)
}

/** The statements that put one year of a region in the place of what was there. */
export function replaceYear(
  store: Store,
  tx: Writer,
  regionId: string,
  { year, source, rows }: Population,
): Statement[] {
  const { regionPopulations } = store.tables
  return [
    tx.delete(regionPopulations).where(and(eq(regionPopulations.regionId, regionId), eq(regionPopulations.year, year))),
    ...(rows.length > 0
      ? [tx.insert(regionPopulations).values(rows.map((row) => ({ ...row, regionId, year, source })))]
      : []),
  ]
}

/** All people of the newest year known, by region. */
export async function latestTotals(
  store: Store,
  regionIds: string[],
): Promise<Map<string, { year: number; people: number }>> {
  if (regionIds.length === 0) return new Map()
  const { regionPopulations } = store.tables
  const rows = await store.db
    .select({
      regionId: regionPopulations.regionId,
      year: regionPopulations.year,
      people: sql<number>`sum(${regionPopulations.people})`,
    })
    .from(regionPopulations)
    .where(inArray(regionPopulations.regionId, regionIds))
    .groupBy(regionPopulations.regionId, regionPopulations.year)
    .orderBy(asc(regionPopulations.year))
  // The last one written under a region is its newest year.
  return new Map(rows.map(({ regionId, year, people }) => [regionId, { year, people: Number(people) }]))
}
