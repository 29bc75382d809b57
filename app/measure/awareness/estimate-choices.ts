/** The settings of the workbench as its form and its address say them. Pure. */
import { z } from 'zod'
import { defaultSettings, type EstimateSettings } from './estimate-input'

/** A few bands only: free ones could be subtracted from each other until somebody is recognised. */
const AGES = { two: [18, 60], three: [18, 45, 60], five: [18, 30, 40, 50, 60] }
const TRIM = { five: { lower: 0.2, upper: 5 }, three: { lower: 0.3, upper: 3 }, none: null }

export const choices = {
  weighting: ['none', 'postStratify', 'rake'],
  ages: ['three', 'two', 'five'],
  trim: ['five', 'three', 'none'],
  missing: ['skippedIsWrong', 'answeredOnly', 'completeCase'],
  singlePsu: ['error', 'adjust', 'certainty'],
} as const
export type ChoiceName = keyof typeof choices

const chosen = z.object({
  weighting: z.enum(choices.weighting).catch('none'),
  ages: z.enum(choices.ages).catch('three'),
  trim: z.enum(choices.trim).catch('five'),
  missing: z.enum(choices.missing).catch('skippedIsWrong'),
  singlePsu: z.enum(choices.singlePsu).catch('error'),
})
export type EstimateChoices = z.infer<typeof chosen>

/** What is missing or nonsense is as if it were not there. */
export const readChoices = (given: URLSearchParams | FormData): EstimateChoices =>
  chosen.parse(Object.fromEntries(Object.keys(choices).map((name) => [name, given.get(name)])))

export const settingsOf = ({ weighting, ages, trim, missing, singlePsu }: EstimateChoices): EstimateSettings => ({
  ...defaultSettings,
  weighting,
  ageBands: AGES[ages],
  trim: TRIM[trim],
  missing,
  singlePsu,
})
