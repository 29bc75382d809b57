import type { DesignFlag } from './survey-design'
import type { DomainOption } from './survey-estimate'

/** How an interval was computed; printed wherever the interval is shown. */
export type IntervalMethod = 'wilson' | 'clopperPearson' | 'logitT' | 'kornGraubard'

/**
 * Limits are shares in [0, 1]; those of a composite score are points in [0, 100].
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
export type RateDefinition =
  | 'overallRate'
  | 'masteryRate'
  | 'allCorrectRate'
  | 'itemRate'
  | 'dimensionRate'
  | 'compositeScore'

/** Why a respondent is not in n. `notAdministered`: was given none of the items that the figure is about. */
export type ExclusionReason = 'notAdministered' | 'brokenOff' | 'incomplete'
export type Exclusions = Readonly<Record<ExclusionReason, number>>

/**
 * noData: value is null, because nobody is in it. singleRespondent: n = 1, no standard error.
 * fewRespondents: n < 30, print no percentage. fewDegreesOfFreedom: df < 8, and no interval when df < 1.
 * noVariation: standard error 0, so it says nothing about precision. For the others see DesignFlag.
 */
export type EstimateFlag =
  | 'noData'
  | 'singleRespondent'
  | 'fewRespondents'
  | 'fewDegreesOfFreedom'
  | 'noVariation'
  | DesignFlag

/**
 * A figure with everything needed to judge it.
 * Shares in [0, 1], or points in [0, 100] of a composite score; n counts persons; nEff and deff as in SurveyEstimate;
 * null means not estimable or not asked for.
 */
export type Estimate = {
  readonly value: number | null
  readonly se: number | null
  readonly df: number | null
  readonly n: number
  readonly nEff: number | null
  readonly deff: number | null
  readonly interval: Interval | null
  readonly definition: RateDefinition
  readonly flags: readonly EstimateFlag[]
  readonly excluded: Exclusions
}

/**
 * `interval: false` leaves the interval out: a self-selected sample must never carry one, and only the caller knows.
 * `domain`: for each row whether the figure is about that person.
 */
export type RateOptions = DomainOption & { readonly interval?: boolean; readonly confidence?: number }
