/** Frozen estimates: kept with everything they were computed from, published, taken back; never changed. */
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import { isTaken, type Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Action, Detail, Trail } from '#app/people/audit/trail'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import type { EstimateInput } from './estimate-input'
import { type EstimateResult, estimateResult } from './estimate-result'
import { estimateWave } from './estimate-wave'

/** An estimate as it is shown: without the respondents. */
export type KeptEstimate = {
  id: string
  waveId: string
  regionId: string
  result: EstimateResult
  note: string
  createdBy: string
  createdAt: Date
  publishedAt: Date | null
  withdrawnAt: Date | null
  withdrawnWhy: string | null
}

export type EstimateProblem = 'isPublished' | 'otherIsPublished' | 'notPublished' | 'isWithdrawn' | 'isFollowUp'

type Change = { scope: Scope; trail: Trail; id: string }

/**
 * Computes and keeps an estimate under an id that the form brought, so that sending it twice keeps one. False: the
 * input cannot bear an estimate.
 */
export async function freezeEstimate(
  store: Store,
  { trail, id }: Omit<Change, 'scope'> & { trail: Trail & { accountId: string } },
  { input, regionId, note }: { input: EstimateInput; regionId: string; note: string },
): Promise<boolean> {
  const estimated = estimateWave(input)
  if (estimated.kind === 'refused') return false
  const { accountId: createdBy, now: createdAt } = trail
  const row = { id, waveId: input.wave.id, regionId, input, result: estimated.result, note, createdBy, createdAt }
  const detail = { wave: input.wave.id, tier: input.wave.tier, n: estimated.result.overall.n }
  try {
    await audited(store, trail, deedOf('estimate.freeze', id, detail), (tx) => [
      tx.insert(store.tables.estimates).values(row),
    ])
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return true
}

/**
 * Puts an estimate on the public page. Of one wave only one stands there: two could be subtracted from each other. Of a
 * follow-up none does: people who have answered before do not stand for the residents.
 */
export async function publishEstimate(
  store: Store,
  { scope, trail, id }: Change,
): Promise<Outcome<EstimateProblem> | null> {
  const found = await findEstimate(store, scope, id)
  if (!found) return null
  if (found.withdrawnAt) return refused('isWithdrawn')
  if (found.publishedAt) return done(id)
  if (found.result.about.wave.follows !== undefined) return refused('isFollowUp')
  const { estimates } = store.tables
  try {
    await audited(store, trail, deedOf('estimate.publish', id), (tx) => [
      tx
        .update(estimates)
        .set({ publishedAt: trail.now })
        .where(and(eq(estimates.id, id), isNull(estimates.publishedAt), isNull(estimates.withdrawnAt))),
    ])
  } catch (error) {
    // The table itself has room for one that is in force.
    if (!isTaken(error)) throw error
    return refused('otherIsPublished')
  }
  return done(id)
}

/** Takes a published estimate off the public page; that it stood there, and why it was taken back, stays. */
export async function withdrawEstimate(
  store: Store,
  { scope, trail, id }: Change,
  why: string,
): Promise<Outcome<EstimateProblem> | null> {
  const found = await findEstimate(store, scope, id)
  if (!found) return null
  if (found.withdrawnAt) return done(id)
  if (!found.publishedAt) return refused('notPublished')
  const { estimates } = store.tables
  await audited(store, trail, deedOf('estimate.withdraw', id), (tx) => [
    tx
      .update(estimates)
      .set({ withdrawnAt: trail.now, withdrawnWhy: why })
      .where(and(eq(estimates.id, id), isNull(estimates.withdrawnAt))),
  ])
  return done(id)
}

const deedOf = (action: Action, id: string, detail?: Detail) => ({
  action,
  subject: { kind: 'estimate', id },
  ...(detail && { detail }),
})

/** The estimate of an id whose place lies in the scope; null for anything else. */
export async function findEstimate(store: Store, scope: Scope, id: string): Promise<KeptEstimate | null> {
  if (!isId(id)) return null
  const [found] = await selectKept(store, and(eq(store.tables.estimates.id, id), regionsIn(store, scope)), 1)
  return found ?? null
}

/** Estimates of other waves of the same place, the newest wave first, for comparing with. */
export function estimatesBeside(
  store: Store,
  scope: Scope,
  { waveId, regionId }: KeptEstimate,
): Promise<KeptEstimate[]> {
  const { estimates } = store.tables
  const isOther = and(eq(estimates.regionId, regionId), sql`${estimates.waveId} <> ${waveId}`)
  return selectKept(store, and(isOther, regionsIn(store, scope)), 50)
}

/** All of a wave in the scope, the newest first. */
export const estimatesOfWave = (store: Store, scope: Scope, waveId: string): Promise<KeptEstimate[]> =>
  selectKept(store, and(eq(store.tables.estimates.waveId, waveId), regionsIn(store, scope)), 50)

/** By the end of the field work, so that an older wave that is published late does not become the headline. */
async function selectKept(store: Store, where: SQL | undefined, most: number): Promise<KeptEstimate[]> {
  const { estimates, regions, accounts, surveyWaves } = store.tables
  const rows = await store.db
    .select({
      id: estimates.id,
      waveId: estimates.waveId,
      regionId: estimates.regionId,
      result: estimates.result,
      note: estimates.note,
      createdBy: accounts.name,
      createdAt: estimates.createdAt,
      publishedAt: estimates.publishedAt,
      withdrawnAt: estimates.withdrawnAt,
      withdrawnWhy: estimates.withdrawnWhy,
    })
    .from(estimates)
    .innerJoin(regions, eq(regions.id, estimates.regionId))
    .innerJoin(accounts, eq(accounts.id, estimates.createdBy))
    .innerJoin(surveyWaves, eq(surveyWaves.id, estimates.waveId))
    .where(where)
    .orderBy(desc(surveyWaves.fieldTo), desc(estimates.createdAt), desc(estimates.id))
    .limit(most)
  return rows.map((row) => ({ ...row, result: estimateResult.parse(row.result) }))
}
