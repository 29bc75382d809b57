/** What the forms of a region's page do: one verb for each intent. */

import type { z } from 'zod'
import type { Store } from '#app/db/store.server'
import { readFields } from '#app/http/read-fields'
import type { Translate } from '#app/i18n/config'
import type { Trail } from '#app/people/audit/trail'
import { mergeRegionForm, nameForm } from './forms'
import type { Outcome } from './outcome'
import { type Failed, failedFields, failedOutcome } from './problem-text'
import { closeRegion, renameRegion, reopenRegion } from './region-changes.server'
import { mergeRegion } from './region-merge.server'
import type { Scope } from './scope'

export type Change = { scope: Scope; trail: Trail; id: string }

/** Done, with the id of the page to show next and what it says; or the form to show again. */
export type Submitted<Saved extends string> = { saved: Saved; id: string } | Failed

export type RegionSaved = 'renamed' | 'closed' | 'reopened' | 'merged'

/** Reads the form of an intent and does it. Null: there is no such intent, or nothing in the scope that it is about. */
export async function submitRegion(
  store: Store,
  change: Change,
  { intent, form, t }: { intent: string | null; form: FormData; t: Translate },
): Promise<Submitted<RegionSaved> | null> {
  const at = { intent: intent ?? '', form, t }
  if (intent === 'rename') return submit(at, nameForm, 'renamed', ({ name }) => renameRegion(store, change, name))
  if (intent === 'merge') return submit(at, mergeRegionForm, 'merged', ({ into }) => mergeRegion(store, change, into))
  if (intent === 'close') return answer(at, 'closed', await closeRegion(store, change), {})
  if (intent === 'reopen') return answer(at, 'reopened', await reopenRegion(store, change), {})
  return null
}

type At = { intent: string; form: FormData; t: Translate }

/** Reads the fields of a form and hands them to its verb. */
export async function submit<Value, Saved extends string>(
  { intent, form, t }: At,
  schema: z.ZodType<Value>,
  saved: Saved,
  verb: (value: Value) => Promise<Outcome<string> | null>,
): Promise<Submitted<Saved> | null> {
  const read = readFields(form, schema)
  if (!read.ok) return failedFields(t, intent, read)
  return answer({ intent, form, t }, saved, await verb(read.value), read.typed)
}

/** What the page says to an outcome. */
export function answer<Saved extends string>(
  { intent, t }: At,
  saved: Saved,
  outcome: Outcome<string> | null,
  typed: Record<string, string>,
): Submitted<Saved> | null {
  if (!outcome) return null
  return outcome.done ? { saved, id: outcome.id } : failedOutcome(t, intent, outcome, typed)
}
