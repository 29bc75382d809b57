/** Choices for rows that may be somebody else: the same person, another one, or (when nothing is said) left out. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Keys } from '#app/db/sealed.server'
import type { Statement, Store, Writer } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import type { Choice } from './import-choice'
import { refuseUnlessStatus } from './import-guards.server'
import { findImport, type Import, type ImportRow } from './import-records.server'
import { asKnownPerson, asNewPerson, NOTHING, type Settled } from './import-settled.server'

/** Keeps the choices for rows of an import that waits to be applied. False when it waits no more; null: not in the scope. */
export async function saveChoices(
  store: Store,
  keys: Keys,
  { scope, importId, choices }: { scope: Scope; importId: string; choices: Choice[] },
): Promise<boolean | null> {
  const found = await findImport(store, scope, importId)
  if (!found) return null
  if (found.status !== 'ready') return false
  await settleChoices(store, keys, { importId, choices, status: 'ready' })
  return true
}

/** The choices that stand in rows, to be made again after these rows have been checked anew. */
export const choicesIn = (rows: ImportRow[]): Choice[] =>
  rows.flatMap(({ rowNumber, outcome, choice, personId, candidates }) => {
    if (!choice) return []
    const candidate = outcome === 'duplicate' ? (candidates?.[0] ?? null) : personId
    return [{ rowNumber, choice, candidate: choice === 'same' ? candidate : null }]
  })

type Given = { importId: string; choices: Choice[]; status: Import['status'] }

/** Writes down what each choice means. A candidate that a row does not have is no choice. */
export async function settleChoices(store: Store, keys: Keys, { importId, choices, status }: Given): Promise<void> {
  const chosen = new Map(choices.map((choice) => [choice.rowNumber, choice]))
  const settled = new Map<number, Settled>()
  const taken = await peopleTaken(store, importId, chosen)
  for (const row of await rowsOf(store, importId, 'conflict')) {
    const choice = chosen.get(row.rowNumber)
    if (choice) settled.set(row.rowNumber, await settleConflict(store, keys, { row, choice, taken }))
  }
  for (const row of await rowsOf(store, importId, 'duplicate')) {
    const choice = chosen.get(row.rowNumber) ?? keptChoice(row, settled)
    if (choice) settled.set(row.rowNumber, await settleDuplicate(store, keys, { row, choice, settled }))
  }
  if (settled.size === 0) return
  await store.atomically((tx) => [
    refuseUnlessStatus(store, tx, importId, status),
    ...[...settled].map(([rowNumber, values]) => writeRow(store, tx, { importId, rowNumber, values })),
  ])
}

async function rowsOf({ db, tables: { importRows } }: Store, importId: string, outcome: 'conflict' | 'duplicate') {
  return db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), eq(importRows.outcome, outcome)))
    .orderBy(importRows.rowNumber)
}

const placeOf = ({ organizationId }: Pick<ImportRow, 'organizationId'>, personId: string) =>
  `${organizationId}:${personId}`

/** Who is named already by a row that nobody is choosing for now: nobody is on one roster twice. */
async function peopleTaken(store: Store, importId: string, chosen: Map<number, Choice>): Promise<Set<string>> {
  const { importRows } = store.tables
  const wanted = [...chosen.values()].flatMap(({ candidate }) => candidate ?? [])
  const rows = await store.db
    .select({
      rowNumber: importRows.rowNumber,
      personId: importRows.personId,
      organizationId: importRows.organizationId,
    })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        inArray(importRows.personId, wanted),
        inArray(importRows.outcome, ['changed', 'unchanged', 'conflict']),
      ),
    )
  return new Set(rows.filter(({ rowNumber }) => !chosen.has(rowNumber)).map((row) => placeOf(row, row.personId ?? '')))
}

/** A duplicate that was the same as a row which has just been settled anew is settled anew, too. */
function keptChoice({ rowNumber, choice, candidates }: ImportRow, settled: Map<number, Settled>): Choice | null {
  const [candidate] = candidates ?? []
  return choice === 'same' && candidate && settled.has(Number(candidate)) ? { rowNumber, choice, candidate } : null
}

type Conflict = { row: ImportRow; choice: Choice; taken: Set<string> }

async function settleConflict(store: Store, keys: Keys, { row, choice, taken }: Conflict): Promise<Settled> {
  const { candidate } = choice
  if (choice.choice === 'other') return asNewPerson(keys, row)
  if (choice.choice === 'skip' || !candidate || !row.candidates?.includes(candidate)) return NOTHING
  const place = placeOf(row, candidate)
  if (taken.has(place)) return { ...NOTHING, choice: 'same', personId: candidate }
  taken.add(place)
  return asKnownPerson(store, row, candidate)
}

type Duplicate = { row: ImportRow; choice: Choice; settled: Map<number, Settled> }

/** The same person a second time has nothing to add: duplicates stand in the list of one organization. */
async function settleDuplicate(store: Store, keys: Keys, { row, choice, settled }: Duplicate): Promise<Settled> {
  const { candidate } = choice
  if (choice.choice === 'other') return asNewPerson(keys, row)
  if (choice.choice === 'skip' || !candidate || !row.candidates?.includes(candidate)) return NOTHING
  const { importRows } = store.tables
  const [first] = await store.db
    .select({ personId: importRows.personId })
    .from(importRows)
    .where(and(eq(importRows.importId, row.importId), eq(importRows.rowNumber, Number(candidate))))
  return { ...NOTHING, choice: 'same', personId: (settled.get(Number(candidate)) ?? first)?.personId ?? null }
}

const writeRow = (
  { tables: { importRows } }: Store,
  tx: Writer,
  { importId, rowNumber, values }: { importId: string; rowNumber: number; values: Settled },
): Statement =>
  tx
    .update(importRows)
    .set(values)
    .where(
      and(
        eq(importRows.importId, importId),
        eq(importRows.rowNumber, rowNumber),
        inArray(importRows.outcome, ['conflict', 'duplicate']),
      ),
    )
