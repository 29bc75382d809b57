/** The frame of a draft and the sample drawn from it. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { inParts } from '#app/people/places/in-parts'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import type { Scope } from '#app/people/places/scope'
import { clearDraw } from './clear-draw.server'
import { type DraftFault, draftFault } from './draft-fault'
import { type DrawnSample, drawCodes, drawSample, MOST_UNITS } from './draw-sample'
import { deedOf, findWave, type Wave, type WaveChange } from './waves.server'
import { waveIdsIn } from './waves-in.server'
import { whileDraft } from './while-draft.server'

export type Cluster = Store['tables']['surveyClusters']['$inferSelect']
export type SampleProblem = DraftFault | 'frameIsEmpty' | 'tooManyUnits' | 'countForm'

/** The frame of a wave by street and code; empty where the wave is not in the scope. */
export async function frameOf(store: Store, scope: Scope, waveId: string): Promise<Cluster[]> {
  const { surveyClusters } = store.tables
  return store.db
    .select()
    .from(surveyClusters)
    .where(and(eq(surveyClusters.waveId, waveId), inArray(surveyClusters.waveId, waveIdsIn(store, scope))))
    .orderBy(asc(surveyClusters.stratum), asc(surveyClusters.code))
}

/** `seed`: 16 hexadecimal digits. `count`: how many codes to make where no sample is drawn. */
export type Draw = { seed: string; count: number | null }

/**
 * Draws the sample of a draft, in the place of one drawn before. Nothing is written when it cannot be drawn.
 * Null: no such wave in the scope.
 */
export async function drawWave(
  store: Store,
  { scope, trail, id }: WaveChange,
  { seed, count }: Draw,
): Promise<Outcome<SampleProblem> | null> {
  const wave = await findWave(store, scope, id)
  if (!wave) return null
  const fault = draftFault(wave)
  if (fault) return refused(fault)
  const drawn = await sampleOf(store, scope, wave, { seed, count })
  if (!('units' in drawn)) return drawn
  const { surveyClusters, surveyUnits, surveyWaves } = store.tables
  const units = drawn.units.map((unit) => ({
    id: newId(),
    waveId: id,
    ...unit,
    disposition: 'open' as const,
    visits: 0,
  }))
  const detail = { seed, clusters: drawn.clusters.length, units: units.length }
  const isWritten = await whileDraft(store, { trail, id }, deedOf('wave.draw', id, detail), (tx) => [
    ...clearDraw(store, tx, id),
    ...drawn.clusters.map(({ id: clusterId, probability, take }) =>
      tx.update(surveyClusters).set({ probability, take }).where(eq(surveyClusters.id, clusterId)),
    ),
    ...inParts(units).map((part) => tx.insert(surveyUnits).values(part)),
    tx.update(surveyWaves).set({ seed, drawnAt: trail.now }).where(eq(surveyWaves.id, id)),
  ])
  return isWritten ? done(id) : refused('notDraft')
}

type Units = { clusterId: string | null; number: number | null; code: string; probability: number | null }[]

async function sampleOf(store: Store, scope: Scope, { id, design }: Wave, { seed, count }: Draw) {
  if (design.firstStage === 'none') {
    if (count === null || count < 1 || count > MOST_UNITS)
      return refused('countForm' as const, { at: 'count', most: MOST_UNITS })
    const units: Units = drawCodes(count, seed).map((code) => ({
      clusterId: null,
      number: null,
      code,
      probability: null,
    }))
    return { clusters: [] as DrawnSample['clusters'], units }
  }
  const frame = await frameOf(store, scope, id)
  if (frame.length === 0) return refused('frameIsEmpty' as const)
  const streets = new Set(frame.map(({ stratum }) => stratum)).size
  const asked = streets * design.clustersPerStratum * design.takePerCluster
  if (asked > MOST_UNITS) return refused('tooManyUnits' as const, { asked, most: MOST_UNITS })
  const drawn = drawSample(frame, { ...design, firstStage: design.firstStage }, seed)
  return { clusters: drawn.clusters, units: drawn.units as Units }
}
