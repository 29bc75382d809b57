import fc from 'fast-check'
import { test } from 'vitest'
import { alphaInterval } from '#app/statistics/alpha-interval'
import { baseWeights } from '#app/statistics/base-weights'
import { clopperPearsonInterval } from '#app/statistics/clopper-pearson-interval'
import { cochranArmitageTest } from '#app/statistics/cochran-armitage-test'
import { collapseCells } from '#app/statistics/collapse-cells'
import { compositeScore } from '#app/statistics/composite-score'
import { correctedPointBiserial } from '#app/statistics/corrected-point-biserial'
import { cronbachAlpha } from '#app/statistics/cronbach-alpha'
import { educationRate } from '#app/statistics/education-rate'
import { effectiveSampleSize } from '#app/statistics/effective-sample-size'
import { facilityIndex } from '#app/statistics/facility-index'
import { holmAdjust } from '#app/statistics/holm-adjust'
import { itemFlags } from '#app/statistics/item-flags'
import { itemRates } from '#app/statistics/item-rates'
import { kishDesignEffect } from '#app/statistics/kish-design-effect'
import { kornGraubardInterval } from '#app/statistics/korn-graubard-interval'
import { kr20 } from '#app/statistics/kr20'
import { logitInterval } from '#app/statistics/logit-interval'
import { masteryRate } from '#app/statistics/mastery-rate'
import { mcnemarTest } from '#app/statistics/mcnemar-test'
import { newcombeDifferenceInterval } from '#app/statistics/newcombe-difference-interval'
import { overallRate } from '#app/statistics/overall-rate'
import { pairedDifferenceInterval } from '#app/statistics/paired-difference-interval'
import { pairedMeanDifference } from '#app/statistics/paired-mean-difference'
import { pairwiseComparisons } from '#app/statistics/pairwise-comparisons'
import { plannedDesignEffect } from '#app/statistics/planned-design-effect'
import { precisionTable } from '#app/statistics/precision-table'
import { rake } from '#app/statistics/rake'
import { rankIntervals } from '#app/statistics/rank-intervals'
import { reliabilityFlag } from '#app/statistics/reliability-flag'
import { sampleSizePaired } from '#app/statistics/sample-size-paired'
import { sampleSizeProportion } from '#app/statistics/sample-size-proportion'
import { sampleSizeTargetTest } from '#app/statistics/sample-size-target-test'
import { sampleSizeTwoProportions } from '#app/statistics/sample-size-two-proportions'
import { standardErrorOfMeasurement } from '#app/statistics/standard-error-of-measurement'
import { suppressSmallCells } from '#app/statistics/suppress-small-cells'
import { surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { targetVerdict } from '#app/statistics/target-verdict'
import { trendSlope } from '#app/statistics/trend-slope'
import { trimWeights } from '#app/statistics/trim-weights'
import { waveDifference } from '#app/statistics/wave-difference'
import { wilsonInterval } from '#app/statistics/wilson-interval'

/** Mostly sensible, sometimes not: what stands in files, forms and empty cells. */
const sensible = fc.oneof(fc.constantFrom(0, 1, 0.5, 0.8, 2, 3, 12, 40), fc.integer({ min: 0, max: 300 }))
const share = fc.oneof(
  fc.constantFrom(0, 1, 0.5),
  fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1e6),
)
const strange = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 1e9, 1e-9, 1.5)
const number = fc.oneof(
  { arbitrary: sensible, weight: 9 },
  { arbitrary: share, weight: 9 },
  { arbitrary: strange, weight: 1 },
)
const orNull = fc.option(number)
const numbers = fc.array(number, { maxLength: 8 })
const measured = fc.record({ value: orNull, se: orNull })
const label = fc.constantFrom('a', 'b', 'c', '')
const scores = fc.array(
  fc.array(fc.oneof({ arbitrary: fc.constantFrom(0, 1, null), weight: 60 }, { arbitrary: number, weight: 1 }), {
    minLength: 3,
    maxLength: 3,
  }),
  { maxLength: 12 },
)
const complete = fc.array(fc.array(fc.oneof(fc.constantFrom(0, 1), share), { minLength: 3, maxLength: 3 }))
const persons = fc.array(fc.tuple(number, label, label, orNull), { maxLength: 20 })
const policy = fc.constantFrom('error', 'adjust', 'certainty')

/** Every function with what calls it from random arguments. */
const calls: readonly (readonly [string, fc.Arbitrary<() => unknown>])[] = [
  [
    'wilsonInterval',
    fc.tuple(number, number, number).map(
      ([x, n, confidence]) =>
        () =>
          wilsonInterval(x, n, { confidence }),
    ),
  ],
  [
    'clopperPearsonInterval',
    fc.tuple(number, number).map(
      ([x, n]) =>
        () =>
          clopperPearsonInterval(x, n),
    ),
  ],
  [
    'logitInterval',
    fc.tuple(number, number, number).map(
      ([p, se, df]) =>
        () =>
          logitInterval(p, se, df),
    ),
  ],
  ['kornGraubardInterval', fc.tuple(number, number, number, number).map((all) => () => kornGraubardInterval(...all))],
  [
    'newcombeDifferenceInterval',
    fc.tuple(number, number, number, number).map((all) => () => newcombeDifferenceInterval(...all)),
  ],
  ['effectiveSampleSize', fc.tuple(number, number).map((all) => () => effectiveSampleSize(...all))],
  ['kishDesignEffect', numbers.map((weights) => () => kishDesignEffect(weights))],
  ['holmAdjust', numbers.map((p) => () => holmAdjust(p))],
  [
    'waveDifference',
    fc.tuple(measured, measured, number).map(
      ([one, other, covariance]) =>
        () =>
          waveDifference(one, other, { covariance }),
    ),
  ],
  ['trendSlope', fc.tuple(fc.array(measured), numbers).map((all) => () => trendSlope(...all))],
  ['pairwiseComparisons', fc.array(measured).map((all) => () => pairwiseComparisons(all))],
  ['rankIntervals', fc.array(measured).map((all) => () => rankIntervals(all))],
  [
    'cochranArmitageTest',
    fc.array(fc.record({ successes: number, n: number })).map((all) => () => cochranArmitageTest(all)),
  ],
  ['mcnemarTest', fc.record({ a: number, b: number, c: number, d: number }).map((table) => () => mcnemarTest(table))],
  [
    'pairedDifferenceInterval',
    fc
      .tuple(
        fc.record({ a: number, b: number, c: number, d: number }),
        fc.constantFrom('newcombe', 'tango', 'bonettPrice', 'wald'),
      )
      .map(
        ([table, method]) =>
          () =>
            pairedDifferenceInterval(table, { method }),
      ),
  ],
  [
    'pairedMeanDifference',
    fc.array(fc.record({ pre: orNull, post: orNull })).map((pairs) => () => pairedMeanDifference(pairs)),
  ],
  [
    'plannedDesignEffect',
    fc
      .record({ clusterSize: number, correlation: number, weightVariation: number })
      .map((plan) => () => plannedDesignEffect(plan)),
  ],
  [
    'precisionTable',
    fc.record({ sizes: numbers, rates: numbers, N: number, deff: number }).map((plan) => () => precisionTable(plan)),
  ],
  [
    'sampleSizeProportion',
    fc
      .record({ p: number, margin: number, N: number, deff: number, responseRate: number })
      .map((plan) => () => sampleSizeProportion(plan)),
  ],
  [
    'sampleSizeTwoProportions',
    fc.record({ p1: number, p2: number, power: number }).map((plan) => () => sampleSizeTwoProportions(plan)),
  ],
  [
    'sampleSizeTargetTest',
    fc.record({ p0: number, p1: number, power: number }).map((plan) => () => sampleSizeTargetTest(plan)),
  ],
  [
    'sampleSizePaired',
    fc.record({ p01: number, p10: number, power: number }).map((plan) => () => sampleSizePaired(plan)),
  ],
  [
    'reliabilityFlag',
    fc
      .record({ value: orNull, n: number, se: orNull, df: orNull, deff: orNull })
      .map((all) => () => reliabilityFlag(all)),
  ],
  [
    'targetVerdict',
    fc
      .tuple(
        fc.record({
          value: orNull,
          n: number,
          se: orNull,
          df: orNull,
          deff: orNull,
          method: fc.constantFrom('wilson', 'logitT', 'kornGraubard', 'clopperPearson'),
        }),
        number,
      )
      .map(
        ([estimate, target]) =>
          () =>
            targetVerdict(estimate, { target }),
      ),
  ],
  ['alphaInterval', fc.tuple(orNull, number, number).map((all) => () => alphaInterval(...all))],
  ['itemFlags', fc.record({ facility: orNull, discrimination: orNull, n: number }).map((all) => () => itemFlags(all))],
  ['item analysis', scores.map((all) => () => [facilityIndex(all), correctedPointBiserial(all)])],
  ['reliability', complete.map((all) => () => [cronbachAlpha(all), standardErrorOfMeasurement(all)])],
  ['kr20', scores.map((all) => () => kr20(all.map((row) => row.map((score) => score ?? 0))))],
  ['rates without design', scores.map((all) => () => ratesOf(all))],
  [
    'compositeScore',
    fc.tuple(scores, fc.constantFrom([0.5, 0.3, 0.2], [1, 0, 0], [0.4, 0.4, 0.4])).map(
      ([all, weights]) =>
        () =>
          compositeScore(
            all.map((row) => ({ scores: row })),
            weights,
          ),
    ),
  ],
  ['surveyMean, calibrated', fc.tuple(persons, policy, number).map((all) => () => calibratedMean(...all))],
  [
    'collapseCells',
    fc.tuple(numbers, fc.array(label), numbers).map(
      ([weights, cells, totals]) =>
        () =>
          collapseCells(weights, cells, [totals.slice(0, 3).map((total, at) => ({ cell: 'abc'[at]!, total }))]),
    ),
  ],
  [
    'baseWeights',
    fc
      .tuple(
        fc.array(fc.record({ community: label, eligible: number })),
        fc.record({ probability: number, population: number, drawn: number }),
      )
      .map(
        ([all, draw]) =>
          () =>
            baseWeights(all, { a: draw, b: draw }),
      ),
  ],
  [
    'suppressSmallCells',
    fc.tuple(fc.array(numbers, { maxLength: 4 }), number).map(
      ([table, k]) =>
        () =>
          suppressSmallCells(table, { k }),
    ),
  ],
  [
    'educationRate',
    number.map(
      (population) => () => educationRate({ participation: [{ person: 'a', residence: 'unknown' }], population }),
    ),
  ],
]

test.each(calls)('%s gives a figure, null or a RangeError for whatever comes, never NaN', (_, call) => {
  fc.assert(
    fc.property(call, (run) => {
      const result = resultOf(run)
      return !holdsNaN(result)
    }),
    { numRuns: 400, seed: 20261125 },
  )
})

function ratesOf(all: readonly (readonly (number | null)[])[]): unknown {
  const rows = all.map((row) => ({ scores: row }))
  return [overallRate(rows), masteryRate(rows), itemRates(rows)]
}

type Person = readonly [weight: number, stratum: string, cluster: string, y: number | null]

function calibratedMean(all: readonly Person[], singlePsu: 'error' | 'adjust' | 'certainty', total: number): unknown {
  const design = surveyDesign({
    weights: all.map(([weight]) => weight),
    strata: all.map(([, stratum]) => stratum || 'a'),
    clusters: all.map(([, , cluster]) => cluster || 'b'),
    singlePsu,
  })
  const y = all.map(([, , , value]) => value)
  const margin = (at: 1 | 2) => {
    const cells = all.map((person) => person[at] || 'a')
    return { cells, totals: Object.fromEntries(cells.map((cell) => [cell, cell === 'b' ? total : 40])) }
  }
  const raked = rake(design, [margin(1), margin(2)])
  return [surveyMean(design, y), surveyMean(raked, y), surveyMean(trimWeights(raked), y)]
}

/** Anything but a RangeError is a fault and goes through. */
function resultOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    if (error instanceof RangeError && !/call stack|array length/i.test(error.message)) return null
    throw error
  }
}

function holdsNaN(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNaN)
}
