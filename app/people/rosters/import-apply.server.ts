/**
 * Applying an import: what waits in the anteroom goes into the roster as one list of statements over whole sets, so that
 * 50,000 rows are written at once or not at all.
 */
import { and, count, eq, isNotNull } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { rosterDiffers } from './import-current.server'
import { isRefusedByGuard, refuseStale, refuseUnlessStatus } from './import-guards.server'
import { findImport } from './import-records.server'
import { statementsOf } from './import-statements.server'
import { countWritten, isWritten } from './import-written.server'

/**
 * `recount`: the number that was confirmed is not the number that would be written. `stale`: the roster has changed since
 * the dry run in a way that breaks it; the caller has it checked anew. `unitClosed`: an organization it writes to is closed. `closed`: not waiting to be applied. A second
 * press of the button does nothing and finds it applied.
 */
export type ApplyOutcome = 'applied' | 'recount' | 'stale' | 'unitClosed' | 'closed'

type Given = { scope: Scope; importId: string; confirmed: number; trail: Trail }

/** Applies an import of the scope; null when there is none. */
export async function applyImport(
  store: Store,
  { scope, importId, confirmed, trail }: Given,
): Promise<ApplyOutcome | null> {
  const found = await findImport(store, scope, importId)
  if (!found) return null
  if (found.status !== 'ready') return found.status === 'applied' ? 'applied' : 'closed'
  if ((await countWritten(store, importId)) !== confirmed || confirmed === 0) return 'recount'
  if (await namesClosedUnit(store, importId)) return 'unitClosed'
  if (await rosterDiffers(store, importId)) return 'stale'
  const deed = {
    action: 'roster.import' as const,
    subject: { kind: 'import', id: importId },
    detail: { rows: confirmed, organization: found.organizationId, ...(await countsWritten(store, importId)) },
  }
  try {
    // Tens of thousands of rows take most of a second, in which others can go on reading.
    const aside: Store = { ...store, atomically: store.atomicallyAside }
    await audited(aside, trail, deed, (tx) => [
      refuseUnlessStatus(store, tx, importId, 'ready'),
      ...refuseStale(store, tx, importId),
      ...statementsOf(store, tx, importId, trail),
    ])
    return 'applied'
  } catch (error) {
    if (!isRefusedByGuard(error)) throw error
    const status = (await findImport(store, scope, importId))?.status
    return status === 'ready' ? 'stale' : status === 'applied' ? 'applied' : 'closed'
  }
}

/** Whether a row that is written stands in an organization that has been closed, or merged into another, since. */
async function namesClosedUnit(store: Store, importId: string): Promise<boolean> {
  const { importRows, organizations } = store.tables
  const [row] = await store.db
    .select({ id: organizations.id })
    .from(importRows)
    .innerJoin(organizations, eq(organizations.id, importRows.organizationId))
    .where(and(isWritten(store, importId), isNotNull(organizations.closedOn)))
    .limit(1)
  return row !== undefined
}

/** How many rows of each outcome are written, for the log. */
async function countsWritten(store: Store, importId: string): Promise<Record<string, number>> {
  const { importRows } = store.tables
  const rows = await store.db
    .select({ outcome: importRows.outcome, rows: count() })
    .from(importRows)
    .where(isWritten(store, importId))
    .groupBy(importRows.outcome)
  return Object.fromEntries(rows.map(({ outcome, rows }) => [outcome, rows]))
}
