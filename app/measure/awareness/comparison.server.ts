/** Comparing a kept estimate with another one of the same place. */
import { and, eq } from 'drizzle-orm'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { type Comparison, compareEstimates } from './compare-estimates'
import { estimateInput } from './estimate-input'
import type { KeptEstimate } from './estimates.server'

/** The days on which both surveys ended, what changed from the earlier to the later one, and whether both drew a sample. */
export type Compared = Comparison & { from: string; to: string; isSampled: boolean }

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
  const [earlier, later] = sides.sort((a, b) => (turnOf(a.result) < turnOf(b.result) ? -1 : 1))
  if (!earlier || !later) return null
  const [from, to] = [earlier.result.about.wave.fieldTo, later.result.about.wave.fieldTo]
  const isSampled = [earlier, later].every(({ result }) => result.about.wave.tier === 'P')
  return { ...compareEstimates(earlier, later), from, to, isSampled }
}

/** Before and after a training may be one day: then the wave that was made first comes first, as its id tells. */
const turnOf = ({ about: { wave } }: KeptEstimate['result']): string => `${wave.fieldTo} ${wave.id}`

async function inputOf(store: Store, scope: Scope, id: string) {
  const { estimates, regions } = store.tables
  const [row] = await store.db
    .select({ input: estimates.input })
    .from(estimates)
    .innerJoin(regions, eq(regions.id, estimates.regionId))
    .where(and(eq(estimates.id, isId(id) ? id : ''), regionsIn(store, scope)))
  return estimateInput.parse(row?.input)
}
