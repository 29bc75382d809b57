/** The form of a wave as it is read at the door, and what its fields begin with. Messages are keys of wave-problem.ts. */
import { z } from 'zod'
import { modes } from './wave'
import type { GivenWave, Wave } from './waves.server'

export const LONGEST_WAVE_NAME = 60
export const YOUNGEST = 7
export const ADULT = 18
const OLDEST_ASKED = 120

const chosen = z.string('required').min(1, 'required')
const ticked = z.string().optional()

const name = z
  .string('required')
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'required').max(LONGEST_WAVE_NAME, 'tooLong'))

/** A whole number in a field; full-width digits are fine. */
const whole = (least: number, most: number, problem: string) =>
  z
    .string(problem)
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(/^\d{1,9}$/, problem))
    .transform(Number)
    .pipe(z.number().min(least, problem).max(most, problem))

/** A number of people or communities; blank where no sample is drawn. */
const perStage = z
  .string()
  .default('')
  .transform((text) => (text.trim() === '' ? '1' : text))
  .pipe(whole(1, 1000, 'stageForm'))

const day = z
  .string('dayForm')
  .trim()
  .refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text), 'dayForm')

const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The last day is not before the first; of forms that were read whole. */
const inOrder = ({ fieldFrom, fieldTo }: { fieldFrom: string; fieldTo: string }): boolean => fieldFrom <= fieldTo

/** A follow-up: everything but its name and days is that of the wave that it follows. */
export const followUpForm = z
  .object({ name, fieldFrom: day, fieldTo: day })
  .refine(inOrder, { path: ['fieldTo'], message: 'daysInOrder' })

export const waveForm = z
  .object({
    name,
    regionId: chosen,
    instrumentId: chosen,
    tier: z.enum(['P', 'Q'], 'required'),
    firstStage: z.enum(['pps', 'srs', 'none'], 'required'),
    household: z.enum(['kish', 'persons'], 'required'),
    clustersPerStratum: perStage,
    takePerCluster: perStage,
    'mode-face': ticked,
    'mode-phone': ticked,
    'mode-web': ticked,
    'mode-paper': ticked,
    ageFrom: whole(YOUNGEST, OLDEST_ASKED, 'ageForm'),
    ageTo: whole(YOUNGEST, OLDEST_ASKED, 'ageForm'),
    minors: ticked,
    fieldFrom: day,
    fieldTo: day,
    planId: z.string().default(''),
  })
  .superRefine((fields, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (modes.every((mode) => fields[`mode-${mode}`] === undefined)) wrong('modes', 'modeMissing')
    if (fields.ageFrom > fields.ageTo) wrong('ageTo', 'agesInOrder')
    if (fields.ageFrom < ADULT && fields.minors === undefined) wrong('ageFrom', 'minorsNeedConsent')
    if (!inOrder(fields)) wrong('fieldTo', 'daysInOrder')
  })
  .transform((fields): GivenWave => {
    const { firstStage, household, clustersPerStratum, takePerCluster, planId } = fields
    const { name: called, regionId, instrumentId, tier, ageFrom, ageTo, fieldFrom, fieldTo } = fields
    const asked = modes.filter((mode) => fields[`mode-${mode}`] !== undefined)
    return {
      ...{ name: called, regionId, instrumentId, tier, ageFrom, ageTo, fieldFrom, fieldTo },
      design: { firstStage, household, clustersPerStratum, takePerCluster, modes: asked },
      planId: planId === '' ? null : planId,
    }
  })

/** What the form of a wave that is there begins with. */
export function fieldsOfWave(wave: Wave): Record<string, string> {
  const { design, name: called, regionId, instrumentId, tier, ageFrom, ageTo, fieldFrom, fieldTo, planId } = wave
  return {
    ...{ name: called, regionId, instrumentId, tier, fieldFrom, fieldTo, planId: planId ?? '' },
    ...{ ageFrom: String(ageFrom), ageTo: String(ageTo), ...(ageFrom < ADULT ? { minors: 'yes' } : {}) },
    ...{ firstStage: design.firstStage, household: design.household },
    clustersPerStratum: String(design.clustersPerStratum),
    takePerCluster: String(design.takePerCluster),
    ...Object.fromEntries(design.modes.map((mode) => [`mode-${mode}`, 'yes'])),
  }
}

/** What the form of a new wave begins with: a sample of adults by PPS, four weeks from today. */
export const newWaveFields = (today: Date, dayOf: (moment: Date) => string): Record<string, string> => ({
  instrumentId: 'core-20',
  tier: 'P',
  firstStage: 'pps',
  household: 'kish',
  clustersPerStratum: '5',
  takePerCluster: '10',
  ageFrom: String(ADULT),
  ageTo: '75',
  'mode-face': 'yes',
  'mode-paper': 'yes',
  ...newDays(today, dayOf),
})

/** Four weeks from today. */
const newDays = (today: Date, dayOf: (moment: Date) => string) => ({
  fieldFrom: dayOf(today),
  fieldTo: dayOf(new Date(today.getTime() + 27 * 86_400_000)),
})

/** What the form of a new follow-up begins with. */
export const newFollowUpFields = (today: Date, dayOf: (moment: Date) => string): Record<string, string> => ({
  name: '',
  ...newDays(today, dayOf),
})

/** What the form of a follow-up that is there begins with. */
export const fieldsOfFollowUp = ({ name: called, fieldFrom, fieldTo }: Wave): Record<string, string> => ({
  name: called,
  fieldFrom,
  fieldTo,
})
