/**
 * What an interviewer sees and changes: their own units of waves in the field. Nothing of what anybody answered, but in a
 * follow-up the sex and age of whoever answered the time before, so that the same person can be asked.
 */
import { and, asc, eq, exists, isNotNull, notExists, type SQL, sql } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import type { Account } from '#app/people/accounts/account'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { alias } from '#drizzle/kit'
import { type AnswerSource, isInField, isOpenTo } from './answer-source.server'
import type { VisitOutcome } from './interview'
import { unitChanges } from './unit-changes.server'
import { waveDesign } from './wave'

export const interviewerSource = ({ id, scope }: Account): AnswerSource => ({
  kind: 'interviewer',
  accountId: id,
  scope,
})

/** The interviewer's units, by wave and cluster. */
export const listInterviewUnits = (store: Store, account: Account, now: Date) =>
  unitsWhere(store, and(isOpenTo(store, interviewerSource(account)), isInField(store, now)))

/** One of the interviewer's units, also of a wave that is over; null for anything else. */
export async function findInterviewUnit(store: Store, account: Account, unitId: string) {
  if (!isId(unitId)) return null
  const [unit] = await unitsWhere(
    store,
    and(isOpenTo(store, interviewerSource(account)), eq(store.tables.surveyUnits.id, unitId)),
  )
  return unit ?? null
}

export type InterviewUnit = Awaited<ReturnType<typeof unitsWhere>>[number]

async function unitsWhere(store: Store, where: SQL | undefined) {
  const { surveyUnits: unit, surveyWaves: wave, surveyClusters: cluster, surveyResponses, regions } = store.tables
  const earlier = alias(surveyResponses, 'earlier')
  const rows = await store.db
    .select({
      id: unit.id,
      code: unit.code,
      number: unit.number,
      disposition: unit.disposition,
      visits: unit.visits,
      eligible: unit.eligible,
      waveId: wave.id,
      waveName: wave.name,
      waveSeed: wave.seed,
      design: wave.design,
      fieldTo: wave.fieldTo,
      clusterName: cluster.name,
      isAnswered: isNotNull(surveyResponses.id).mapWith(Boolean),
      again: { id: earlier.id, sex: earlier.sex, age: earlier.age, day: earlier.day },
    })
    .from(unit)
    .innerJoin(wave, eq(wave.id, unit.waveId))
    .innerJoin(regions, eq(regions.id, wave.regionId))
    .leftJoin(cluster, eq(cluster.id, unit.clusterId))
    .leftJoin(surveyResponses, eq(surveyResponses.unitId, unit.id))
    .leftJoin(earlier, eq(earlier.unitId, unit.followsUnitId))
    .where(where)
    .orderBy(asc(wave.createdAt), asc(cluster.code), asc(unit.number), asc(unit.code))
  return rows.map(({ design, ...row }) => ({ ...row, household: waveDesign.parse(design).household }))
}

type Visit = { unitId: string; outcome: VisitOutcome; visits: number; eligible: number | null; trail: Trail }

/**
 * Writes down what came of a visit that brought no answers. Telling it again changes nothing. `answered`: there is a
 * response, and what came of the unit is known by it.
 */
export async function recordVisit(
  store: Store,
  account: Account,
  { unitId, outcome, visits, eligible, trail }: Visit,
): Promise<'saved' | 'answered' | 'waveClosed' | 'unknownUnit'> {
  const { surveyUnits, surveyWaves, surveyResponses } = store.tables
  const unit = await findInterviewUnit(store, account, unitId)
  if (!unit) return 'unknownUnit'
  const [open] = await store.db
    .select({ waveId: surveyWaves.id })
    .from(surveyWaves)
    .where(and(eq(surveyWaves.id, unit.waveId), isInField(store, trail.now)))
  if (!open) return 'waveClosed'
  if (unit.isAnswered) return 'answered'
  const deed = {
    action: 'unit.change',
    subject: { kind: 'wave', id: unit.waveId },
    detail: { disposition: outcome },
  } as const
  await audited(store, trail, deed, (tx) => [
    tx
      .update(surveyUnits)
      .set({ disposition: outcome, changedAt: trail.now, ...unitChanges(store, { visits, eligible }) })
      .where(
        and(
          eq(surveyUnits.id, unitId),
          eq(surveyUnits.interviewerId, account.id),
          notExists(tx.select({ one: sql`1` }).from(surveyResponses).where(eq(surveyResponses.unitId, unitId))),
          exists(
            tx
              .select({ one: sql`1` })
              .from(surveyWaves)
              .where(and(eq(surveyWaves.id, unit.waveId), isInField(store, trail.now))),
          ),
        ),
      ),
  ])
  return 'saved'
}
