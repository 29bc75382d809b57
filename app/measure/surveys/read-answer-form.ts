/** The form of one respondent, in a browser or at an interviewer's desk, read at the door. Pure. */
import { z } from 'zod'
import type { Instrument } from '#app/content/schema'
import { isId } from '#app/db/ids'
import { readFields, type Typed } from '#app/http/read-fields'
import { type AnswerSheet, blanksIn, readSheetFields, sheetFault } from './answer-sheet'

/** Who may be asked. */
export type Frame = { ageFrom: number; ageTo: number }

const DAY_SECONDS = 86_400

/** An age as people type it: digits of either width, nothing at all when they would rather not say. */
export const ageField = ({ ageFrom, ageTo }: Frame) =>
  z
    .string()
    .default('')
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(/^\d{0,3}$/, 'ageNumber'))
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((age) => age === null || (age >= ageFrom && age <= ageTo), 'ageFrame')

const sexField = z
  .enum(['female', 'male', ''])
  .default('')
  .transform((sex) => sex || null)

/** How many persons could have been asked; empty: not counted. */
export const eligibleField = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(z.string().regex(/^([1-9]\d?)?$/, 'eligibleNumber'))
  .transform((text) => (text === '' ? null : Number(text)))

export const idField = z.string().refine(isId, 'id')

const answerFields = (frame: Frame) =>
  z.object({
    id: idField,
    sex: sexField,
    age: ageField(frame),
    region: z.string().default(''),
    proxy: z.literal('yes').optional(),
    mode: z.enum(['face', 'phone']).optional(),
    eligible: eligibleField,
    visits: z.coerce.number().int().min(0).max(99).catch(0),
    /** When the form was first seen, in milliseconds since 1970; a browser may claim what it likes. */
    began: z.coerce.number().int().positive().nullable().catch(null),
    anyway: z.literal('yes').optional(),
  })

type AnswerFields = z.infer<ReturnType<typeof answerFields>>

export type ReadAnswer =
  | { ok: true; fields: AnswerFields; sheet: AnswerSheet; seconds: number | null }
  | { ok: false; returned: Returned }

/** What is shown again: everything that was chosen and typed, and what to do about it. */
export type Returned = {
  blank: number
  contradictionAt: string | null
  errors: Record<string, string>
  typed: Typed
  sheet: Record<string, readonly string[]>
}

/**
 * Reads it. Null: a form that no page of ours sends. Not ok: the person's mistake, or items left blank that were not
 * confirmed as blank.
 */
export function readAnswerForm(form: FormData, instrument: Instrument, frame: Frame, now: Date): ReadAnswer | null {
  const sheet = readSheetFields(form)
  const fault = sheetFault(instrument, sheet)
  const read = readFields(form, answerFields(frame))
  const blank = blanksIn(instrument, sheet)
  if ((fault && fault.fault !== 'contradiction') || (!read.ok && !isTypingMistake(read.errors))) return null
  const isConfirmed = blank === 0 || (read.ok && read.value.anyway === 'yes')
  if (read.ok && !fault && isConfirmed)
    return { ok: true, fields: read.value, sheet, seconds: secondsBetween(read.value.began, now) }
  const errors = read.ok ? {} : read.errors
  const contradictionAt = fault?.itemId ?? null
  return {
    ok: false,
    returned: { blank, contradictionAt, errors, typed: read.typed, sheet: Object.fromEntries(sheet) },
  }
}

/** A wrong age or number is typed; anything else wrong was not sent by our form. */
const isTypingMistake = (errors: Record<string, string>): boolean =>
  Object.keys(errors).every((name) => name === 'age' || name === 'eligible')

/** Whole seconds; null where they make no sense. */
function secondsBetween(began: number | null, now: Date): number | null {
  if (began === null) return null
  const seconds = Math.round((now.getTime() - began) / 1000)
  return seconds >= 1 && seconds <= DAY_SECONDS ? seconds : null
}
