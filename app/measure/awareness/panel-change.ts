/** 训练前后变化: what changed in the same persons from a wave to its follow-up. Complete pairs only. Pure. */
import { differenceTest } from '#app/statistics/difference-test'
import { holmAdjust } from '#app/statistics/holm-adjust'
import { mcnemarTest } from '#app/statistics/mcnemar-test'
import { pairedDifferenceInterval } from '#app/statistics/paired-difference-interval'
import type { PairedTable } from '#app/statistics/paired-table'
import { personTotals } from '#app/statistics/person-totals'
import type { RespondentRow } from '#app/statistics/respondent-row'
import { surveyMean } from '#app/statistics/survey-mean'
import { coreRow } from './answer-rows'
import { knowsEnough } from './estimate-domains'
import { isSampled, masteryRule, type Sample } from './estimate-figures'
import { isPanel, type Pair, panelPairs, yearsBetween } from './panel-pairs'
import { FEWEST_FOR_PERCENT, FEWEST_SHOWN } from './share'

/**
 * Shares among `n` pairs, weighted as the follow-up is; `difference` = now − before. `gained` and `lost`: pairs that went
 * from not right to right, and back; null for the overall rate, which is no yes or no. Without a probability sample there
 * is no interval and no test.
 */
export type PairedFigure = {
  n: number
  before: number | null
  now: number | null
  difference: number | null
  interval: { lower: number; upper: number } | null
  pValue: number | null
  direction: 'up' | 'down' | 'unclear'
  gained: number | null
  lost: number | null
}

export type PanelChange = {
  asked: number
  pairs: number
  notAgain: number
  otherPerson: number
  /** How much may be said: nothing of fewer than ten pairs, no percentage of fewer than thirty. */
  shown: 'hidden' | 'counts' | 'figures'
  overall: PairedFigure
  mastery: PairedFigure
  /** `direction` holds for all items together: the p-values are adjusted by Holm. */
  items: (PairedFigure & { id: string })[]
}

/** Figures of one person before and now; null: not asked, or left out of the rate. */
type Measured = { pair: Pair; before: number | null; now: number | null }

/** Null for waves that do not ask the same persons, or not the same questions. */
export function panelChange(before: Sample, now: Sample): PanelChange | null {
  const items = now.input.instrument.items
  const isSame = before.input.instrument.items.map(({ hash }) => hash).join() === items.map(({ hash }) => hash).join()
  if (!isPanel(before.input, now.input) || !isSame) return null
  const { pairs, ...counts } = panelPairs(before.respondents, now.respondents, yearsBetween(before.input, now.input))
  const { missing } = now.input.settings
  const old = before.respondents.map(({ answers }) => coreRow(answers, missing))
  const measured = (of: (row: RespondentRow) => number | null): Measured[] =>
    pairs.map((pair) => ({ pair, before: inRate(old[pair.before], of), now: inRate(now.rows[pair.now], of) }))
  const rule = masteryRule(now.input)
  const knows = (row: RespondentRow) => knowsEnough(personTotals(row), row, rule).points
  return {
    ...counts,
    pairs: pairs.length,
    shown: pairs.length < FEWEST_SHOWN ? 'hidden' : pairs.length < FEWEST_FOR_PERCENT ? 'counts' : 'figures',
    overall: { ...meanChange(now, measured(shareRight)), gained: null, lost: null },
    mastery: shareChange(now, measured(knows)),
    items: together(
      items.map(({ id }, position) => ({
        id,
        ...shareChange(
          now,
          measured((row) => row.scores[position] ?? null),
        ),
      })),
    ),
  }
}

const inRate = (row: RespondentRow | undefined, of: (row: RespondentRow) => number | null): number | null =>
  !row || row.excluded ? null : of(row)

function shareRight(row: RespondentRow): number {
  const { points, administered } = personTotals(row)
  return points / administered
}

/**
 * The mean of the differences in the design of the follow-up, with its weights, strata and communities: Student's t on
 * communities − strata (knowledge-rate definitions, section 7, “sessions as clusters”).
 */
function meanChange(sample: Sample, measured: readonly Measured[]): Omit<PairedFigure, 'gained' | 'lost'> {
  const complete = completeOf(measured)
  const meanOf = (of: (one: Complete) => number) => {
    const values = new Array<number | null>(sample.respondents.length).fill(null)
    for (const one of complete) values[one.pair.now] = of(one)
    return surveyMean(sample.design, values)
  }
  const { value: difference, se, df } = meanOf(({ before, now }) => now - before)
  const isTested = isSampled(sample) && !sample.design.flags.includes('wholePopulation')
  const test = differenceTest({ difference, se: isTested ? se : null, df }, 0.95)
  return {
    n: complete.length,
    before: meanOf(({ before }) => before).value,
    now: meanOf(({ now }) => now).value,
    difference,
    interval: test.interval && { lower: test.interval.lower, upper: test.interval.upper },
    pValue: test.pValue,
    direction: test.direction,
  }
}

/** Yes or no of each person: by counts where the sample is a simple one, else as the mean of the differences. */
function shareChange(sample: Sample, measured: readonly Measured[]): PairedFigure {
  const complete = completeOf(measured)
  const count = (before: number, now: number) =>
    complete.filter((one) => one.before === before && one.now === now).length
  const table: PairedTable = { a: count(1, 1), b: count(1, 0), c: count(0, 1), d: count(0, 0) }
  const change = { ...meanChange(sample, measured), gained: table.c, lost: table.b }
  const interval = isSampled(sample) && isSimple(sample) ? pairedDifferenceInterval(table) : null
  if (!interval) return change
  const { lower, upper } = interval
  return {
    ...change,
    interval: { lower, upper },
    pValue: mcnemarTest(table).pValue,
    direction: lower > 0 ? 'up' : upper < 0 ? 'down' : 'unclear',
  }
}

type Complete = { pair: Pair; before: number; now: number }

const completeOf = (measured: readonly Measured[]): Complete[] =>
  measured.flatMap(({ pair, before, now }) => (before === null || now === null ? [] : [{ pair, before, now }]))

const isSimple = ({ design: { isClustered, weights, unitsIn, populationUnits } }: Sample): boolean =>
  !isClustered &&
  unitsIn.length === 1 &&
  populationUnits.every((units) => units === null) &&
  weights.every((weight) => Math.abs(weight / (weights[0] ?? 1) - 1) < 1e-9)

/** Twenty items at a time: an arrow only where the adjusted p-value allows it. */
function together<Item extends PairedFigure>(items: readonly Item[]): Item[] {
  const tested = items.filter(({ pValue }) => pValue !== null)
  const adjusted = holmAdjust(tested.map(({ pValue }) => pValue ?? 1))
  return items.map((item) => {
    const p = adjusted[tested.indexOf(item)] ?? 1
    return p <= 0.05 ? item : { ...item, direction: 'unclear' as const }
  })
}
