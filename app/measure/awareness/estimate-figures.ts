/** The rates of a weighted sample, each beside the same without weights. Pure. */
import { allCorrectRate } from '#app/statistics/all-correct-rate'
import { compositeScore } from '#app/statistics/composite-score'
import { dimensionRate } from '#app/statistics/dimension-rate'
import type { Estimate } from '#app/statistics/estimate'
import { itemRates } from '#app/statistics/item-rates'
import { masteryRate } from '#app/statistics/mastery-rate'
import { overallRate } from '#app/statistics/overall-rate'
import { reliabilityFlag } from '#app/statistics/reliability-flag'
import type { RespondentRow } from '#app/statistics/respondent-row'
import type { SurveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { coreRow, wholeRow } from './answer-rows'
import type { EstimateInput, RespondentInput } from './estimate-input'
import type { EstimateResult, Figure } from './estimate-result'
import { FEWEST_FOR_PERCENT } from './share'

export type Sample = {
  input: EstimateInput
  respondents: readonly RespondentInput[]
  rows: readonly RespondentRow[]
  design: SurveyDesign
}

export const isSampled = ({ input }: Sample): boolean => input.wave.tier === 'P'

/**
 * Without a probability sample there is no sampling error, so nothing that is made from one: no standard error, no
 * interval, no effective size.
 */
export function figureOf(sample: Sample, estimate: Estimate, unweighted: number | null): Figure {
  const { value, n, se, nEff, deff, df, interval } = estimate
  const flags = estimate.flags.filter((flag) => flag !== 'marginsRescaled' && flag !== 'trimmingUnsettled')
  if (!isSampled(sample)) {
    const kept = flags.filter((flag) => flag === 'noData' || flag === 'fewRespondents' || flag === 'singleRespondent')
    return { value, n, se: null, interval: null, nEff: null, deff: null, df: null, unweighted, flags: kept }
  }
  const limits = interval && {
    lower: interval.lower,
    upper: interval.upper,
    confidence: interval.confidence,
    method: interval.method,
  }
  return { value, n, se, interval: limits, nEff, deff, df, unweighted, flags }
}

const PLAIN = { interval: false } as const

export function masteryRule({ instrument }: EstimateInput) {
  const positions = instrument.mustKnow.map((id) => instrument.items.findIndex((item) => item.id === id))
  return { cut: instrument.masteryCut, mustKnow: positions.filter((position) => position >= 0) }
}

/** Both rates of everybody. */
export function rates(sample: Sample) {
  const { rows, design } = sample
  const options = { interval: isSampled(sample) }
  const rule = masteryRule(sample.input)
  const overall = overallRate(rows, design, options)
  const mastery = masteryRate(rows, rule, design, options)
  return {
    overall: figureOf(sample, overall, overallRate(rows, undefined, PLAIN).value),
    mastery: figureOf(sample, mastery, masteryRate(rows, rule, undefined, PLAIN).value),
  }
}

export function allCorrect(sample: Sample): Figure {
  const { rows, design } = sample
  const weighted = allCorrectRate(rows, design, { interval: isSampled(sample) })
  return figureOf(sample, weighted, allCorrectRate(rows, undefined, PLAIN).value)
}

/** Null where a dimension that has a weight has no items. */
export function composite(sample: Sample): Figure | null {
  const { input, respondents, design } = sample
  const { items, otherItems, composite: weightOf } = input.instrument
  const dimensionAt = [...items, ...otherItems].map(({ dimension }) => dimension)
  const weights = Object.entries(weightOf)
    .filter(([, weight]) => weight > 0)
    .map(([dimension, weight]) => ({
      weight,
      items: [...dimensionAt.keys()].filter((position) => dimensionAt[position] === dimension),
    }))
  if (weights.length === 0 || weights.some((dimension) => dimension.items.length === 0)) return null
  const rows = respondents.map((respondent) => wholeRow(respondent, input.settings.missing))
  const weighted = compositeScore(rows, weights, design, { interval: isSampled(sample) })
  return figureOf(sample, weighted, compositeScore(rows, weights, undefined, PLAIN).value)
}

export function items(sample: Sample): EstimateResult['items'] {
  const { input, respondents, rows, design } = sample
  const weighted = itemRates(rows, design, { interval: isSampled(sample) })
  const plain = itemRates(rows, undefined, PLAIN)
  return input.instrument.items.map(({ id }, position) => {
    const estimate = weighted[position]
    if (!estimate) throw new Error(`item ${id} has no estimate`)
    const isAsked = (at: number) => !rows[at]?.excluded && rows[at]?.scores[position] !== null
    const saidUnsure = respondents.map(({ answers }, at) => (isAsked(at) ? Number(answers[position] === 'u') : null))
    const reliable = isSampled(sample) ? reliabilityFlag(estimate).isReliable : estimate.n >= FEWEST_FOR_PERCENT
    return {
      id,
      ...figureOf(sample, estimate, plain[position]?.value ?? null),
      unsure: surveyMean(design, saidUnsure).value,
      reliable,
    }
  })
}

export function dimensions(sample: Sample): EstimateResult['dimensions'] {
  const { input, rows, design } = sample
  const all = input.instrument.items.map(({ dimension }) => dimension)
  return [...new Set(all)].map((dimension) => {
    const positions = [...all.keys()].filter((position) => all[position] === dimension)
    const weighted = dimensionRate(rows, positions, design, { interval: isSampled(sample) })
    const plain = dimensionRate(rows, positions, undefined, PLAIN).value
    return { dimension, ...figureOf(sample, weighted, plain) }
  })
}

/** The overall rate under the two other ways of counting blanks. */
export function sensitivity({ input, respondents, design }: Sample): EstimateResult['sensitivity'] {
  const ways = ['skippedIsWrong', 'answeredOnly', 'completeCase'] as const
  return ways
    .filter((missing) => missing !== input.settings.missing)
    .map((missing) => {
      const rows = respondents.map(({ answers }) => coreRow(answers, missing))
      return { missing, value: overallRate(rows, design, PLAIN).value }
    })
}
