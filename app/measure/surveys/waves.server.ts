/** Survey waves: drafting, opening and closing them. Every write leaves a trace; a wave out of scope is not there. */
import { and, desc, eq } from 'drizzle-orm'
import { catalog } from '#app/content/catalog.server'
import type { Instrument } from '#app/content/schema'
import { isId } from '#app/db/ids'
import { isTaken, type Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Action, Trail } from '#app/people/audit/trail'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import { findRegionIn } from '#app/people/places/regions.server'
import type { Level, Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { clearDraw, clearFrame, drawsAnew } from './clear-draw.server'
import { type DraftFault, draftFault } from './draft-fault'
import { readFrozenInstrument } from './frozen-instrument'
import { planTarget } from './plan-target'
import { type WaveDesign, waveDesign } from './wave'
import { whileDraft } from './while-draft.server'

type WaveRow = Store['tables']['surveyWaves']['$inferSelect']
export type WaveRegion = { id: string; code: string; name: string; level: Level }
export type Wave = Omit<WaveRow, 'instrument' | 'design'> & {
  instrument: Instrument
  design: WaveDesign
  region: WaveRegion
}

/** Why a wave is not written, opened or closed. */
export type WaveProblem =
  | 'regionUnknown'
  | 'instrumentUnknown'
  | 'planUnknown'
  | DraftFault
  | 'notInField'
  | 'notDrawn'
  | 'fieldIsOver'

/** What a person says about a wave. */
export type GivenWave = {
  name: string
  regionId: string
  instrumentId: string
  tier: 'P' | 'Q'
  design: Omit<WaveDesign, 'planned'>
  ageFrom: number
  ageTo: number
  planId: string | null
  fieldFrom: string
  fieldTo: string
}

/** The wave of an id in the scope, whole; null for anything else. */
export async function findWave(store: Store, scope: Scope, id: string): Promise<Wave | null> {
  const { surveyWaves, regions } = store.tables
  if (!isId(id)) return null
  const [found] = await store.db
    .select({
      wave: surveyWaves,
      region: { id: regions.id, code: regions.code, name: regions.name, level: regions.level },
    })
    .from(surveyWaves)
    .innerJoin(regions, eq(regions.id, surveyWaves.regionId))
    .where(and(eq(surveyWaves.id, id), regionsIn(store, scope)))
    .orderBy(desc(surveyWaves.createdAt))
  if (!found) return null
  const { instrument, design, ...row } = found.wave
  return {
    ...row,
    instrument: readFrozenInstrument(instrument),
    design: waveDesign.parse(design),
    region: found.region,
  }
}

/** Adds a draft under an id that the form brought, so that sending it twice makes one wave. */
export async function addWave(
  store: Store,
  { scope, trail, id }: { scope: Scope; trail: Trail & { accountId: string }; id: string },
  given: GivenWave,
): Promise<Outcome<WaveProblem>> {
  const read = await columnsOf(store, scope, given)
  if (!read.ok) return read.refused
  const row = {
    id,
    ...read.columns,
    design: { ...given.design, planned: null },
    status: 'draft' as const,
    createdBy: trail.accountId,
    createdAt: trail.now,
  }
  try {
    await audited(store, trail, deedOf('wave.add', id, { tier: given.tier }), (tx) => [
      tx.insert(store.tables.surveyWaves).values(row),
    ])
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  return done(id)
}

export type WaveChange = { scope: Scope; trail: Trail; id: string }

/**
 * Writes a draft anew. What was drawn is let go when the new plan would draw otherwise, and the frame when the place is
 * another. Null: no such wave in the scope.
 */
export async function changeWave(
  store: Store,
  { scope, trail, id }: WaveChange,
  given: GivenWave,
): Promise<Outcome<WaveProblem> | null> {
  const wave = await findWave(store, scope, id)
  if (!wave) return null
  const fault = draftFault(wave)
  if (fault) return refused(fault)
  const read = await columnsOf(store, scope, given)
  if (!read.ok) return read.refused
  const design = { ...given.design, planned: wave.design.planned }
  const otherPlace = wave.regionId !== given.regionId
  const { surveyWaves } = store.tables
  const isWritten = await whileDraft(store, { trail, id }, deedOf('wave.change', id), (tx) => [
    ...(otherPlace ? clearFrame(store, tx, id) : drawsAnew(wave.design, design) ? clearDraw(store, tx, id) : []),
    tx
      .update(surveyWaves)
      .set({ ...read.columns, design })
      .where(eq(surveyWaves.id, id)),
  ])
  return isWritten ? done(id) : refused('notDraft')
}

export const deedOf = (action: Action, id: string, detail?: Record<string, string | number | boolean | null>) => ({
  action,
  subject: { kind: 'wave', id },
  ...(detail ? { detail } : {}),
})

type Columns = Omit<
  Store['tables']['surveyWaves']['$inferInsert'],
  'id' | 'design' | 'status' | 'createdBy' | 'createdAt'
>
type ReadColumns = { ok: true; columns: Columns } | { ok: false; refused: Outcome<WaveProblem> }

/** What the person chose by its id is looked up: the place in their scope, the instrument as it stands now, the plan's target. */
async function columnsOf(store: Store, scope: Scope, given: GivenWave): Promise<ReadColumns> {
  const { design: _, instrumentId, planId, ...rest } = given
  const region = await findRegionIn(store, scope, given.regionId)
  const isPlace = region && !region.closedOn && (region.level === 'district' || region.level === 'street')
  if (!isPlace) return { ok: false, refused: refused('regionUnknown', { at: 'regionId' }) }
  const instrument = catalog.instruments.find((one) => one.id === instrumentId)
  if (!instrument) return { ok: false, refused: refused('instrumentUnknown', { at: 'instrumentId' }) }
  const plan = catalog.plans.find((one) => one.id === planId)
  const target = plan ? planTarget(plan) : null
  if (planId !== null && !target) return { ok: false, refused: refused('planUnknown', { at: 'planId' }) }
  return {
    ok: true,
    columns: {
      ...rest,
      instrumentId,
      instrumentVersion: instrument.version,
      instrument,
      planId,
      targetPercent: target?.percent ?? null,
      targetDefinition: target?.definition ?? null,
    },
  }
}
