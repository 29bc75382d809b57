/** Adding, naming, closing and reopening regions. Nothing is deleted: a closed region keeps all that happened there. */
import { and, eq, isNull } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { isDemoCode, levelOfCode, parentCode } from './code'
import { done, type Outcome, refused } from './outcome'
import { countBelow } from './region-lists.server'
import { type DeskRegion, findRegionByCode, findRegionIn } from './regions.server'
import { type Scope, wholeDistrict } from './scope'
import { regionsIn } from './scope.server'

export type RegionProblem =
  | 'codeForm'
  | 'codeDemo'
  | 'codeTaken'
  | 'codeOutOfScope'
  | 'parentMissing'
  | 'parentClosed'
  | 'secondDistrict'
  | 'regionIsClosed'
  | 'notEmpty'
  | 'otherLevel'
  | 'namesClash'

/** Adds a region; its code says its level and where it lies. The first real district closes the demonstration one. */
export async function addRegion(
  store: Store,
  { scope, trail }: { scope: Scope; trail: Trail },
  { code, name }: { code: string; name: string },
): Promise<Outcome<RegionProblem>> {
  const level = levelOfCode(code)
  if (!level) return refused('codeForm', { at: 'code' })
  if (scope.kind !== 'region' || !code.startsWith(scope.prefix)) return refused('codeOutOfScope', { at: 'code' })
  if (await findRegionByCode(store, wholeDistrict, code)) return refused('codeTaken', { at: 'code' })
  const above = parentCode({ code, level })
  const parent = above === null ? null : await findRegionByCode(store, wholeDistrict, above)
  if (above !== null && !parent) return refused('parentMissing', { at: 'code', parent: above })
  if (parent?.closedOn) return refused('parentClosed', { at: 'code', parent: parent.name })
  if (!parent && isDemoCode(code)) return refused('codeDemo', { at: 'code' })
  if (!parent && (await openDistrict(store))) return refused('secondDistrict', { at: 'code' })
  const id = newId()
  const row = { id, code, name, level, parentId: parent?.id ?? null, isDemo: parent?.isDemo ?? false }
  try {
    await audited(store, trail, { action: 'region.add', subject: { kind: 'region', id }, detail: { code } }, (tx) => [
      tx.insert(store.tables.regions).values(row),
      ...(parent ? [] : [closeDemoDistrict(store, tx, trail.now)]),
    ])
  } catch (error) {
    if (isTaken(error)) return refused('codeTaken', { at: 'code' })
    throw error
  }
  return done(id)
}

/** The real district in use; there is never more than one. */
export async function openDistrict(store: Store): Promise<DeskRegion | null> {
  const { regions } = store.tables
  const [district] = await store.db
    .select()
    .from(regions)
    .where(and(eq(regions.level, 'district'), isNull(regions.closedOn), eq(regions.isDemo, false)))
  return district ?? null
}

/** The statement that closes the fictional district, to stand in the write that adds a real one. */
export function closeDemoDistrict({ tables: { regions } }: Store, tx: Writer, now: Date): Statement {
  const where = and(eq(regions.isDemo, true), isNull(regions.closedOn))
  return tx
    .update(regions)
    .set({ closedOn: shanghaiDay(now) })
    .where(where)
}

type Change = { scope: Scope; trail: Trail; id: string }

/** Writes another name over a region's. Null: no such region in the scope. */
export async function renameRegion(
  store: Store,
  { scope, trail, id }: Change,
  name: string,
): Promise<Outcome<RegionProblem> | null> {
  const region = await findRegionIn(store, scope, id)
  if (!region) return null
  if (region.closedOn) return refused('regionIsClosed')
  if (region.name === name) return done(id)
  await audited(store, trail, deed('region.change', region), (tx) => [update(store, tx, scope, id, { name })])
  return done(id)
}

/** Closes a region in which nothing is open any more. Null: no such region in the scope. */
export async function closeRegion(store: Store, { scope, trail, id }: Change): Promise<Outcome<RegionProblem> | null> {
  const region = await findRegionIn(store, scope, id)
  if (!region) return null
  if (region.closedOn) return done(id)
  const below = await countBelow(store, scope, region)
  if (below.places + below.organizations > 0) return refused('notEmpty', below)
  const closedOn = shanghaiDay(trail.now)
  await audited(store, trail, deed('region.close', region), (tx) => [update(store, tx, scope, id, { closedOn })])
  return done(id)
}

/** Opens a closed region again, where the one above it is open. Null: no such region in the scope. */
export async function reopenRegion(store: Store, { scope, trail, id }: Change): Promise<Outcome<RegionProblem> | null> {
  const region = await findRegionIn(store, scope, id)
  if (!region) return null
  if (!region.closedOn) return done(id)
  const parent = region.parentId ? await findRegionIn(store, wholeDistrict, region.parentId) : null
  if (parent?.closedOn) return refused('parentClosed', { parent: parent.name })
  if (!parent && (await openDistrict(store))) return refused('secondDistrict')
  const open = { closedOn: null, mergedInto: null }
  await audited(store, trail, deed('region.reopen', region), (tx) => [
    ...(parent || region.isDemo ? [] : [closeDemoDistrict(store, tx, trail.now)]),
    update(store, tx, scope, id, open),
  ])
  return done(id)
}

const deed = (action: 'region.change' | 'region.close' | 'region.reopen', { id, code }: DeskRegion) => ({
  action,
  subject: { kind: 'region', id },
  detail: { code },
})

/** The statement that changes one region, if it lies in the scope. */
function update(store: Store, tx: Writer, scope: Scope, id: string, to: Partial<DeskRegion>): Statement {
  const { regions } = store.tables
  return tx
    .update(regions)
    .set(to)
    .where(and(eq(regions.id, id), regionsIn(store, scope)))
}
