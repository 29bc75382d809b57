/** What importing a finished survey's file would do to its wave, as things are now. Nothing is written here. */
import { createHash } from 'node:crypto'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { type Keys, keyedHash } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { codePrefix, type Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import { itemIdsOf, scoreSheet } from './answer-sheet'
import { answerReader } from './file-answer'
import type { FileDraft } from './file-draft.server'
import type { FileDoubt, RowFault, TableFault } from './file-fault'
import { itemTarget, type Mapping, roleTarget } from './file-mapping'
import { earliestOfEach } from './file-persons'
import { type FileRow, understandRows } from './file-rows'
import { tableDoubts, tableFaults } from './file-shift'
import { foldText } from './file-text'
import type { Wave } from './waves.server'

/** A row that would be written, under the id that this row of this file always has. */
export type PlannedRow = Omit<FileRow, 'person'> & { id: string; key: string | null }

export type FilePlan = {
  tableFaults: TableFault[]
  doubts: FileDoubt[]
  rowFaults: RowFault[]
  /** Rows of the file, with or without faults. */
  total: number
  rows: PlannedRow[]
  /** Left out because the same person stands earlier in the file, or has answered in this wave before. */
  repeated: number
  known: number
  breakOffs: number
  usesLetters: boolean
  hasWeights: boolean
  /** Background items without a column, counted from 1. */
  withoutColumn: number[]
  /** This very file has been imported before. */
  isImported: boolean
}

export async function planFile(
  store: Store,
  { scope, keys, wave }: { scope: Scope; keys: Keys; wave: Wave },
  { table, digest }: FileDraft,
  mapping: Mapping,
): Promise<FilePlan> {
  const { instrument } = wave
  const read = answerReader(instrument)
  const wrong = tableFaults(table, mapping, instrument, read)
  const [streetOf, units, answered] = await Promise.all([
    placesOf(store, scope, wave),
    unitsOf(store, wave.id),
    personsOf(store, wave.id),
  ])
  const { rows, faults } =
    wrong.length > 0
      ? { rows: [], faults: [] }
      : understandRows({ table, mapping, instrument, read, frame: wave, streetOf, units })
  const keyed = rows.map(({ person, ...row }) => ({
    ...row,
    id: responseIdOf(wave.id, digest, row.row),
    key: person === '' ? null : personKeyOf(keys, wave, person),
  }))
  const { kept, repeated, known } = earliestOfEach(keyed, answered)
  return {
    tableFaults: wrong,
    doubts: wrong.length > 0 ? [] : tableDoubts(table, mapping, instrument, read),
    rowFaults: faults,
    total: table.rows.length,
    rows: kept,
    repeated,
    known,
    breakOffs: kept.filter(({ sheet }) => !scoreSheet(instrument, sheet).isComplete).length,
    usesLetters: rows.some(({ usesLetters }) => usesLetters),
    hasWeights: mapping.has(roleTarget('weight')),
    withoutColumn: itemIdsOf(instrument).flatMap((itemId, at) => (mapping.has(itemTarget(itemId)) ? [] : [at + 1])),
    isImported: await isThere(store, keyed[0]?.id),
  }
}

/**
 * Equal for the same person within a wave and the waves that follow it, and for nobody else: what somebody answered in
 * two waves that have nothing to do with each other cannot be put together. Nothing of them can be read out of it.
 */
export const personKeyOf = (keys: Keys, { id, followsId }: Pick<Wave, 'id' | 'followsId'>, person: string): string =>
  keyedHash(keys, `survey-person:${followsId ?? id}`, person)

/** The id of one row of one file in one wave, always the same: so a file that is sent again adds nothing. */
function responseIdOf(waveId: string, digest: string, row: number): string {
  const hash = createHash('sha256').update(`${waveId}:${digest}:${row}`).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

async function isThere({ db, tables: { surveyResponses } }: Store, id: string | undefined): Promise<boolean> {
  return id !== undefined && (await db.$count(surveyResponses, eq(surveyResponses.id, id))) > 0
}

/** Finds a place of the wave by its code or its name; a name that two places have finds none. */
async function placesOf(store: Store, scope: Scope, { region }: Wave): Promise<(said: string) => string | null> {
  const { regions } = store.tables
  const rows = await store.db
    .select({ id: regions.id, code: regions.code, name: regions.name })
    .from(regions)
    .where(
      and(
        regionsIn(store, scope),
        regionsIn(store, { kind: 'region', prefix: codePrefix(region) }),
        isNull(regions.closedOn),
      ),
    )
  const byText = new Map<string, string | null>()
  for (const { id, name } of rows) {
    const key = plainName(name)
    byText.set(key, byText.has(key) ? null : id)
  }
  for (const { id, code } of rows) byText.set(code, id)
  for (const { id, code } of rows) if (code.endsWith('000') && code.length === 12) byText.set(code.slice(0, 9), id)
  return (said) => byText.get(plainName(said)) ?? null
}

/** 梧桐街道（演示） is 梧桐街道. */
const plainName = (name: string): string => foldText(name.replace(/[(（].*?[)）]/gu, ''))

/** The wave's units by code, with whether each has a response. */
async function unitsOf({ db, tables: { surveyUnits, surveyResponses } }: Store, waveId: string) {
  const rows = await db
    .select({
      id: surveyUnits.id,
      code: surveyUnits.code,
      isTaken: sql<boolean>`${surveyResponses.id} is not null`.mapWith(Boolean),
    })
    .from(surveyUnits)
    .leftJoin(surveyResponses, eq(surveyResponses.unitId, surveyUnits.id))
    .where(eq(surveyUnits.waveId, waveId))
  return new Map(rows.map(({ code, ...unit }) => [code, unit]))
}

async function personsOf({ db, tables: { surveyResponses } }: Store, waveId: string): Promise<Set<string>> {
  const rows = await db
    .select({ key: surveyResponses.personKey })
    .from(surveyResponses)
    .where(and(eq(surveyResponses.waveId, waveId), isNotNull(surveyResponses.personKey)))
  return new Set(rows.map(({ key }) => key ?? ''))
}
