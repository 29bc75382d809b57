/** Typing in what residents marked on paper: letters become option ids. Pure. */
import { z } from 'zod'
import type { Instrument } from '#app/content/schema'
import { readFields, type Typed } from '#app/http/read-fields'
import { type AnswerSheet, backgroundItem, blanksIn } from './answer-sheet'
import type { SheetItem, SheetView } from './answer-view'
import { ageField, eligibleField, type Frame, idField } from './read-answer-form'
import { readUnitCode } from './unit-code'

/** The letter of an option by its place: A, B, C … */
export const letterAt = (place: number): string => String.fromCharCode(65 + place)

export const letterField = (itemId: string): string => `letter.${itemId}`

/** What stands in the sex box of the paper. */
const SEX_LETTERS = { A: 'female', B: 'male' } as const

const plainLetters = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,.、，。/]/g, '')

const paperFields = (frame: Frame) =>
  z.object({
    id: idField,
    code: z.string().default('').transform(readUnitCode).pipe(z.string('codeWrong')),
    sex: z
      .string()
      .default('')
      .transform(plainLetters)
      .pipe(z.enum(['A', 'B', ''], 'sexLetter'))
      .transform((letter) => (letter ? SEX_LETTERS[letter] : null)),
    age: ageField(frame),
    eligible: eligibleField,
    proxy: z.literal('yes').optional(),
    anyway: z.literal('yes').optional(),
  })

export type PaperReturned = { errors: Record<string, string>; typed: Typed; blank: number }
type ReadPaper =
  | { ok: true; fields: z.infer<ReturnType<typeof paperFields>>; sheet: AnswerSheet; typed: Typed }
  | { ok: false; returned: PaperReturned }

/** Reads it. `view` is the questionnaire in the order of the paper. Null: a form that no page of ours sends. */
export function readPaperForm(
  form: FormData,
  { instrument, view, frame }: { instrument: Instrument; view: SheetView; frame: Frame },
): ReadPaper | null {
  const read = readFields(form, paperFields(frame))
  if (!read.ok && ['id', 'proxy', 'anyway'].some((name) => name in read.errors)) return null
  const sheet = new Map<string, string[]>()
  const errors: Record<string, string> = { ...(read.ok ? {} : read.errors) }
  for (const item of view.sections.flatMap(({ items }) => items)) {
    const letters = [...new Set(plainLetters((read.typed[letterField(item.id)] ?? '').slice(0, 40)))]
    const fault = letterFault(instrument, item, letters)
    if (fault) errors[letterField(item.id)] = fault
    else if (letters.length > 0)
      sheet.set(
        item.id,
        letters.map((letter) => optionAt(item, letter) ?? ''),
      )
  }
  const blank = blanksIn(instrument, sheet)
  if (read.ok && Object.keys(errors).length === 0 && (blank === 0 || read.value.anyway === 'yes'))
    return { ok: true, fields: read.value, sheet, typed: read.typed }
  return { ok: false, returned: { errors, typed: read.typed, blank } }
}

const optionAt = ({ options }: SheetItem, letter: string): string | undefined => options[letter.charCodeAt(0) - 65]?.id

function letterFault(instrument: Instrument, item: SheetItem, letters: string[]): string | null {
  const chosen = letters.map((letter) => optionAt(item, letter))
  if (chosen.some((option) => option === undefined)) return 'letterUnknown'
  if (chosen.length > 1 && !item.isMultiple) return 'letterTooMany'
  const { alone = [] } = backgroundItem(instrument, item.id) ?? {}
  return chosen.length > 1 && chosen.some((option) => alone.includes(option ?? '')) ? 'contradiction' : null
}
