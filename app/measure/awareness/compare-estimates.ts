/** Two estimates of one place beside each other: the change, or why there is none to speak of. Pure. */
import { waveDifference } from '#app/statistics/wave-difference'
import type { EstimateInput } from './estimate-input'
import type { EstimateResult, Figure } from './estimate-result'
import { estimateWave, weighedSample } from './estimate-wave'
import { type PanelChange, panelChange } from './panel-change'
import { panelCovariances } from './panel-covariance'
import { isPanel } from './panel-pairs'
import { type Break, breaksBetween } from './published'

/** `direction` is up or down only when the interval leaves out 0. Differences are shares. */
export type Change = {
  difference: number | null
  interval: { lower: number; upper: number } | null
  direction: 'up' | 'down' | 'unclear'
}

export type Comparison = {
  breaks: Break[]
  /** Null where the two are not comparable. */
  overall: Change | null
  mastery: Change | null
  /** Only where nothing but the questions changed: the overall rate of the items asked both times. */
  anchor: { items: number; change: Change | null } | null
  /** Of a wave and its follow-up: what changed in the same persons. */
  panel: PanelChange | null
}

type Side = { result: EstimateResult; input: EstimateInput }

/**
 * From the earlier to the later: independent samples, or a panel with its covariance. What chose itself has no error, so
 * no change can be told.
 */
export function compareEstimates(before: Side, now: Side): Comparison {
  const isOnePanel = isPanel(before.input, now.input)
  // That they have answered before is what a panel is about.
  const breaks = breaksBetween(before.result, now.result).filter((one) => one !== 'panel' || !isOnePanel)
  const { panel, covariances } = isOnePanel ? asPanel(before.input, now.input) : NO_PANEL
  const none = { breaks, overall: null, mastery: null, anchor: null, panel }
  if (breaks.length === 1 && breaks[0] === 'instrument') return { ...none, anchor: anchored(before.input, now.input) }
  if (breaks.length > 0) return none
  return {
    ...none,
    overall: changeOf(before.result.overall, now.result.overall, covariances.overall),
    mastery: sameCut(before, now) ? changeOf(before.result.mastery, now.result.mastery, covariances.mastery) : null,
  }
}

const NO_PANEL = { panel: null, covariances: { overall: 0, mastery: 0 } }

function asPanel(before: EstimateInput, now: EstimateInput) {
  const [then, today] = [weighedSample(before), weighedSample(now)]
  return { panel: panelChange(then.sample, today.sample), covariances: panelCovariances(then, today) }
}

const sameCut = ({ input: { instrument: one } }: Side, { input: { instrument: other } }: Side): boolean =>
  one.masteryCut === other.masteryCut && one.mustKnow.join() === other.mustKnow.join()

function changeOf(before: Figure, now: Figure, estimated = 0): Change {
  // Estimated, it can come out larger than any two estimates have it.
  const most = (before.se ?? 0) * (now.se ?? 0)
  const covariance = Math.max(-most, Math.min(most, estimated))
  const { difference, interval, direction } = waveDifference(before, now, { covariance })
  return { difference, interval: interval && { lower: interval.lower, upper: interval.upper }, direction }
}

function anchored(before: EstimateInput, now: EstimateInput): NonNullable<Comparison['anchor']> {
  const hashes = new Set(before.instrument.items.map(({ hash }) => hash))
  const shared = new Set(now.instrument.items.map(({ hash }) => hash).filter((hash) => hashes.has(hash)))
  if (shared.size === 0) return { items: 0, change: null }
  const [then, today] = [before, now].map((input) => estimateWave(onlyItems(input, shared)))
  const isKnown = then?.kind === 'estimated' && today?.kind === 'estimated'
  return { items: shared.size, change: isKnown ? changeOf(then.result.overall, today.result.overall) : null }
}

/** The same people, asked only these items. */
function onlyItems(input: EstimateInput, hashes: ReadonlySet<string>): EstimateInput {
  const { items } = input.instrument
  const kept = [...items.keys()].filter((position) => hashes.has(items[position]?.hash ?? ''))
  return {
    ...input,
    instrument: { ...input.instrument, items: items.filter(({ hash }) => hashes.has(hash)), mustKnow: [] },
    respondents: input.respondents.map((respondent) => ({
      ...respondent,
      answers: kept.map((position) => respondent.answers[position] ?? '.').join(''),
    })),
  }
}
