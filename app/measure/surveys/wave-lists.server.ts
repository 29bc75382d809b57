/** Lists of waves: for the page and for a file. Always within a scope, the newest first. No results. */
import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { waveStatuses } from './wave'
import { waveIdsIn } from './waves-in.server'

export const WAVE_FILTERS = ['status'] as const

export type WaveRow = Awaited<ReturnType<typeof everyWave>>[number]

/** One page of the list, each wave with its units and how many of them are complete. */
export async function listWaves(store: Store, scope: Scope, query: ListQuery) {
  const where = wavesWhere(store, scope, query)
  const [rows, total] = await Promise.all([
    selectWaves(store, where)
      .limit(PAGE_SIZE)
      .offset((query.page - 1) * PAGE_SIZE),
    store.db.$count(store.tables.surveyWaves, inArray(store.tables.surveyWaves.id, waveIdsIn(store, scope, where))),
  ])
  return { rows: await withUnits(store, rows), total }
}

/** All waves that the query is about. */
export async function everyWave(store: Store, scope: Scope, query: ListQuery) {
  return withUnits(store, await selectWaves(store, wavesWhere(store, scope, query)))
}

/** How many waves of the scope there are at all, whatever is searched for. */
export const countWaves = (store: Store, scope: Scope): Promise<number> =>
  store.db.$count(store.tables.surveyWaves, inArray(store.tables.surveyWaves.id, waveIdsIn(store, scope)))

const wavesWhere = (store: Store, scope: Scope, { search, filters }: ListQuery): SQL | undefined => {
  const { surveyWaves } = store.tables
  const status = waveStatuses.find((known) => known === filters.status)
  return and(
    regionsIn(store, scope),
    status && eq(surveyWaves.status, status),
    search === '' ? undefined : sql`${surveyWaves.name} like ${likePattern(search)} escape '\\'`,
  )
}

function selectWaves({ db, tables: { surveyWaves, regions } }: Store, where: SQL | undefined) {
  return db
    .select({
      id: surveyWaves.id,
      name: surveyWaves.name,
      place: regions.name,
      instrumentId: surveyWaves.instrumentId,
      tier: surveyWaves.tier,
      status: surveyWaves.status,
      fieldFrom: surveyWaves.fieldFrom,
      fieldTo: surveyWaves.fieldTo,
    })
    .from(surveyWaves)
    .innerJoin(regions, eq(regions.id, surveyWaves.regionId))
    .where(where)
    .orderBy(desc(surveyWaves.createdAt), desc(surveyWaves.id))
}

/** How many units a wave has, how many of them are complete, and how many answers there are, of units or not. */
async function withUnits<Row extends { id: string }>(
  { db, tables: { surveyUnits, surveyResponses } }: Store,
  rows: Row[],
) {
  const ids = rows.map(({ id }) => id)
  const answers =
    rows.length === 0
      ? []
      : await db
          .select({ waveId: surveyResponses.waveId, responses: count() })
          .from(surveyResponses)
          .where(inArray(surveyResponses.waveId, ids))
          .groupBy(surveyResponses.waveId)
  const responsesOf = new Map(answers.map(({ waveId, responses }) => [waveId, responses]))
  const counts =
    rows.length === 0
      ? []
      : await db
          .select({
            waveId: surveyUnits.waveId,
            units: count(),
            complete: sql<number>`sum(case when ${surveyUnits.disposition} = 'complete' then 1 else 0 end)`.mapWith(
              Number,
            ),
          })
          .from(surveyUnits)
          .where(inArray(surveyUnits.waveId, ids))
          .groupBy(surveyUnits.waveId)
  const byWave = new Map(counts.map(({ waveId, units, complete }) => [waveId, { units, complete }]))
  return rows.map((row) => ({
    ...row,
    ...(byWave.get(row.id) ?? { units: 0, complete: 0 }),
    responses: responsesOf.get(row.id) ?? 0,
  }))
}

const STATUS = { draft: '草案', field: '访问中', closed: '已结束' }

/** The file of a list, and how many waves it holds. */
export async function exportWaves(store: Store, scope: Scope, query: ListQuery) {
  const rows = await everyWave(store, scope, query)
  const columns = ['名称', '地区', '问卷', '类别', '状态', '开始', '结束', '样本户', '完成'].map((title) => ({
    title,
    width: 16,
  }))
  const bytes = await writeSheet([
    {
      name: '调查',
      columns,
      rows: rows.map((row) => [
        row.name,
        row.place,
        row.instrumentId,
        row.tier,
        STATUS[row.status],
        row.fieldFrom,
        row.fieldTo,
        row.units,
        row.complete,
      ]),
    },
  ])
  return { bytes, waves: rows.length }
}
