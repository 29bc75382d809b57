/** Regions and their people as one file, in the very form that the import takes. */
import { asc, eq } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { ListQuery } from '#app/http/list-query'
import { type OutSheet, writeSheet } from '#app/sheets/write-sheet.server'
import { parentCode } from './code'
import { POPULATION_FIELDS, POPULATION_SHEET, REGION_FIELDS, REGION_SHEET } from './places-file'
import { writeBand } from './population-bands'
import { everyRegion, regionsWhere } from './region-lists.server'
import type { Level, Scope } from './scope'

const LEVEL_TITLES: Record<Level, string> = { district: '区县', street: '街道乡镇', community: '社区村', grid: '网格' }

/** The file, and how many regions and lines of population it holds. */
export async function exportPlaces(store: Store, scope: Scope, query: ListQuery) {
  const regions = await everyRegion(store, scope, query)
  const people = await populationRows(store, scope, query)
  const bytes = await writeSheet([
    regionSheet(regions),
    {
      name: POPULATION_SHEET,
      columns: titlesOf(POPULATION_FIELDS),
      rows: people.map(({ code, year, sex, ageFrom, ageTo, people: count, source }) => [
        code,
        year,
        sex === 'female' ? '女' : '男',
        writeBand({ ageFrom, ageTo }),
        count,
        source,
      ]),
    },
  ])
  return { bytes, regions: regions.length, populations: people.length }
}

/** The file with its two heads and one example each, for those who have no list yet. */
export const placesTemplate = (): Promise<Uint8Array> =>
  writeSheet([
    { name: REGION_SHEET, columns: titlesOf(REGION_FIELDS), rows: [] },
    { name: POPULATION_SHEET, columns: titlesOf(POPULATION_FIELDS), rows: [] },
  ])

function regionSheet(regions: Awaited<ReturnType<typeof everyRegion>>): OutSheet {
  return {
    name: REGION_SHEET,
    columns: [...titlesOf(REGION_FIELDS), { title: '状态', width: 16 }],
    rows: regions.map(({ code, name, level, closedOn }) => [
      code,
      name,
      LEVEL_TITLES[level],
      parentCode({ code, level }),
      closedOn ? `${closedOn} 关闭` : '使用中',
    ]),
  }
}

const WIDTHS: Record<string, number> = { code: 18, name: 24, parent: 18, source: 30 }

const titlesOf = (fields: Record<string, { titles: string[] }>) =>
  Object.entries(fields).map(([name, { titles }]) => ({ title: titles[0] ?? '', width: WIDTHS[name] ?? 12 }))

async function populationRows(store: Store, scope: Scope, query: ListQuery) {
  const { regions, regionPopulations: held } = store.tables
  return store.db
    .select({
      code: regions.code,
      year: held.year,
      sex: held.sex,
      ageFrom: held.ageFrom,
      ageTo: held.ageTo,
      people: held.people,
      source: held.source,
    })
    .from(held)
    .innerJoin(regions, eq(regions.id, held.regionId))
    .where(regionsWhere(store, scope, query))
    .orderBy(asc(regions.code), asc(held.year), asc(held.sex), asc(held.ageFrom))
}
