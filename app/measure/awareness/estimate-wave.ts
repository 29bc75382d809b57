/** One closed wave, estimated: rates, intervals, domains, diagnostics and the verdict (knowledge-rate.md). Pure. */
import { targetVerdict } from '#app/statistics/target-verdict'
import { coreRow } from './answer-rows'
import { estimateDesign } from './estimate-design'
import { domainsOf } from './estimate-domains'
import * as figures from './estimate-figures'
import type { EstimateInput, RespondentInput } from './estimate-input'
import { EstimateRefused, type Refusal } from './estimate-problem'
import type { EstimateResult, Figure } from './estimate-result'
import { FEWEST_FOR_PERCENT } from './share'
import { cellOf, marginsFor, weighSample } from './weigh-sample'

export type Estimated = { kind: 'estimated'; result: EstimateResult } | Refusal

/** Weighting may leave out so many who did not say their sex, age or street; of more it says that it cannot. */
const MOST_NOT_PLACED = 0.1
/** A weighted figure this many points from the unweighted one is remarked on. */
const WIDE_GAP = 5

/** Refused, with what to do, wherever the data cannot bear an estimate; the same input always gives the same result. */
export function estimateWave(input: EstimateInput): Estimated {
  try {
    return { kind: 'estimated', result: estimated(input) }
  } catch (error) {
    if (!(error instanceof EstimateRefused)) throw error
    return { kind: 'refused', problem: error.problem, params: error.params }
  }
}

function estimated(input: EstimateInput): EstimateResult {
  const { sample, report, notPlaced } = weighedSample(input)
  const { design } = sample
  const { overall, mastery } = figures.rates(sample)
  if (overall.n === 0) throw new EstimateRefused('noRespondents')
  const gapPoints =
    overall.value === null || overall.unweighted === null ? null : 100 * (overall.value - overall.unweighted)
  const weights = { ...report, gapPoints }
  return {
    about: aboutOf(input, notPlaced),
    overall,
    mastery,
    allCorrect: figures.allCorrect(sample),
    composite: figures.composite(sample),
    items: figures.items(sample),
    dimensions: figures.dimensions(sample),
    domains: domainsOf(sample),
    chanceLevel: chanceLevel(input),
    sensitivity: figures.sensitivity(sample),
    weights,
    response: responseOf(input.dispositions),
    verdict: verdictOf(input, { overallRate: overall, masteryRate: mastery }),
    flags: flagsOf(input, { overall, weights, notPlaced, unsettled: design.flags.includes('trimmingUnsettled') }),
  }
}

/**
 * Everybody who counts, with their answers scored, how they were drawn (`drawn`) and what they were weighted to.
 * Throws EstimateRefused where the data cannot bear an estimate.
 */
export function weighedSample(input: EstimateInput) {
  if (input.respondents.length === 0) throw new EstimateRefused('noRespondents')
  const { respondents, notPlaced } = placed(input)
  const drawn = estimateDesign(input, respondents)
  const { design, report } = weighSample(drawn, respondents, input)
  const rows = respondents.map(({ answers }) => coreRow(answers, input.settings.missing))
  const sample: figures.Sample = { input, respondents, rows, design }
  return { sample, drawn, report, notPlaced }
}

/** Those who can be weighted: who did not say what a margin needs to know counts as one who did not answer. */
function placed(input: EstimateInput): { respondents: readonly RespondentInput[]; notPlaced: number } {
  const margins = marginsFor(input)
  const respondents = input.respondents.filter((one) => margins.every(({ by }) => cellOf(by, one, input) !== ''))
  const notPlaced = input.respondents.length - respondents.length
  if (notPlaced > MOST_NOT_PLACED * input.respondents.length)
    throw new EstimateRefused('notPlaced', { count: notPlaced })
  return { respondents, notPlaced }
}

function aboutOf(input: EstimateInput, notPlaced: number): EstimateResult['about'] {
  const { wave, instrument, settings, target, excluded, notes, streets, asOf } = input
  const margins = marginsFor(input).map(({ by, year, source, totals }) => {
    const people = Object.values(totals).reduce((sum, total) => sum + total, 0)
    return { by, year, source, people }
  })
  const left = notPlaced > 0 ? { ...excluded, notPlaced } : excluded
  return { wave, instrument, settings, target, excluded: left, notes, streets, asOf, margins }
}

/** Σ(1/options)/K: what somebody would have right who ticks anything but 不清楚. */
function chanceLevel({ instrument: { items } }: EstimateInput): number {
  return items.reduce((sum, { choices }) => sum + 1 / choices, 0) / items.length
}

/** Complete ones among all drawn that could have answered; what is still open counts as not reached. */
function responseOf(of: EstimateInput['dispositions']): EstimateResult['response'] {
  const count = (disposition: string) => of[disposition] ?? 0
  const all = Object.values(of).reduce((sum, units) => sum + units, 0) - count('not-eligible')
  return {
    rate: all > 0 ? count('complete') / all : null,
    complete: count('complete'),
    breakOff: count('break-off'),
    refusal: count('refusal'),
    noContact: count('no-contact') + count('open'),
    notEligible: count('not-eligible'),
  }
}

type Judged = { overallRate: Figure; masteryRate: Figure }

function verdictOf({ target, wave }: EstimateInput, judged: Judged): EstimateResult['verdict'] {
  if (!target || target.percent <= 0) return null
  const definition = target.definition ?? 'overallRate'
  const { interval, ...figure } = judged[definition]
  const method = interval ? METHODS.find((one) => one === interval.method) : undefined
  const given = { ...figure, tier: wave.tier, ...(method && { method }) }
  const { verdict, lower, upper, reason } = targetVerdict(given, { target: target.percent / 100 })
  return { verdict, definition, target: target.percent / 100, lower, upper, why: reason }
}

const METHODS = ['wilson', 'logitT', 'kornGraubard', 'clopperPearson'] as const

type Found = { overall: Figure; weights: EstimateResult['weights']; notPlaced: number; unsettled: boolean }

/** In the order in which they are read. */
function flagsOf(input: EstimateInput, { overall, weights, notPlaced, unsettled }: Found): string[] {
  const has = (flag: string) => overall.flags.includes(flag)
  const flags: [string, boolean][] = [
    ['selfSelected', input.wave.tier === 'Q'],
    ['fewRespondents', overall.n < FEWEST_FOR_PERCENT],
    ['fewDegreesOfFreedom', has('fewDegreesOfFreedom')],
    ['singlePsu', has('singlePsu')],
    ['weightingGap', Math.abs(weights.gapPoints ?? 0) > WIDE_GAP],
    ['marginsRescaled', weights.marginsRescaled.length > 0],
    ['marginsShared', marginsFor(input).some(({ isShared }) => isShared)],
    ['streetsUnknown', lacksStreets(input)],
    ['cellsJoined', weights.collapsed.length > 0],
    ['trimmingUnsettled', unsettled],
    ['notPlaced', notPlaced > 0],
    ['definitionOpen', input.target !== null && input.target.definition === null],
    ...Object.keys(input.notes).map((note): [string, boolean] => [note, (input.notes[note] ?? 0) > 0]),
  ]
  return flags.filter(([, isSet]) => isSet).map(([flag]) => flag)
}

/** True where people of several streets are raked without knowing how many live in each. */
const lacksStreets = ({ settings, margins, streets }: EstimateInput): boolean =>
  settings.weighting === 'rake' && Object.keys(streets).length > 1 && !margins.some(({ by }) => by === 'street')
