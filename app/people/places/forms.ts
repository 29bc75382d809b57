/** The forms of this room as they are read at the door. Messages are keys of problem-text.ts. */
import { z } from 'zod'
import { LONGEST_NAME, levelOfCode, normaliseCode } from './code'
import { GROUP_MARKS, LONGEST_GROUP_NAME } from './group-limits'
import { organizationKinds } from './organization-kind'
import { type PopulationRow, readBand, readPeople, readYear, sexes } from './population-bands'

const line = (most: number) =>
  z
    .string('required')
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'required').max(most, 'tooLong'))

const name = line(LONGEST_NAME)
const id = (problem: string) => z.string(problem).min(1, problem)

export const nameForm = z.object({ name })

export const regionForm = z.object({
  code: z
    .string('required')
    .transform(normaliseCode)
    .pipe(z.string().min(1, 'required'))
    .refine((code) => levelOfCode(code) !== null, 'codeForm'),
  name,
})

export const mergeRegionForm = z.object({ into: id('otherLevel') })
export const mergeForm = z.object({ into: id('chooseOther') })

export const organizationForm = z.object({
  name,
  kind: z.enum(organizationKinds, 'kindMissing'),
  regionId: id('regionUnknown'),
  staffCount: z
    .string('staffForm')
    .transform((text) => (text.trim() === '' ? null : (readPeople(text) ?? Number.NaN)))
    .pipe(z.number('staffForm').int('staffForm').nullable()),
})

const groupName = line(LONGEST_GROUP_NAME).refine((text) => !GROUP_MARKS.test(text), 'groupNameForm')

export const groupForm = z.object({ group: groupName })
export const renameGroupForm = z.object({ groupId: id('required'), name: groupName })
export const groupIdForm = z.object({ groupId: id('required') })
/** Fields of several forms on one page are told apart by what stands after a colon; here they are plain again. */
export function plainFields(form: FormData): FormData {
  const plain = new FormData()
  for (const [name, value] of form) plain.append(name.replace(/:.*/, ''), value)
  return plain
}

export const mergeGroupForm = z.object({ groupId: id('required'), into: id('chooseOther') })

/** More lines than there are ages: every year of life could be a band of its own. */
const MOST_LINES = 210

const LONGEST_SOURCE = 100

const populationHead = z.object({ year: z.string('yearForm'), source: z.string('required') })

/**
 * The table of one year: fields year, source, and band-n, female-n, male-n for each line. Lines without a figure do not
 * count; with none at all the year is taken away. A problem is keyed by its field.
 */
export const populationForm = z.record(z.string(), z.string()).transform((fields, context) => {
  const wrong = (field: string, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message })
  }
  const head = populationHead.safeParse(fields)
  const year = head.success ? readYear(head.data.year) : null
  if (year === null) wrong('year', 'yearForm')
  const source = head.success ? head.data.source.normalize('NFC').trim() : ''
  const rows: PopulationRow[] = []
  for (let at = 0; at < MOST_LINES; at++) rows.push(...readLine(fields, at, wrong))
  const hasFigures = Object.entries(fields).some(([name, text]) => /^(fe)?male-/.test(name) && text.trim() !== '')
  if (hasFigures && source === '') wrong('source', 'required')
  if (source.length > LONGEST_SOURCE) wrong('source', 'tooLong')
  return { year: year ?? 0, source, rows }
})

function readLine(
  fields: Record<string, string>,
  at: number,
  wrong: (field: string, message: string) => void,
): PopulationRow[] {
  const typedBand = fields[`band-${at}`]?.trim() ?? ''
  const figures = sexes.map((sex) => ({ sex, typed: fields[`${sex}-${at}`]?.trim() ?? '' }))
  const given = figures.filter(({ typed }) => typed !== '')
  if (given.length === 0) return []
  const band = readBand(typedBand)
  if (!band) wrong(`band-${at}`, typedBand === '' ? 'bandMissing' : 'bandForm')
  return given.flatMap(({ sex, typed }) => {
    const people = readPeople(typed)
    if (people === null) wrong(`${sex}-${at}`, 'peopleForm')
    return band && people !== null ? [{ sex, ...band, people }] : []
  })
}
