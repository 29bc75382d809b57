/** What the planner needs to know of a wave, and taking its answer over into the wave's design. */
import { and, eq, isNull } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import { populationsOf } from '#app/people/places/populations.server'
import { codePrefix, type Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { clearDraw, drawsAnew } from './clear-draw.server'
import { type DraftFault, draftFault } from './draft-fault'
import { peopleAged } from './people-aged'
import type { WaveDesign } from './wave'
import { deedOf, findWave, type Wave, type WaveChange } from './waves.server'
import { whileDraft } from './while-draft.server'

/** The people of the frame's ages in the newest year known of the wave's place; null when none is. */
export async function framePopulation(store: Store, scope: Scope, wave: Wave): Promise<number | null> {
  const [newest] = await populationsOf(store, scope, wave.regionId)
  return newest ? peopleAged(newest.rows, wave.ageFrom, wave.ageTo) : null
}

/** How many open streets the wave's place has; at least 1. */
export async function countStreets(store: Store, scope: Scope, { region }: Wave): Promise<number> {
  const { regions } = store.tables
  const inside = regionsIn(store, { kind: 'region', prefix: codePrefix(region) })
  const isStreet = and(eq(regions.level, 'street'), isNull(regions.closedOn))
  return Math.max(1, await store.db.$count(regions, and(isStreet, inside, regionsIn(store, scope))))
}

export type TakenPlan = Pick<WaveDesign, 'clustersPerStratum' | 'takePerCluster'> & {
  planned: NonNullable<WaveDesign['planned']>
}

/** Writes the planner's answer into a draft; a sample that would now be drawn otherwise goes. Null: not in the scope. */
export async function takePlan(
  store: Store,
  { scope, trail, id }: WaveChange,
  taken: TakenPlan,
): Promise<Outcome<DraftFault | 'tooManyClusters'> | null> {
  const wave = await findWave(store, scope, id)
  if (!wave) return null
  const fault = draftFault(wave)
  if (fault) return refused(fault)
  if (taken.clustersPerStratum > 1000) return refused('tooManyClusters', { most: 1000 })
  const design = { ...wave.design, ...taken }
  const { surveyWaves } = store.tables
  const isWritten = await whileDraft(store, { trail, id }, deedOf('wave.change', id), (tx) => [
    ...(drawsAnew(wave.design, design) ? clearDraw(store, tx, id) : []),
    tx.update(surveyWaves).set({ design }).where(eq(surveyWaves.id, id)),
  ])
  return isWritten ? done(id) : refused('notDraft')
}
