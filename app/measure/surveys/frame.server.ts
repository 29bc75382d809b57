/** Reading a file of communities, comparing it with the wave's place, and putting it in the place of the frame. */
import { and, asc, inArray, isNull } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Store, Writer } from '#app/db/store.server'
import { dropDraft } from '#app/people/places/drafts.server'
import type { FileImport } from '#app/people/places/file-import.server'
import { type Fault, nothingIn } from '#app/people/places/import-fault'
import { inParts } from '#app/people/places/in-parts'
import { done, type Outcome, refused } from '#app/people/places/outcome'
import { populationsOf } from '#app/people/places/populations.server'
import { codePrefix, type Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { takeRows } from '#app/people/places/take-rows.server'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { clearFrame } from './clear-draw.server'
import { type DraftFault, draftFault } from './draft-fault'
import {
  FRAME_SHEET,
  type FrameFile,
  type FramePlan,
  frameFile,
  type PlannedCluster,
  planFrame,
  understandFrame,
} from './frame-file'
import { peopleAged } from './people-aged'
import { deedOf, findWave, type Wave, type WaveChange } from './waves.server'
import { whileDraft } from './while-draft.server'

/** How a file becomes the frame of this wave, for the two steps of an import. */
export const frameImport = (wave: Wave): FileImport<FrameFile, FramePlan> => ({
  kind: 'frame',
  schema: frameFile(wave.id),
  read: async (bytes) => {
    const sheet = await takeRows(bytes, [FRAME_SHEET])
    if (!sheet.ok) return sheet
    const { lines, faults } = understandFrame(sheet.rows, sheet.sheetName ?? FRAME_SHEET)
    const all = [...sheet.faults, ...faults]
    const isEmpty = all.length + lines.length === 0
    const file = { waveId: wave.id, lines }
    return { ok: true, file, faults: isEmpty ? [nothingIn(sheet.sheetName ?? FRAME_SHEET)] : all }
  },
  plan: async (store, scope, { lines }) => {
    const places = await placesOf(store, scope, wave)
    return planFrame(lines, { prefix: codePrefix(wave.region), places })
  },
  apply: (store, { scope, trail, draftId }, file) => applyFrame(store, { scope, trail, id: wave.id, draftId }, file),
})

async function applyFrame(
  store: Store,
  { draftId, ...change }: WaveChange & { draftId: string },
  { lines }: FrameFile,
): Promise<{ faults: Fault[] }> {
  const wave = await findWave(store, change.scope, change.id)
  if (!wave) return { faults: [NOT_DRAFT] }
  const places = await placesOf(store, change.scope, wave)
  const plan = planFrame(lines, { prefix: codePrefix(wave.region), places })
  if (plan.faults.length > 0) return { faults: plan.faults }
  const isWritten = await writeFrame(store, change, plan.clusters, (tx) => [dropDraft(store, tx, draftId)])
  return { faults: isWritten ? [] : [NOT_DRAFT] }
}

const NOT_DRAFT: Fault = { sheet: '', row: null, column: '', value: '', problem: 'waveNotDraft' }

/** Puts these communities in the place of the frame; what was drawn from the old one goes with it. False: no draft any more. */
async function writeFrame(
  store: Store,
  { trail, id: waveId }: WaveChange,
  clusters: PlannedCluster[],
  more: (tx: Writer) => ReturnType<typeof dropDraft>[] = () => [],
): Promise<boolean> {
  const rows = clusters.map(({ street: _, ...cluster }) => ({ id: newId(), waveId, take: 0, ...cluster }))
  const detail = { clusters: rows.length, households: rows.reduce((sum, { size }) => sum + size, 0) }
  return whileDraft(store, { trail, id: waveId }, deedOf('wave.frame', waveId, detail), (tx) => [
    ...clearFrame(store, tx, waveId),
    ...inParts(rows).map((part) => tx.insert(store.tables.surveyClusters).values(part)),
    ...more(tx),
  ])
}

/** The open streets and communities of the wave's place. A street's own wave knows its street. */
async function placesOf(store: Store, scope: Scope, { region }: Pick<Wave, 'region'>) {
  const { regions } = store.tables
  return store.db
    .select({ id: regions.id, code: regions.code, name: regions.name, level: regions.level })
    .from(regions)
    .where(
      and(
        regionsIn(store, scope),
        regionsIn(store, { kind: 'region', prefix: codePrefix(region) }),
        inArray(regions.level, ['street', 'community']),
        isNull(regions.closedOn),
      ),
    )
    .orderBy(asc(regions.code))
}

export type KnownCommunity = PlannedCluster & { people: number | null }

/** The communities of the wave's place with the people of the frame's ages in the newest year; null: not known. */
export async function knownCommunities(store: Store, scope: Scope, wave: Wave): Promise<KnownCommunity[]> {
  const places = await placesOf(store, scope, wave)
  const streets = new Map(places.filter(({ level }) => level === 'street').map((street) => [street.code, street.name]))
  const communities = places.filter(({ level }) => level === 'community')
  return Promise.all(
    communities.map(async ({ id, code, name }) => {
      const stratum = `${code.slice(0, 9)}000`
      const [newest] = await populationsOf(store, scope, id)
      const people = newest
        ? wave.design.household === 'persons'
          ? peopleAged(newest.rows, wave.ageFrom, wave.ageTo)
          : peopleAged(newest.rows, 0, 200)
        : null
      return { regionId: id, code, name, stratum, street: streets.get(stratum) ?? '', size: 0, people }
    }),
  )
}

/**
 * Takes the communities of the wave's place as its frame, with as many households as their people make at so many a
 * household; where persons are listed, with as many persons. Null: no such wave in the scope.
 */
export async function takeKnownCommunities(
  store: Store,
  change: WaveChange,
  peoplePerHousehold: number,
): Promise<Outcome<DraftFault | 'noCommunities' | 'peopleUnknown'> | null> {
  const wave = await findWave(store, change.scope, change.id)
  if (!wave) return null
  const fault = draftFault(wave)
  if (fault) return refused(fault)
  const known = await knownCommunities(store, change.scope, wave)
  if (known.length === 0) return refused('noCommunities')
  const unknown = known.filter(({ people }) => !people)
  if (unknown.length > 0) {
    const names = unknown.slice(0, 5).map(({ name }) => name)
    return refused('peopleUnknown', { count: unknown.length, names: names.join('、') })
  }
  const per = wave.design.household === 'persons' ? 1 : peoplePerHousehold
  const clusters = known.map(({ people, ...cluster }) => ({
    ...cluster,
    size: Math.max(1, Math.round((people ?? 0) / per)),
  }))
  return (await writeFrame(store, change, clusters)) ? done(change.id) : refused('notDraft')
}

/** An empty file with the communities that are known, so that only the households are to be filled in. */
export async function frameTemplate(store: Store, scope: Scope, wave: Wave): Promise<Uint8Array> {
  const places = await placesOf(store, scope, wave)
  const streets = new Map(places.map(({ code, name }) => [code, name]))
  return writeSheet([
    {
      name: FRAME_SHEET,
      columns: ['街道', '社区编码', '社区名称', '户数'].map((title) => ({ title, width: 20 })),
      rows: places
        .filter(({ level }) => level === 'community')
        .map(({ code, name }) => [streets.get(`${code.slice(0, 9)}000`) ?? '', code, name, null]),
    },
  ])
}
