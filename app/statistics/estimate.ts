/** How an interval was computed; printed wherever the interval is shown. */
export type IntervalMethod = 'wilson' | 'clopperPearson' | 'logitT'

/**
 * Limits are shares in [0, 1].
 * `sides: 2`: the pair has the stated confidence. `sides: 1`: each limit alone is a one-sided bound at it.
 */
export type Interval = {
  readonly confidence: number
  readonly sides: 1 | 2
  readonly lower: number
  readonly upper: number
  readonly method: IntervalMethod
}

export type IntervalOptions = { readonly confidence?: number; readonly sides?: 1 | 2 }

/** Ids of section 2 of the definitions; figures are comparable only under one id. */
export type RateDefinition = 'overallRate' | 'masteryRate' | 'allCorrectRate' | 'itemRate'

/** Why a respondent is not in n. `notAdministered`: was given none of the items that the figure is about. */
export type ExclusionReason = 'notAdministered' | 'brokenOff' | 'incomplete'
export type Exclusions = Readonly<Record<ExclusionReason, number>>

/**
 * noData: n = 0, value is null. singleRespondent: n = 1, no standard error.
 * fewRespondents: n < 30, print no percentage. fewDegreesOfFreedom: df < 8.
 * noVariation: standard error 0, so it says nothing about precision.
 */
export type EstimateFlag = 'noData' | 'singleRespondent' | 'fewRespondents' | 'fewDegreesOfFreedom' | 'noVariation'

/**
 * A figure with everything needed to judge it.
 * Shares in [0, 1]; n counts persons; null means not estimable or not asked for.
 */
export type Estimate = {
  readonly value: number | null
  readonly se: number | null
  readonly df: number | null
  readonly n: number
  readonly interval: Interval | null
  readonly definition: RateDefinition
  readonly flags: readonly EstimateFlag[]
  readonly excluded: Exclusions
}

/** A self-selected sample must never carry an interval, so it is computed only when asked for. */
export type RateOptions = { readonly interval?: boolean; readonly confidence?: number }
