/** The one way by which answers come into a wave: from the web, an interviewer, paper or a file. */
import { and, eq, sql } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { type AnswerSheet, scoreSheet, sheetFault } from './answer-sheet'
import { type AnswerSource, isOpenTo, takesAnswers } from './answer-source.server'
import { readFrozenInstrument } from './frozen-instrument'
import { responseStatements } from './response-statements.server'
import type { Mode } from './wave'

/** Who answered, as far as they said. */
export type Respondent = {
  sex: 'female' | 'male' | null
  age: number | null
  /** The street they named; where the unit's own place is known, that one counts. */
  regionId: string | null
  /** 代填 */
  isProxy: boolean
  /** From the first look at the form to sending it; null: not measured. */
  seconds: number | null
  /** `personKeyOf` of something verified; null where nobody was identified. */
  personKey: string | null
}

export type Entry = {
  /** Made by whoever sends it, so that sending again keeps the first. */
  id: string
  waveId: string
  /** Null only for files from elsewhere, which have no units. */
  unitId: string | null
  mode: Mode
  sheet: AnswerSheet
  respondent: Respondent
  source: AnswerSource
  /** What is known of the unit besides; no visits where nobody went there. */
  visit?: { visits: number; eligible: number | null }
  /** What came with a row of a file from elsewhere. */
  file?: { weight: number | null; stratum: string | null; cluster: string | null }
  trail: Trail
}

/** `saved`, or why not. `already`: this very response stands there; nothing was changed. */
export type Entered =
  | { kind: 'saved' | 'already'; isComplete: boolean }
  | { kind: 'waveClosed' | 'unitTaken' | 'unknownUnit' | 'unknownOption' | 'outOfFrame' }

/**
 * Keeps one response with its answers and what became of its unit, all or nothing. That the wave takes answers, that the
 * unit is one of the source's own and has no response yet, is part of the statements themselves: of two that come at
 * once one stays. Whoever the respondent is, a second response of the same person is kept too: the earliest counts.
 */
export async function enterResponse(store: Store, entry: Entry): Promise<Entered> {
  const wave = await waveOf(store, entry.waveId)
  if (!wave) return { kind: 'unknownUnit' }
  const instrument = readFrozenInstrument(wave.instrument)
  if (sheetFault(instrument, entry.sheet)) return { kind: 'unknownOption' }
  const { age } = entry.respondent
  if (age !== null && (age < wave.ageFrom || age > wave.ageTo)) return { kind: 'outOfFrame' }
  const scored = scoreSheet(instrument, entry.sheet)
  const deed = {
    action: 'response.enter',
    subject: { kind: 'wave', id: wave.id },
    detail: { mode: entry.mode },
  } as const
  const write = (tx: Parameters<typeof responseStatements>[1]) => responseStatements(store, tx, entry, scored)
  try {
    // What residents send themselves is no deed of the desk.
    await (entry.source.kind === 'token' ? store.atomically(write) : audited(store, entry.trail, deed, write))
    return { kind: 'saved', isComplete: scored.isComplete }
  } catch (error) {
    const refusal = await whyRefused(store, entry, wave)
    if (!refusal) throw error
    return refusal
  }
}

async function waveOf({ db, tables: { surveyWaves } }: Store, id: string) {
  const [wave] = await db.select().from(surveyWaves).where(eq(surveyWaves.id, id))
  return wave
}

/** Called when a write was refused; null when none of these is the reason. */
async function whyRefused(
  store: Store,
  entry: Entry,
  wave: { status: string; fieldTo: string },
): Promise<Entered | null> {
  const { surveyResponses } = store.tables
  const { id, unitId, waveId, trail } = entry
  const known = await store.db
    .select({
      id: surveyResponses.id,
      unitId: surveyResponses.unitId,
      waveId: surveyResponses.waveId,
      isComplete: sql<boolean>`2 * ${surveyResponses.answered} >= ${surveyResponses.asked}`.mapWith(Boolean),
    })
    .from(surveyResponses)
    .where(sql`${surveyResponses.id} = ${id} or ${surveyResponses.unitId} = ${unitId}`)
  const same = known.find((row) => row.id === id)
  if (same?.unitId === unitId && same.waveId === waveId) return { kind: 'already', isComplete: same.isComplete }
  if (same) return { kind: 'unknownUnit' }
  if (known.length > 0) return { kind: 'unitTaken' }
  if (!takesAnswers(wave, trail.now)) return { kind: 'waveClosed' }
  return (await isTheirs(store, entry)) ? null : { kind: 'unknownUnit' }
}

async function isTheirs(store: Store, { waveId, unitId, source }: Entry): Promise<boolean> {
  const { surveyWaves, surveyUnits, regions } = store.tables
  const rows = await store.db
    .select({ unitId: surveyUnits.id })
    .from(surveyWaves)
    .innerJoin(regions, eq(regions.id, surveyWaves.regionId))
    .leftJoin(surveyUnits, and(eq(surveyUnits.id, unitId ?? ''), eq(surveyUnits.waveId, surveyWaves.id)))
    .where(and(eq(surveyWaves.id, waveId), isOpenTo(store, source)))
  return rows.length > 0 && rows[0]?.unitId === unitId
}
