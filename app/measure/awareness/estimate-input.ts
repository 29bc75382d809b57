/**
 * All that an estimate is computed from, as plain data: kept with the frozen estimate, so that it can be computed again
 * by anybody (`npm run estimate:verify`). Nobody can be recognised in it: no names, no codes of units.
 */

/**
 * What became of each core item, one character an item in the instrument's order:
 * `1` right, `0` wrong, `u` 不清楚 (wrong), `-` shown and left blank, `.` not shown.
 */
export type AnswerLine = string

export type RespondentInput = {
  answers: AnswerLine
  /** Scores 0–100 of the scored perception and education items, in the order of `otherItems`; null: not answered. */
  others: (number | null)[]
  /** Base weight 1/π of the person; 1 for all where nothing was drawn. */
  weight: number
  stratum: string
  cluster: string
  /** Code of the street; '' unknown. */
  street: string
  sex: 'female' | 'male' | ''
  /** null: not said. */
  age: number | null
  mode: string
}

/** Residents of one cell or margin of the population, with where the number comes from. */
export type Margin = {
  /** Which property of a respondent makes the cells. */
  by: 'sexAge' | 'sex' | 'age' | 'street'
  totals: Record<string, number>
  year: number
  source: string
}

export type EstimateSettings = {
  weighting: 'none' | 'postStratify' | 'rake'
  /** Caps as multiples of the mean weight; null: not trimmed. */
  trim: { lower: number; upper: number } | null
  missing: 'skippedIsWrong' | 'answeredOnly' | 'completeCase'
  singlePsu: 'error' | 'adjust' | 'certainty'
  /** Ages at which the bands begin, e.g. [18, 45, 60]. */
  ageBands: number[]
}

export type EstimateInput = {
  wave: {
    id: string
    name: string
    placeName: string
    regionCode: string
    tier: 'P' | 'Q'
    ageFrom: number
    ageTo: number
    fieldFrom: string
    fieldTo: string
    modes: string[]
    firstStage: 'pps' | 'srs' | 'none'
  }
  instrument: {
    id: string
    version: string
    form: string
    masteryCut: number
    mustKnow: string[]
    /** Core items, in order. `choices`: how many options besides 不清楚, for the chance level. */
    items: { id: string; point: string; dimension: string; choices: number }[]
    otherItems: { id: string; dimension: string }[]
    /** Weights of the dimensions in the composite score, adding up to 1. */
    composite: Record<string, number>
  }
  respondents: RespondentInput[]
  /** First-stage units of each stratum in the frame, for the finite population correction; null: PPS or unknown. */
  frameUnits: Record<string, number> | null
  margins: Margin[]
  settings: EstimateSettings
  target: { planId: string; percent: number; definition: 'overallRate' | 'masteryRate' | null } | null
  dispositions: Record<string, number>
  /** Respondents that are not in `respondents`, by reason. */
  excluded: Record<string, number>
  asOf: string
}
