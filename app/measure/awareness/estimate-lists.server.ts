/** The list of frozen estimates at the desk: within a scope, the newest wave first. */
import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { type ListQuery, likePattern, PAGE_SIZE } from '#app/http/list-query'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { estimateResult } from './estimate-result'
import { type EstimateState, estimateStates } from './estimate-state'

export const ESTIMATE_FILTERS = ['state'] as const

/** One page of it; `total` counts all that the query is about. */
export async function listEstimates(store: Store, scope: Scope, query: ListQuery) {
  const { estimates, regions, surveyWaves } = store.tables
  const where = and(regionsIn(store, scope), whereOf(store, query))
  const rows = await selectEstimates(store, where)
    .limit(PAGE_SIZE)
    .offset((query.page - 1) * PAGE_SIZE)
  const [counted] = await store.db
    .select({ total: count() })
    .from(estimates)
    .innerJoin(regions, eq(regions.id, estimates.regionId))
    .innerJoin(surveyWaves, eq(surveyWaves.id, estimates.waveId))
    .where(where)
  return { rows: rows.map(inShort), total: counted?.total ?? 0 }
}

/** All that the query is about. */
export async function everyEstimate(store: Store, scope: Scope, query: ListQuery) {
  return (await selectEstimates(store, and(regionsIn(store, scope), whereOf(store, query)))).map(inShort)
}

function selectEstimates({ db, tables: { estimates, regions, surveyWaves } }: Store, where: SQL | undefined) {
  return db
    .select({
      id: estimates.id,
      name: surveyWaves.name,
      place: regions.name,
      result: estimates.result,
      createdAt: estimates.createdAt,
      publishedAt: estimates.publishedAt,
      withdrawnAt: estimates.withdrawnAt,
    })
    .from(estimates)
    .innerJoin(regions, eq(regions.id, estimates.regionId))
    .innerJoin(surveyWaves, eq(surveyWaves.id, estimates.waveId))
    .where(where)
    .orderBy(desc(surveyWaves.fieldTo), desc(estimates.createdAt), desc(estimates.id))
}

function inShort<Row extends { result: unknown }>({ result, ...row }: Row) {
  const { overall, about, verdict } = estimateResult.parse(result)
  const { value, n, interval } = overall
  const { tier, fieldTo } = about.wave
  return { ...row, overall: { value, n, interval }, tier, fieldTo, verdict: verdict?.verdict ?? null }
}

function whereOf({ tables: { estimates, surveyWaves } }: Store, { search, filters }: ListQuery): SQL | undefined {
  const state = estimateStates.find((known) => known === filters.state)
  const is: Record<EstimateState, SQL | undefined> = {
    kept: isNull(estimates.publishedAt),
    published: and(isNotNull(estimates.publishedAt), isNull(estimates.withdrawnAt)),
    withdrawn: isNotNull(estimates.withdrawnAt),
  }
  return and(
    state && is[state],
    search === '' ? undefined : sql`${surveyWaves.name} like ${likePattern(search)} escape '\\'`,
  )
}
