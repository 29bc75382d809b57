/** The units of a wave as those who lead it see them: where they are, who visits them, what has come of it. No answers. */
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { listInterviewers } from '#app/people/accounts/interviewers.server'
import { audited } from '#app/people/audit/audit.server'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import type { Scope } from '#app/people/places/scope'
import type { Disposition } from './wave'
import { deedOf, findWave, type WaveChange } from './waves.server'
import { waveIdsIn } from './waves-in.server'

export type UnitRow = Pick<
  Store['tables']['surveyUnits']['$inferSelect'],
  'id' | 'clusterId' | 'code' | 'number' | 'probability' | 'disposition' | 'visits' | 'interviewerId'
> & { interviewer: string | null }

/** Every unit of a wave of the scope, by community and number. */
export async function listUnits(store: Store, scope: Scope, waveId: string): Promise<UnitRow[]> {
  const { surveyUnits, surveyClusters, accounts } = store.tables
  return store.db
    .select({
      id: surveyUnits.id,
      clusterId: surveyUnits.clusterId,
      code: surveyUnits.code,
      number: surveyUnits.number,
      probability: surveyUnits.probability,
      disposition: surveyUnits.disposition,
      visits: surveyUnits.visits,
      interviewerId: surveyUnits.interviewerId,
      interviewer: accounts.name,
    })
    .from(surveyUnits)
    .leftJoin(surveyClusters, eq(surveyClusters.id, surveyUnits.clusterId))
    .leftJoin(accounts, eq(accounts.id, surveyUnits.interviewerId))
    .where(and(eq(surveyUnits.waveId, waveId), inArray(surveyUnits.waveId, waveIdsIn(store, scope))))
    .orderBy(asc(surveyClusters.code), asc(surveyUnits.number), asc(surveyUnits.code))
}

/** How many units of a community and an interviewer stand where. */
export type ProgressRow = {
  clusterId: string | null
  cluster: string | null
  interviewerId: string | null
  interviewer: string | null
  disposition: Disposition
  units: number
}

/** The progress of a wave of the scope; community and interviewer by name. */
export async function progressOf(store: Store, scope: Scope, waveId: string): Promise<ProgressRow[]> {
  const { surveyUnits, surveyClusters, accounts } = store.tables
  return store.db
    .select({
      clusterId: surveyUnits.clusterId,
      cluster: surveyClusters.name,
      interviewerId: surveyUnits.interviewerId,
      interviewer: accounts.name,
      disposition: surveyUnits.disposition,
      units: count(),
    })
    .from(surveyUnits)
    .leftJoin(surveyClusters, eq(surveyClusters.id, surveyUnits.clusterId))
    .leftJoin(accounts, eq(accounts.id, surveyUnits.interviewerId))
    .where(and(eq(surveyUnits.waveId, waveId), inArray(surveyUnits.waveId, waveIdsIn(store, scope))))
    .groupBy(surveyUnits.clusterId, surveyUnits.interviewerId, surveyUnits.disposition)
    .orderBy(asc(surveyClusters.code), asc(accounts.name))
}

/** By community (`''`: the units of none): the account that visits it, or null to take it back. */
export type Assignment = ReadonlyMap<string, string | null>

/**
 * Gives the units of communities to interviewers of the scope. Whoever is named and cannot interview here is refused;
 * communities that are not of the wave are passed over. Null: no such wave in the scope.
 */
export async function assignUnits(
  store: Store,
  { scope, trail, id }: WaveChange,
  assignment: Assignment,
): Promise<Outcome<'isClosed' | 'interviewerUnknown'> | null> {
  const wave = await findWave(store, scope, id)
  if (!wave) return null
  if (wave.status === 'closed') return refused('isClosed')
  const units = await listUnits(store, scope, id)
  const changed = units
    .map((unit) => ({ unit, to: assignment.get(unit.clusterId ?? '') }))
    .filter(({ unit, to }) => to !== undefined && to !== unit.interviewerId)
  const known = new Set((await listInterviewers(store, scope)).map((one) => one.id))
  if (changed.some(({ to }) => to && !known.has(to))) return refused('interviewerUnknown')
  if (changed.length === 0) return done(id)
  const detail = { units: changed.length }
  const clusters = new Map(changed.map(({ unit, to }) => [unit.clusterId, to ?? null]))
  const { surveyUnits } = store.tables
  await audited(store, trail, deedOf('wave.assign', id, detail), (tx) =>
    [...clusters].map(([clusterId, interviewerId]) =>
      tx
        .update(surveyUnits)
        .set({ interviewerId })
        .where(and(eq(surveyUnits.waveId, id), ofCluster(store, clusterId))),
    ),
  )
  return done(id)
}

const ofCluster = ({ tables: { surveyUnits } }: Store, clusterId: string | null) =>
  clusterId === null ? isNull(surveyUnits.clusterId) : eq(surveyUnits.clusterId, clusterId)

/** The assignment that a form holds: fields `to:<id of the community>`, empty for nobody. */
export function readAssignment(form: FormData): Assignment {
  const assignment = new Map<string, string | null>()
  for (const [name, value] of form) {
    const clusterId = /^to:(.*)$/.exec(name)?.[1]
    if (clusterId === undefined || typeof value !== 'string' || (clusterId !== '' && !isId(clusterId))) continue
    assignment.set(clusterId, value === '' ? null : value)
  }
  return assignment
}
