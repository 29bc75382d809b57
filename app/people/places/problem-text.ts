/** The sentences for what went wrong, in the language of the page. */

import type { ReadFields, Typed } from '#app/http/read-fields'
import type { Translate } from '#app/i18n/config'
import { zhCN } from '#app/i18n/config'

type PlaceProblem = keyof typeof zhCN.places.problem
type OrganizationProblem = keyof typeof zhCN.organizations.problem
type FormProblem = keyof typeof zhCN.desk.form

const isPlaceProblem = (key: string): key is PlaceProblem => Object.hasOwn(zhCN.places.problem, key)
const isOrganizationProblem = (key: string): key is OrganizationProblem =>
  Object.hasOwn(zhCN.organizations.problem, key)
const isFormProblem = (key: string): key is FormProblem => Object.hasOwn(zhCN.desk.form, key)

/** The sentence of a problem of this room, or of any form (desk.form.*). */
export function problemText(t: Translate, problem: string, data: Record<string, string | number> = {}): string {
  if (isPlaceProblem(problem)) return t(`places.problem.${problem}`, data)
  if (isOrganizationProblem(problem)) return t(`organizations.problem.${problem}`, data)
  return t(`desk.form.${isFormProblem(problem) ? problem : 'required'}`, data)
}

/**
 * What a page shows again when a form was not accepted: which form, by its intent (and the id of what it was about), the
 * sentence for each field (`form`: for the whole), and what was typed.
 */
export type Failed = { form: string; errors: Record<string, string>; typed: Typed }

/** A form whose fields were not understood. */
export const failedFields = (
  t: Translate,
  form: string,
  read: Extract<ReadFields<unknown>, { ok: false }>,
): Failed => ({
  form,
  errors: Object.fromEntries(Object.entries(read.errors).map(([field, problem]) => [field, problemText(t, problem)])),
  typed: read.typed,
})

type Refused = { problem: string; at?: string; data?: Record<string, string | number> }

/** A form that was understood but refused. */
export const failedOutcome = (
  t: Translate,
  form: string,
  { problem, at = 'form', data }: Refused,
  typed: Typed,
): Failed => ({
  form,
  errors: { [at]: problemText(t, problem, data) },
  typed,
})
