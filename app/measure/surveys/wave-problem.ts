/** The sentences for what went wrong in this room, in the language of the page. */
import type { ReadFields } from '#app/http/read-fields'
import { type Translate, zhCN } from '#app/i18n/config'
import type { Failed } from '#app/people/places/problem-text'

type Problem = keyof typeof zhCN.waves.problem
type FormProblem = keyof typeof zhCN.desk.form

const isProblem = (key: string): key is Problem => Object.hasOwn(zhCN.waves.problem, key)
const isFormProblem = (key: string): key is FormProblem => Object.hasOwn(zhCN.desk.form, key)

/** The sentence of a problem of this room, or of any form. */
export function waveProblem(t: Translate, problem: string, data: Record<string, string | number> = {}): string {
  if (isProblem(problem)) return t(`waves.problem.${problem}`, data)
  return t(`desk.form.${isFormProblem(problem) ? problem : 'required'}`, data)
}

/** A form whose fields were not understood. */
export const failedWaveFields = (
  t: Translate,
  form: string,
  read: Extract<ReadFields<unknown>, { ok: false }>,
): Failed => ({
  form,
  errors: Object.fromEntries(Object.entries(read.errors).map(([field, problem]) => [field, waveProblem(t, problem)])),
  typed: read.typed,
})

type Refused = { problem: string; at?: string; data?: Record<string, string | number> }

/** A form that was understood but refused. */
export const failedWave = (
  t: Translate,
  form: string,
  { problem, at = 'form', data }: Refused,
  typed: Record<string, string> = {},
): Failed => ({ form, errors: { [at]: waveProblem(t, problem, data) }, typed })
