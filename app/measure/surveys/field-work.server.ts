/** Beginning and ending the field work of a wave: both are final. */
import { and, eq } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import { deedOf, findWave, type WaveChange, type WaveProblem } from './waves.server'

/** Begins the field work: from now on answers come in and nothing else of the wave changes. Null: not in the scope. */
export async function openWave(store: Store, { scope, trail, id }: WaveChange): Promise<Outcome<WaveProblem> | null> {
  const wave = await findWave(store, scope, id)
  if (!wave) return null
  if (wave.status === 'field') return done(id)
  if (wave.status === 'closed') return refused('notDraft')
  if (wave.design.firstStage !== 'none' && !wave.drawnAt) return refused('notDrawn')
  // A survey done elsewhere is over when its file comes.
  if (wave.design.firstStage !== 'none' && wave.fieldTo < shanghaiDay(trail.now))
    return refused('fieldIsOver', { day: wave.fieldTo })
  const { surveyWaves } = store.tables
  await audited(store, trail, deedOf('wave.open', id), (tx) => [
    tx
      .update(surveyWaves)
      .set({ status: 'field' })
      .where(and(eq(surveyWaves.id, id), eq(surveyWaves.status, 'draft'))),
  ])
  return done(id)
}

/** Ends the field work for good; only now may results be seen. Null: not in the scope. */
export async function closeWave(store: Store, { scope, trail, id }: WaveChange): Promise<Outcome<WaveProblem> | null> {
  const wave = await findWave(store, scope, id)
  if (!wave) return null
  if (wave.status === 'closed') return done(id)
  if (wave.status === 'draft') return refused('notInField')
  const { surveyWaves } = store.tables
  await audited(store, trail, deedOf('wave.close', id), (tx) => [
    tx
      .update(surveyWaves)
      .set({ status: 'closed', closedAt: trail.now })
      .where(and(eq(surveyWaves.id, id), eq(surveyWaves.status, 'field'))),
  ])
  return done(id)
}
