/**
 * All that an estimate is computed from, as plain data: kept with the frozen estimate, so that it can be computed again
 * by anybody (`npm run estimate:verify`). Nobody can be recognised in it: no names, no codes of units.
 */
import { z } from 'zod'

/**
 * What became of each core item, one character an item in the instrument's order:
 * `1` right, `0` wrong, `u` 不清楚 (wrong), `-` shown and left blank, `.` not shown.
 */
const answerLine = z.string().regex(/^[10u.-]+$/)

const respondent = z.strictObject({
  answers: answerLine,
  /** Scores 0–100 of the scored perception and education items, in the order of `otherItems`; null: not answered. */
  others: z.array(z.number().nullable()),
  /** Base weight 1/π of the person with the non-response of the community; null: missing in a file from elsewhere. */
  weight: z.number().nullable(),
  /** '' for everybody: a sample without strata, or without clusters. */
  stratum: z.string(),
  cluster: z.string(),
  /** Code of the street; '' unknown. */
  street: z.string(),
  sex: z.enum(['female', 'male', '']),
  /** null: not said. */
  age: z.number().nullable(),
  mode: z.string(),
  /** Equal for the same person in a wave and in its follow-ups, and of no use besides; left out where nobody could tell. */
  person: z.string().optional(),
})

/** Residents of one cell or margin of the population, with where the number comes from. */
const margin = z.strictObject({
  /** Which property of a respondent makes the cells; of `sexAge` they are called like `female 18-44`. */
  by: z.enum(['sexAge', 'sex', 'age', 'street']),
  /** In the order in which the cells are neighbours. */
  totals: z.record(z.string(), z.number()),
  year: z.number(),
  source: z.string(),
  /** True: the source's bands of age are others than the survey's, and were shared out by years of age. */
  isShared: z.boolean(),
})

export const estimateSettings = z.strictObject({
  weighting: z.enum(['none', 'postStratify', 'rake']),
  /** Caps as multiples of the mean weight; null: not trimmed. */
  trim: z.strictObject({ lower: z.number(), upper: z.number() }).nullable(),
  missing: z.enum(['skippedIsWrong', 'answeredOnly', 'completeCase']),
  singlePsu: z.enum(['error', 'adjust', 'certainty']),
  /** Ages at which the bands begin, e.g. [18, 45, 60]. */
  ageBands: z.array(z.number()).min(1),
  /** Cells of fewer respondents are joined with a neighbour before weighting. */
  fewestPerCell: z.number(),
})

export const estimateInput = z.strictObject({
  wave: z.strictObject({
    id: z.string(),
    name: z.string(),
    placeName: z.string(),
    regionCode: z.string(),
    tier: z.enum(['P', 'Q']),
    ageFrom: z.number(),
    ageTo: z.number(),
    fieldFrom: z.string(),
    fieldTo: z.string(),
    modes: z.array(z.string()),
    firstStage: z.enum(['pps', 'srs', 'none']),
    /** 跟访: the wave whose respondents are asked once more; left out for every other wave. */
    follows: z.string().optional(),
  }),
  instrument: z.strictObject({
    id: z.string(),
    version: z.string(),
    form: z.string(),
    masteryCut: z.number(),
    mustKnow: z.array(z.string()),
    /** Core items, in order. `choices`: how many options besides 不清楚, for the chance level. `hash`: of stem, options and key. */
    items: z
      .array(
        z.strictObject({
          id: z.string(),
          point: z.string(),
          dimension: z.string(),
          choices: z.number(),
          hash: z.string(),
        }),
      )
      .min(1),
    otherItems: z.array(z.strictObject({ id: z.string(), dimension: z.string() })),
    /** Weights of the dimensions in the composite score, adding up to 1. */
    composite: z.record(z.string(), z.number()),
  }),
  respondents: z.array(respondent),
  /** First-stage units in the frame, for the finite population correction, of the strata where it applies; null: none. */
  frameUnits: z.record(z.string(), z.number()).nullable(),
  /** Clusters drawn here: how many households (or persons) each has, and whether it was sure to be drawn. */
  clusters: z.record(z.string(), z.strictObject({ size: z.number(), isCertain: z.boolean() })),
  /** Names of the streets by code. */
  streets: z.record(z.string(), z.string()),
  margins: z.array(margin),
  settings: estimateSettings,
  target: z
    .strictObject({
      planId: z.string(),
      percent: z.number(),
      /** Null: the plan does not say how it counts. */
      definition: z.enum(['overallRate', 'masteryRate']).nullable(),
    })
    .nullable(),
  dispositions: z.record(z.string(), z.number()),
  /** Respondents that are not in `respondents`, by reason. */
  excluded: z.record(z.string(), z.number()),
  /** What a reader must know besides, with how many respondents it is about. */
  notes: z.record(z.string(), z.number()),
  asOf: z.string(),
})

export type AnswerLine = z.infer<typeof answerLine>
export type RespondentInput = z.infer<typeof respondent>
export type Margin = z.infer<typeof margin>
export type EstimateSettings = z.infer<typeof estimateSettings>
export type EstimateInput = z.infer<typeof estimateInput>

/** What stands unless somebody chooses otherwise (knowledge-rate.md, sections 3 to 5). */
export const defaultSettings: EstimateSettings = {
  weighting: 'none',
  trim: { lower: 0.2, upper: 5 },
  missing: 'skippedIsWrong',
  singlePsu: 'error',
  ageBands: [18, 45, 60],
  fewestPerCell: 10,
}
