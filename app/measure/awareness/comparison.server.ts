/** Comparing a kept estimate with another one of the same place. */
import { and, eq } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { type Comparison, compareEstimates } from './compare-estimates'
import { estimateInput } from './estimate-input'
import type { KeptEstimate } from './estimates.server'

/** The days on which both surveys ended, and what changed from the earlier to the later one. */
export type Compared = Comparison & { from: string; to: string }

/** Null when there is no such other estimate of the place in the scope. */
export async function compareWith(
  store: Store,
  scope: Scope,
  estimate: KeptEstimate,
  others: readonly KeptEstimate[],
  withId: string | null,
): Promise<Compared | null> {
  const other = others.find(({ id }) => id === withId)
  if (!other) return null
  const sides = await Promise.all(
    [estimate, other].map(async ({ id, result }) => ({ result, input: await inputOf(store, scope, id) })),
  )
  const [earlier, later] = sides.sort((a, b) => (a.result.about.wave.fieldTo < b.result.about.wave.fieldTo ? -1 : 1))
  if (!earlier || !later) return null
  const [from, to] = [earlier.result.about.wave.fieldTo, later.result.about.wave.fieldTo]
  return { ...compareEstimates(earlier, later), from, to }
}

async function inputOf(store: Store, scope: Scope, id: string) {
  const { estimates, regions } = store.tables
  const [row] = await store.db
    .select({ input: estimates.input })
    .from(estimates)
    .innerJoin(regions, eq(regions.id, estimates.regionId))
    .where(and(eq(estimates.id, isId(id) ? id : ''), regionsIn(store, scope)))
  return estimateInput.parse(row?.input)
}
