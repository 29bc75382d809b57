/** Reading a file of places, comparing it with the district, and writing what was confirmed. */
import { and, asc, eq } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { isDemoCode, parentCode } from './code'
import { dropDraft } from './drafts.server'
import { type Fault, nothingIn } from './import-fault'
import { inParts } from './in-parts'
import { type PlacesFile, POPULATION_SHEET, REGION_SHEET, understandSheet } from './places-file'
import { type KnownPlaces, type PlacesPlan, planPlaces, type YearOfRegion, yearKey } from './places-plan'
import { replaceYear } from './populations.server'
import { closeDemoDistrict } from './region-changes.server'
import type { Scope } from './scope'
import { regionsIn } from './scope.server'
import { type TakenSheet, takeRows } from './take-rows.server'

export type ReadFile<File> = { ok: true; file: File; faults: Fault[] } | Extract<TakenSheet, { ok: false }>

/**
 * Understands an uploaded file: its sheet 地区 (or the first one), and its sheet 人口 where it has one beside that.
 */
export async function readPlacesFile(bytes: Uint8Array): Promise<ReadFile<PlacesFile>> {
  const first = await takeRows(bytes, [REGION_SHEET, POPULATION_SHEET])
  if (!first.ok) return first
  const second = first.sheetName === REGION_SHEET ? await takeRows(bytes, [POPULATION_SHEET]) : null
  const sheets = [first, ...(second?.ok && second.sheetName === POPULATION_SHEET ? [second] : [])]
  const understood = sheets.map(({ rows, sheetName }) => understandSheet(rows, sheetName ?? ''))
  const file = {
    regions: understood.flatMap(({ file }) => file.regions),
    populations: understood.flatMap(({ file }) => file.populations),
  }
  const faults = [...sheets, ...understood].flatMap((one) => one.faults)
  const isEmpty = faults.length + file.regions.length + file.populations.length === 0
  return { ok: true, file, faults: isEmpty ? [nothingIn(first.sheetName ?? '')] : faults }
}

/** What the file would change in the scope, as things are now. */
export async function planForPlaces(store: Store, scope: Scope, file: PlacesFile): Promise<PlacesPlan> {
  return planPlaces(file, await knownPlaces(store, scope))
}

async function knownPlaces({ db, tables }: Store, scope: Scope): Promise<KnownPlaces> {
  const { regions, regionPopulations: held } = tables
  const [rows, people] = await Promise.all([
    db.select().from(regions).orderBy(asc(regions.code)),
    db.select().from(held).orderBy(asc(held.regionId), asc(held.year)),
  ])
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  const populations = new Map<string, YearOfRegion>()
  for (const { regionId, year, source, ...row } of people) {
    const known = { code: codes.get(regionId) ?? '', year, source, rows: [] }
    const population = populations.get(yearKey(known)) ?? known
    population.rows.push(row)
    populations.set(yearKey(known), population)
  }
  return {
    // A single organization sees no region at all; no code begins so.
    prefix: scope.kind === 'region' ? scope.prefix : '-',
    regions: new Map(
      rows.map(({ id, code, name, closedOn, isDemo }) => [
        code,
        { id, code, name, isClosed: closedOn !== null, isDemo },
      ]),
    ),
    populations,
  }
}

/**
 * Plans once more and writes the whole of it, or nothing: the faults that have come up since the preview (someone else
 * was at it too) are handed back. Empty: it is written.
 */
export async function applyPlaces(
  store: Store,
  { scope, trail, draftId }: { scope: Scope; trail: Trail; draftId: string },
  file: PlacesFile,
): Promise<{ faults: Fault[]; plan: PlacesPlan }> {
  const plan = await planForPlaces(store, scope, file)
  if (plan.faults.length > 0) return { faults: plan.faults, plan }
  const { regions, populations } = plan
  const detail = {
    added: regions.added.length,
    changed: regions.changed.length,
    yearsAdded: populations.added.length,
    yearsChanged: populations.changed.length,
  }
  const ids = await idsByCode(store, plan)
  const deed = { action: 'region.import' as const, subject: { kind: 'region', id: 'file' }, detail }
  try {
    await audited(store, trail, deed, (tx) => [
      ...writeRegions(store, tx, scope, plan, ids, trail.now),
      ...[...populations.added, ...populations.changed].flatMap((year) =>
        replaceYear(store, tx, ids.get(year.code) ?? '', year),
      ),
      dropDraft(store, tx, draftId),
    ])
  } catch (error) {
    // Somebody has just added one of the codes: planning again names it.
    if (isTaken(error)) return applyPlaces(store, { scope, trail, draftId }, file)
    throw error
  }
  return { faults: [], plan }
}

/** The ids of all regions by code, with new ones for those to be added. */
async function idsByCode(store: Store, { regions: { added } }: PlacesPlan): Promise<Map<string, string>> {
  const { regions } = store.tables
  const known = await store.db.select({ id: regions.id, code: regions.code }).from(regions)
  return new Map([...known, ...added.map(({ code }) => ({ id: newId(), code }))].map(({ id, code }) => [code, id]))
}

function writeRegions(
  store: Store,
  tx: Writer,
  scope: Scope,
  { regions: { added, changed } }: PlacesPlan,
  ids: Map<string, string>,
  now: Date,
): Statement[] {
  const { regions } = store.tables
  const rows = added.map(({ code, name, level }) => ({
    id: ids.get(code) ?? '',
    code,
    name,
    level,
    parentId: ids.get(parentCode({ code, level }) ?? '') ?? null,
    isDemo: isDemoCode(code),
  }))
  return [
    ...(added.some(({ level }) => level === 'district') ? [closeDemoDistrict(store, tx, now)] : []),
    ...inParts(rows).map((part) => tx.insert(regions).values(part)),
    ...changed.map(({ code, name }) =>
      tx
        .update(regions)
        .set({ name })
        .where(and(eq(regions.code, code), regionsIn(store, scope))),
    ),
  ]
}
