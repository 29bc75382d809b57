import { and, eq, notInArray } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'

/** The instruments that a wave in the field asks by, wherever: nobody sees their keys, nor how their items did. */
function heldInstruments({ db, tables: { surveyWaves } }: Store) {
  return db.select({ id: surveyWaves.instrumentId }).from(surveyWaves).where(eq(surveyWaves.status, 'field'))
}

/** For a query over waves: closed, and no other wave still asks by the same instrument. */
export function isKeyFree(store: Store) {
  const { surveyWaves } = store.tables
  return and(eq(surveyWaves.status, 'closed'), notInArray(surveyWaves.instrumentId, heldInstruments(store)))
}

/** True while some wave in the field asks by this instrument. */
export async function isKeyHeld(store: Store, instrumentId: string): Promise<boolean> {
  const { surveyWaves } = store.tables
  const asksByIt = and(eq(surveyWaves.instrumentId, instrumentId), eq(surveyWaves.status, 'field'))
  return (await store.db.$count(surveyWaves, asksByIt)) > 0
}
