import { and, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Statement, Store, Writer } from '#app/db/store.server'
import type { ScoredSheet } from './answer-sheet'
import { type AnswerSource, isInField, isOpenTo, isOpenToFiles } from './answer-source.server'
import type { Entry } from './enter-response.server'
import { unitChanges } from './unit-changes.server'

/**
 * The statements that keep one response. The first one adds it only where the wave takes answers and the unit belongs to
 * the source; the second one, its answers, is then refused by the foreign key, and with it the whole list.
 */
export function responseStatements(store: Store, tx: Writer, entry: Entry, scored: ScoredSheet): Statement[] {
  const { surveyAnswers, surveyUnits } = store.tables
  const { id, unitId, visit, trail } = entry
  const disposition = scored.isComplete ? ('complete' as const) : ('break-off' as const)
  return [
    insertResponse(store, tx, entry, scored),
    tx.insert(surveyAnswers).values(scored.lines.map((line) => ({ responseId: id, ...line }))),
    ...(unitId === null
      ? []
      : [
          tx
            .update(surveyUnits)
            .set({ disposition, changedAt: trail.now, ...(visit && unitChanges(store, visit)) })
            .where(eq(surveyUnits.id, unitId)),
        ]),
  ]
}

function insertResponse(store: Store, tx: Writer, entry: Entry, { asked, answered, correct }: ScoredSheet): Statement {
  const { surveyResponses, surveyWaves: wave, surveyUnits: unit, surveyClusters: cluster, regions } = store.tables
  const street = tx.select({ id: regions.id }).from(regions).where(eq(regions.code, cluster.stratum))
  const { id, waveId, unitId, mode, respondent, source, file, trail } = entry
  const { sex, age, regionId, isProxy, seconds, personKey } = respondent
  const isOpen = file ? isOpenToFiles(store) : isInField(store, trail.now)
  const isSampled = or(sql`${unitId} is null`, isNotNull(unit.probability))
  return tx.insert(surveyResponses).select(
    tx
      .select({
        id: as(id, 'id'),
        instrumentId: wave.instrumentId,
        instrumentVersion: wave.instrumentVersion,
        // A unit that nobody drew is no part of the probability sample, whatever the wave is.
        tier: sql<'P' | 'Q'>`case when ${wave.tier} = 'P' and ${isSampled} then 'P' else 'Q' end`.as('tier'),
        // The place that was drawn goes before what was said.
        regionId: sql<string>`coalesce(${cluster.regionId}, ${street}, ${regionId}, ${wave.regionId})`.as('region_id'),
        asked: as(asked, 'asked'),
        answered: as(answered, 'answered'),
        correct: as(correct, 'correct'),
        submittedAt: sql<Date>`${sql.param(trail.now, surveyResponses.submittedAt)}`.as('submitted_at'),
        day: as(shanghaiDay(trail.now), 'day'),
        waveId: sql<string>`${wave.id}`.as('wave_id'),
        unitId: as(unitId, 'unit_id'),
        mode: as(mode, 'mode'),
        sex: as(sex, 'sex'),
        age: as(age, 'age'),
        isProxy: sql<boolean>`${sql.param(isProxy, surveyResponses.isProxy)}`.as('is_proxy'),
        accountId: as(source.kind === 'token' ? null : trail.accountId, 'account_id'),
        seconds: as(seconds, 'seconds'),
        personKey: as(personKey, 'person_key'),
        weight: as(file?.weight ?? null, 'weight'),
        stratum: as(file?.stratum ?? null, 'stratum'),
        cluster: as(file?.cluster ?? null, 'cluster'),
      })
      .from(wave)
      .innerJoin(regions, eq(regions.id, wave.regionId))
      .leftJoin(unit, and(eq(unit.id, unitId ?? ''), eq(unit.waveId, wave.id)))
      .leftJoin(cluster, eq(cluster.id, unit.clusterId))
      .where(and(eq(wave.id, waveId), isOpen, isTheirs(store, source, unitId))),
  )
}

const as = <Value>(value: Value, name: string) => sql<Value>`${value}`.as(name)

/** The unit is one of the source's; without a unit there is only what stands in the wave's own place. */
function isTheirs(store: Store, source: AnswerSource, unitId: string | null): SQL | undefined {
  const { id } = store.tables.surveyUnits
  if (unitId !== null) return and(isNotNull(id), isOpenTo(store, source))
  return source.kind === 'desk' ? and(isNull(id), isOpenTo(store, source)) : sql`1 = 0`
}
