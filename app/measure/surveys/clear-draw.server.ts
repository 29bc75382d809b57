/** Letting go of what was drawn, or of the whole frame, of a draft: statements for a write that makes them void. */
import { eq } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'
import type { WaveDesign } from './wave'

/** True when another design would draw another sample. */
export const drawsAnew = (before: WaveDesign, after: WaveDesign): boolean =>
  (['firstStage', 'clustersPerStratum', 'takePerCluster', 'household'] as const).some(
    (part) => before[part] !== after[part],
  )

/** The sample goes; the frame stays and can be drawn from again. */
export function clearDraw({ tables }: Store, tx: Writer, waveId: string): Statement[] {
  const { surveyUnits, surveyClusters, surveyWaves } = tables
  return [
    tx.delete(surveyUnits).where(eq(surveyUnits.waveId, waveId)),
    tx.update(surveyClusters).set({ probability: null, take: 0 }).where(eq(surveyClusters.waveId, waveId)),
    tx.update(surveyWaves).set({ seed: null, drawnAt: null }).where(eq(surveyWaves.id, waveId)),
  ]
}

/** The sample and the frame go. */
export const clearFrame = (store: Store, tx: Writer, waveId: string): Statement[] => [
  ...clearDraw(store, tx, waveId),
  tx.delete(store.tables.surveyClusters).where(eq(store.tables.surveyClusters.waveId, waveId)),
]
