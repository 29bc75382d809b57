import type { z } from 'zod'

/** What a person sent, as text by field: shown again when something is wrong with it. */
export type Typed = Record<string, string>

/** `errors` holds, by field, the key of a sentence that says what to do. */
export type ReadFields<Value> =
  | { ok: true; value: Value; typed: Typed }
  | { ok: false; errors: Record<string, string>; typed: Typed }

const LONGEST_SHOWN = 5000

/**
 * Reads the fields of a form with a schema whose messages are keys of the interface's texts. Files and repeated fields
 * are no text and count as missing. Fields named in `secret` are never shown again.
 */
export function readFields<Value>(
  form: FormData,
  schema: z.ZodType<Value>,
  { secret = [] }: { secret?: string[] } = {},
): ReadFields<Value> {
  const fields: Typed = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    const [value] = values
    // Own properties only: a field called __proto__ is a field.
    if (values.length === 1 && typeof value === 'string')
      Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true })
  }
  const typed = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => !secret.includes(name))
      .map(([name, value]) => [name, value.slice(0, LONGEST_SHOWN)]),
  )
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? 'form')] ??= message
  return { ok: false, errors, typed }
}
