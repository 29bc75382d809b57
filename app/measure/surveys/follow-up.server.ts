/**
 * 跟访: a wave that asks the respondents of an earlier one once more, for what has changed in the same persons. Place,
 * questionnaire, ways of asking, sample and chances are those of the earlier wave; only its name and days are its own.
 */
import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { isTaken, type Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { inParts } from '#app/people/places/in-parts'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import type { Scope } from '#app/people/places/scope'
import { lastDayOf } from './last-day'
import { deedOf, findWave, type Wave, type WaveChange } from './waves.server'
import { waveIdsIn } from './waves-in.server'
import { whileDraft } from './while-draft.server'

/** What is decided anew. A follow-up has no target: whoever has been asked before no longer stands for everybody. */
export type GivenFollowUp = Pick<Wave, 'name' | 'fieldFrom' | 'fieldTo'>

export type FollowUpProblem = 'notClosed' | 'followsAnother' | 'nobodyToAsk' | 'beforeEarlier'

/** Who can be found again: units and persons of a file that answered at least half of the items. */
export type FoundAgain = { units: number; persons: number }

/** Of a closed wave in the scope; nobody of any other. */
export async function foundAgain(store: Store, scope: Scope, waveId: string): Promise<FoundAgain> {
  const { surveyResponses: response, surveyUnits, surveyWaves } = store.tables
  const isClosed = inArray(response.waveId, waveIdsIn(store, scope, eq(surveyWaves.status, 'closed')))
  const isHalf = sql`2 * ${response.answered} >= ${response.asked}`
  const [row] = await store.db
    .select({ units: count(surveyUnits.id) })
    .from(response)
    .innerJoin(surveyUnits, eq(surveyUnits.id, response.unitId))
    .where(and(eq(response.waveId, waveId), eq(surveyUnits.disposition, 'complete'), isClosed))
  const persons = await store.db.$count(
    response,
    and(eq(response.waveId, waveId), isNull(response.unitId), isNotNull(response.personKey), isHalf, isClosed),
  )
  return { units: row?.units ?? 0, persons }
}

/** Why a wave cannot be followed, whoever answered it; null: it can. A third round follows the first one, too. */
export const followUpFault = ({ status, followsId }: Pick<Wave, 'status' | 'followsId'>) =>
  followsId !== null ? ('followsAnother' as const) : status !== 'closed' ? ('notClosed' as const) : null

/**
 * Adds a follow-up as a draft, under an id that the form brought. Its units are those that were answered, with their
 * codes and chances; what the earlier wave found to be no household is taken off the size of each community, because
 * nobody goes there again. Null: no such wave in the scope.
 */
export async function addFollowUp(
  store: Store,
  { scope, trail, id }: { scope: Scope; trail: Trail & { accountId: string }; id: string },
  earlierId: string,
  given: GivenFollowUp,
): Promise<Outcome<FollowUpProblem> | null> {
  const earlier = await findWave(store, scope, earlierId)
  if (!earlier) return null
  const fault = followUpFault(earlier)
  if (fault) return refused(fault)
  if (given.fieldFrom < lastDayOf(earlier)) return tooEarly(earlier)
  const found = await foundAgain(store, scope, earlierId)
  if (found.units + found.persons === 0) return refused('nobodyToAsk')
  const { clusters, units } = await sampleAgain(store, earlier, id)
  const { region: _, ...columns } = earlier
  const row = {
    ...columns,
    id,
    ...given,
    design: { ...earlier.design, household: 'same' as const, planned: null },
    planId: null,
    targetPercent: null,
    targetDefinition: null,
    status: 'draft' as const,
    followsId: earlier.id,
    seed: null,
    drawnAt: units.length > 0 ? trail.now : null,
    closedAt: null,
    createdBy: trail.accountId,
    createdAt: trail.now,
  }
  const { surveyWaves, surveyClusters, surveyUnits } = store.tables
  try {
    await audited(store, trail, deedOf('wave.add', id, { tier: earlier.tier, units: units.length }), (tx) => [
      tx.insert(surveyWaves).values(row),
      ...inParts(clusters).map((part) => tx.insert(surveyClusters).values(part)),
      ...inParts(units).map((part) => tx.insert(surveyUnits).values(part)),
    ])
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return done(id)
}

const tooEarly = (earlier: Wave) => refused('beforeEarlier' as const, { at: 'fieldFrom', day: lastDayOf(earlier) })

/** The communities of a wave, and its answered units as fresh ones that nobody has visited yet. */
async function sampleAgain({ db, tables: { surveyClusters, surveyUnits } }: Store, earlier: Wave, waveId: string) {
  const known = await db
    .select()
    .from(surveyUnits)
    .where(eq(surveyUnits.waveId, earlier.id))
    .orderBy(asc(surveyUnits.id))
  const frame = await db.select().from(surveyClusters).where(eq(surveyClusters.waveId, earlier.id))
  const newIds = new Map(frame.map((cluster) => [cluster.id, newId()]))
  const again = known.filter(({ disposition }) => disposition === 'complete')
  const clusters = frame.map((cluster) => {
    const own = known.filter(({ clusterId }) => clusterId === cluster.id)
    const empty = own.filter(({ disposition }) => disposition === 'not-eligible').length
    const lived = own.length === 0 ? 1 : (own.length - empty) / own.length
    const size = Math.max(Math.round(cluster.size * lived), own.length - empty, 1)
    return { ...cluster, id: newIds.get(cluster.id) ?? newId(), waveId, size }
  })
  const units = again.map(({ id, clusterId, code, number, probability, eligible }) => ({
    ...{ id: newId(), waveId, code, number, probability },
    // Where persons were drawn, the size of the household weighs nothing.
    eligible: earlier.design.household === 'kish' ? eligible : null,
    clusterId: clusterId === null ? null : (newIds.get(clusterId) ?? null),
    disposition: 'open' as const,
    visits: 0,
    followsUnitId: id,
  }))
  return { clusters, units }
}

/** Writes the name and the days of a draft anew. Null: no such follow-up in the scope. */
export async function changeFollowUp(
  store: Store,
  { scope, trail, id }: WaveChange,
  given: GivenFollowUp,
): Promise<Outcome<'notDraft' | 'beforeEarlier'> | null> {
  const wave = await findWave(store, scope, id)
  if (!wave || wave.followsId === null) return null
  if (wave.status !== 'draft') return refused('notDraft')
  const earlier = await findWave(store, scope, wave.followsId)
  if (earlier && given.fieldFrom < lastDayOf(earlier)) return tooEarly(earlier)
  const { surveyWaves } = store.tables
  const { name, fieldFrom, fieldTo } = given
  const isWritten = await whileDraft(store, { trail, id }, deedOf('wave.change', id), (tx) => [
    tx.update(surveyWaves).set({ name, fieldFrom, fieldTo }).where(eq(surveyWaves.id, id)),
  ])
  return isWritten ? done(id) : refused('notDraft')
}

/** The wave that this one follows, and those that follow it, by their names: those of the scope. */
export async function wavesAround(store: Store, scope: Scope, { id, followsId }: Wave) {
  const { surveyWaves } = store.tables
  const byName = async (where: ReturnType<typeof eq>) =>
    store.db
      .select({ id: surveyWaves.id, name: surveyWaves.name })
      .from(surveyWaves)
      .where(and(where, inArray(surveyWaves.id, waveIdsIn(store, scope))))
      .orderBy(asc(surveyWaves.createdAt))
  const [earlier] = followsId === null ? [] : await byName(eq(surveyWaves.id, followsId))
  return { follows: earlier ?? null, followedBy: await byName(eq(surveyWaves.followsId, id)) }
}
