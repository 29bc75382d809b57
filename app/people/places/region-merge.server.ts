/** Merging a region into another of its level: what changes hands, and what stays where it was. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { done, type Outcome, refused } from './outcome'
import type { RegionProblem } from './region-changes.server'
import { countBelow } from './region-lists.server'
import { findRegionIn } from './regions.server'
import type { Scope } from './scope'
import { organizationsIn, regionsIn } from './scope.server'

const NAMES_SHOWN = 5

/**
 * Closes a region in favour of another, which takes over its organizations, closed ones included. Learners, their
 * attempts and the population keep pointing at the old region: `mergedInto` says where it went. Null: one of the two is
 * not in the scope.
 */
export async function mergeRegion(
  store: Store,
  { scope, trail, id }: { scope: Scope; trail: Trail; id: string },
  intoId: string,
): Promise<Outcome<RegionProblem> | null> {
  const [from, into] = await Promise.all([findRegionIn(store, scope, id), findRegionIn(store, scope, intoId)])
  if (!from || !into) return null
  if (from.closedOn || into.closedOn) return refused('regionIsClosed')
  if (from.id === into.id || from.level !== into.level) return refused('otherLevel', { at: 'into' })
  const { places } = await countBelow(store, scope, from)
  if (places > 0) return refused('notEmpty', { places, organizations: 0 })
  const clashing = await namesInBoth(store, from.id, into.id)
  if (clashing.length > 0)
    return refused('namesClash', { names: clashing.slice(0, NAMES_SHOWN).join('、'), count: clashing.length })
  const { organizations, regions } = store.tables
  const moved = await store.db.$count(organizations, eq(organizations.regionId, from.id))
  const deed = {
    action: 'region.merge' as const,
    subject: { kind: 'region', id },
    detail: { code: from.code, into: into.code, organizations: moved },
  }
  await audited(store, trail, deed, (tx) => [
    tx
      .update(organizations)
      .set({ regionId: into.id })
      .where(and(eq(organizations.regionId, from.id), organizationsIn(store, scope))),
    tx
      .update(regions)
      .set({ closedOn: shanghaiDay(trail.now), mergedInto: into.id })
      .where(and(eq(regions.id, id), isNull(regions.closedOn), regionsIn(store, scope))),
  ])
  return done(into.id)
}

/** The names of organizations that stand in both regions: they must be renamed or merged first. */
async function namesInBoth(store: Store, fromId: string, intoId: string): Promise<string[]> {
  const { organizations } = store.tables
  const rows = await store.db
    .select({ name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.regionId, [fromId, intoId]))
    .groupBy(organizations.name)
    .having(sql`count(*) > 1`)
    .orderBy(organizations.name)
  return rows.map(({ name }) => name)
}
