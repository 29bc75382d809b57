import { sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'

/**
 * What a visit changes of a unit. `visits` is the whole number of them, not one more, so that telling it twice changes
 * nothing; it never falls. `eligible` null: not found out this time, what was known stays.
 */
export function unitChanges(
  { tables: { surveyUnits } }: Store,
  { visits, eligible }: { visits: number; eligible: number | null },
) {
  return {
    visits: sql`case when ${surveyUnits.visits} < ${visits} then ${visits} else ${surveyUnits.visits} end`,
    ...(eligible === null ? {} : { eligible }),
  }
}
