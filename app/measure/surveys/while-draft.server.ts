import { eq, sql } from 'drizzle-orm'
import type { Statement, Store, Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Deed, Trail } from '#app/people/audit/trail'

/**
 * Writes what `build` lists if the wave is a draft at that very moment, all of it or nothing: somebody may have opened
 * it since it was read. False: it is no draft any more, and nothing was written.
 */
export async function whileDraft(
  store: Store,
  { trail, id }: { trail: Trail; id: string },
  deed: Deed,
  build: (tx: Writer) => Statement[],
): Promise<boolean> {
  const { surveyWaves } = store.tables
  const isDraft = sql`case when ${surveyWaves.status} = 'draft' then 'draft' end`
  try {
    // Of a wave that is no draft the status would become null, which the table refuses.
    await audited(store, trail, deed, (tx) => [
      tx.update(surveyWaves).set({ status: isDraft }).where(eq(surveyWaves.id, id)),
      ...build(tx),
    ])
    return true
  } catch (error) {
    const [wave] = await store.db.select({ status: surveyWaves.status }).from(surveyWaves).where(eq(surveyWaves.id, id))
    if (wave && wave.status !== 'draft') return false
    throw error
  }
}
