/** Writing a finished survey's file into its wave: all of it or nothing. */
import { desc, eq } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import type { Keys } from '#app/db/sealed.server'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { dropDraft } from '#app/people/places/drafts.server'
import type { Scope } from '#app/people/places/scope'
import { scoreSheet } from './answer-sheet'
import { takesFiles } from './answer-source.server'
import type { FileDraft } from './file-draft.server'
import { keepMapping, keptMapping, type Mapping, recallMapping } from './file-mapping'
import { type FilePlan, type PlannedRow, planFile } from './file-plan.server'
import { responseStatements } from './response-statements.server'
import type { Wave } from './waves.server'

type By = { scope: Scope; keys: Keys; wave: Wave; trail: Trail & { accountId: string } }

export type ImportedFile =
  | { kind: 'saved'; rows: number }
  | { kind: 'waveClosed' | 'alreadyImported' | 'nothingLeft' }
  | { kind: 'faults'; plan: FilePlan }

/**
 * Plans once more and writes it, with the mapping for the next file. Rows with a fault keep everything from being
 * written, unless `leavesOut` says that they may stay behind; the log says how many did.
 */
export async function importFile(
  store: Store,
  by: By,
  { draft, mapping, leavesOut }: { draft: FileDraft; mapping: Mapping; leavesOut: boolean },
): Promise<ImportedFile> {
  const { wave, trail } = by
  if (!takesFiles(wave)) return { kind: 'waveClosed' }
  const plan = await planFile(store, by, draft, mapping)
  if (plan.isImported) return { kind: 'alreadyImported' }
  if (plan.tableFaults.length > 0 || (plan.rowFaults.length > 0 && !leavesOut)) return { kind: 'faults', plan }
  if (plan.rows.length === 0) return { kind: 'nothingLeft' }
  const detail = {
    rows: plan.rows.length,
    faulty: new Set(plan.rowFaults.map(({ row }) => row)).size,
    samePerson: plan.repeated + plan.known,
  }
  try {
    await audited(store, trail, { action: 'response.import', subject: { kind: 'wave', id: wave.id }, detail }, (tx) => [
      ...plan.rows.flatMap((row) => statementsOf(store, tx, by, row)),
      ...rememberMapping(store, tx, by, { draft, mapping, plan }),
      dropDraft(store, tx, draft.id),
    ])
  } catch (error) {
    return whyRefused(store, by, { draft, mapping }, error)
  }
  return { kind: 'saved', rows: plan.rows.length }
}

function statementsOf(store: Store, tx: Writer, { scope, wave, trail }: By, row: PlannedRow): Statement[] {
  const { id, unitId, mode, sheet, sex, age, regionId, isProxy, seconds, key, weight, stratum, cluster, eligible } = row
  const respondent = { sex, age, regionId, isProxy, seconds, personKey: key }
  const source = { kind: 'desk' as const, scope }
  const file = { weight, stratum, cluster }
  const visit = { visits: 0, eligible }
  const entry = { id, waveId: wave.id, unitId, mode, sheet, respondent, source, visit, file, trail }
  return responseStatements(store, tx, entry, scoreSheet(wave.instrument, sheet))
}

/** What came in between: the same file, an answer of one of the units, or the end of the wave. */
async function whyRefused(
  store: Store,
  by: By,
  { draft, mapping }: { draft: FileDraft; mapping: Mapping },
  error: unknown,
): Promise<ImportedFile> {
  const plan = await planFile(store, by, draft, mapping)
  if (plan.isImported) return { kind: 'alreadyImported' }
  if (isTaken(error) && plan.rowFaults.length > 0) return { kind: 'faults', plan }
  const { surveyWaves } = store.tables
  const [now] = await store.db
    .select({ status: surveyWaves.status })
    .from(surveyWaves)
    .where(eq(surveyWaves.id, by.wave.id))
  if (!now || !takesFiles(now)) return { kind: 'waveClosed' }
  throw error
}

function rememberMapping(
  store: Store,
  tx: Writer,
  { wave, trail }: By,
  { draft, mapping, plan }: { draft: FileDraft; mapping: Mapping; plan: FilePlan },
): Statement[] {
  const { surveyMappings } = store.tables
  const kept = keepMapping(mapping, draft.table.titles, plan.doubts.length > 0 ? plan.rows.length : 0)
  const row = {
    id: newId(),
    waveId: wave.id,
    name: draft.fileName,
    mapping: kept,
    accountId: trail.accountId,
    createdAt: trail.now,
  }
  return [tx.insert(surveyMappings).values(row)]
}

/** The newest mapping of the wave that fits a file with these titles, and the file it was made for; null when none does. */
export async function rememberedMapping(
  { db, tables: { surveyMappings } }: Store,
  waveId: string,
  titles: readonly string[],
): Promise<{ name: string; mapping: Mapping } | null> {
  const rows = await db
    .select({ name: surveyMappings.name, mapping: surveyMappings.mapping })
    .from(surveyMappings)
    .where(eq(surveyMappings.waveId, waveId))
    .orderBy(desc(surveyMappings.createdAt), desc(surveyMappings.id))
    .limit(20)
  for (const { name, mapping } of rows) {
    const recalled = recallMapping(keptMapping.parse(mapping), titles)
    if (recalled) return { name, mapping: recalled }
  }
  return null
}

/** How many rows came into a wave although something spoke against the mapping of their file. */
export async function doubtfulRows({ db, tables: { surveyMappings } }: Store, waveId: string): Promise<number> {
  const rows = await db
    .select({ mapping: surveyMappings.mapping })
    .from(surveyMappings)
    .where(eq(surveyMappings.waveId, waveId))
  return rows.reduce((total, { mapping }) => total + keptMapping.parse(mapping).doubtful, 0)
}
