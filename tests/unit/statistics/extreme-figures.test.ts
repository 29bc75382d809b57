import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphaIfItemDeleted } from '#app/statistics/alpha-if-item-deleted'
import { betaCdf } from '#app/statistics/beta-cdf'
import { betaQuantile } from '#app/statistics/beta-quantile'
import { binomialCdf } from '#app/statistics/binomial-cdf'
import { monthsLater } from '#app/statistics/calendar-day'
import { chiSquareCdf } from '#app/statistics/chi-square-cdf'
import { clusteredPairedDifference } from '#app/statistics/clustered-paired-difference'
import { cochranArmitageTest } from '#app/statistics/cochran-armitage-test'
import { collapseCells } from '#app/statistics/collapse-cells'
import { differenceTest } from '#app/statistics/difference-test'
import { fCdf } from '#app/statistics/f-cdf'
import { fQuantile } from '#app/statistics/f-quantile'
import { hideSmallCells } from '#app/statistics/hide-small-cells'
import { itemFlags } from '#app/statistics/item-flags'
import { masteryRate } from '#app/statistics/mastery-rate'
import { mcnemarTest } from '#app/statistics/mcnemar-test'
import { normalCdf } from '#app/statistics/normal-cdf'
import { normalQuantile } from '#app/statistics/normal-quantile'
import { overallRate } from '#app/statistics/overall-rate'
import { pointBiserial } from '#app/statistics/point-biserial'
import { postStratify } from '#app/statistics/post-stratify'
import { ppsProbability } from '#app/statistics/pps-probability'
import { rake } from '#app/statistics/rake'
import { reliabilityFlag } from '#app/statistics/reliability-flag'
import { sampleSizeProportion } from '#app/statistics/sample-size-proportion'
import { shareEstimate } from '#app/statistics/share-estimate'
import { studentTCdf } from '#app/statistics/student-t-cdf'
import { studentTQuantile } from '#app/statistics/student-t-quantile'
import { surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { surveyRatio } from '#app/statistics/survey-ratio'
import { trainingRate } from '#app/statistics/training-rate'
import { trendSlope } from '#app/statistics/trend-slope'
import { byName, type Call, count, holdsAtTheEnds, level, number, orNull, share } from './extreme-numbers'

const isProbability = (p: number) => p >= 0 && p <= 1
const hasProbability = ({ pValue }: { readonly pValue: number | null }) => pValue === null || isProbability(pValue)
const isAtLeastNone = (value: number) => value >= 0
const areCorrelations = (all: readonly (number | null)[]) => all.every((r) => r === null || Math.abs(r) <= 1 + 1e-12)

const three = fc.tuple(number, number, number)
const label = fc.constantFrom('a', 'b')
const tail = fc.constantFrom({ tail: 'lower' } as const, { tail: 'upper' } as const)
const weight = fc.oneof({ arbitrary: fc.double({ min: 0.1, max: 50, noNaN: true }), weight: 9 }, number)
const persons = fc.array(fc.record({ weight, stratum: label, cluster: label, y: orNull, x: orNull }), { maxLength: 12 })
const scores = fc.array(
  fc.array(fc.oneof({ arbitrary: fc.constantFrom(0, 1), weight: 6 }, number), { minLength: 3, maxLength: 3 }),
  {
    maxLength: 8,
  },
)

const distributions: readonly Call[] = [
  ['betaCdf', fc.tuple(fc.oneof(share, number), number, number).map((all) => () => betaCdf(...all)), isProbability],
  ['betaQuantile', fc.tuple(level, number, number).map((all) => () => betaQuantile(...all)), isProbability],
  ['fCdf', fc.tuple(number, number, number, tail).map((all) => () => fCdf(...all)), isProbability],
  ['fQuantile', fc.tuple(level, number, number).map((all) => () => fQuantile(...all)), isAtLeastNone],
  ['studentTCdf', fc.tuple(number, number).map((all) => () => studentTCdf(...all)), isProbability],
  ['studentTQuantile', fc.tuple(level, number).map((all) => () => studentTQuantile(...all))],
  ['chiSquareCdf', fc.tuple(number, number, tail).map((all) => () => chiSquareCdf(...all)), isProbability],
  ['normalCdf', fc.tuple(number, tail).map((all) => () => normalCdf(...all)), isProbability],
  ['normalQuantile', level.map((p) => () => normalQuantile(p))],
  ['binomialCdf', fc.tuple(count, count, number, tail).map((all) => () => binomialCdf(...all)), isProbability],
]

const tests: readonly Call[] = [
  [
    'mcnemarTest',
    fc
      .tuple(
        fc.record({ a: count, b: count, c: count, d: count }),
        fc.record({ method: fc.constantFrom('midP', 'exact', 'chiSquare') }),
      )
      .map((all) => () => mcnemarTest(...all)),
    hasProbability,
  ],
  [
    'cochranArmitageTest',
    fc.array(fc.tuple(share, number, number), { maxLength: 5 }).map((groups) => () => {
      const counted = groups.map(([p, n]) => ({ successes: p * n, n }))
      return cochranArmitageTest(
        counted,
        groups.map(([, , time]) => time),
      )
    }),
    hasProbability,
  ],
  [
    'differenceTest',
    fc
      .tuple(fc.record({ difference: orNull, se: orNull, df: orNull }), level)
      .map((all) => () => differenceTest(...all)),
    hasProbability,
  ],
  [
    'trendSlope',
    fc.array(three, { maxLength: 5 }).map((waves) => () => {
      const estimates = waves.map(([value, se]) => ({ value, se }))
      return trendSlope(
        estimates,
        waves.map(([, , time]) => time),
      )
    }),
    hasProbability,
  ],
  [
    'clusteredPairedDifference',
    fc
      .array(fc.record({ pre: orNull, post: orNull, session: label }), { maxLength: 8 })
      .map((pairs) => () => clusteredPairedDifference(pairs)),
    hasProbability,
  ],
]

const figures: readonly Call[] = [
  [
    'ppsProbability',
    fc.record({ size: number, totalSize: number, draws: count }).map((draw) => () => ppsProbability(draw)),
    (p: number) => p > 0 && p <= 1,
  ],
  [
    'shareEstimate',
    fc.tuple(number, number, level).map(
      ([successes, n, confidence]) =>
        () =>
          shareEstimate({ successes, n }, MEANING, { confidence }),
    ),
  ],
  [
    'sampleSizeProportion',
    fc
      .record({ p: level, margin: level, N: number, deff: number, responseRate: share, confidence: level })
      .map((plan) => () => sampleSizeProportion(plan)),
    ({ finite, completes }: { readonly finite: number; readonly completes: number }) => finite >= 0 && completes >= 0,
  ],
  ['hideSmallCells', fc.tuple(fc.array(count), fc.record({ k: number })).map((all) => () => hideSmallCells(...all))],
  ['pointBiserial', scores.map((all) => () => pointBiserial(all)), areCorrelations],
  ['alphaIfItemDeleted', scores.map((all) => () => alphaIfItemDeleted(all))],
  [
    'rates at any cut and confidence',
    fc.tuple(scores, number, level).map(([all, cut, confidence]) => () => {
      const rows = all.map((row) => ({ scores: row }))
      return [masteryRate(rows, { cut }), overallRate(rows, undefined, { confidence })]
    }),
  ],
  ['figures of a design', fc.tuple(persons, number, number, number).map((all) => () => designFigures(...all))],
]

test.each(byName(distributions))('%s is finite and in its range, or a RangeError, at the extremes', (_, call) => {
  holdsAtTheEnds(call)
})

test.each(byName(tests))('%s has a p-value between 0 and 1, null or a RangeError at the extremes', (_, call) => {
  holdsAtTheEnds(call)
})

test.each(byName(figures))('%s gives finite figures, null or a RangeError at the extremes', (_, call) => {
  holdsAtTheEnds(call)
})

test('what is no figure about people is refused by name', () => {
  expect(() => ppsProbability({ size: Number.MIN_VALUE, totalSize: 2956, draws: 3 })).toThrow(/^Not a draw by size/)
  expect(() => cochranArmitageTest([{ successes: 1, n: 2 }], [1e-264])).toThrow('Times must be finite numbers')
  expect(() => differenceTest({ difference: Number.NaN, se: null, df: null }, 0.95)).toThrow(/^A value must be finite/)
  expect(() => differenceTest({ difference: 1, se: null, df: Number.NaN }, 0.95)).toThrow(/^Degrees of freedom must be/)
  expect(() => postStratify(surveyDesign({ weights: [1, 1] }), ['a', 'a'], { a: Number.MIN_VALUE })).toThrow(
    /^The population of cell a must be finite/,
  )
  const plan = { p: 0.9, margin: 0.9, N: 1, confidence: 1e-100 }
  expect(() => sampleSizeProportion(plan)).toThrow(/^Confidence must lie between 0 and 1/)
})

test('an F quantile beyond reach is refused, not given as infinity or as the end of the search', () => {
  expect(() => fQuantile(1 - 2 ** -52, 2.5e-18, 2.5e-10)).toThrow(/^An F quantile of .* is out of reach$/)
  expect(() => fQuantile(0.9, 1e-10, 1e-18)).toThrow(RangeError)
  expect(fQuantile(1e-100, 1, 1)).toBeGreaterThan(0)
})

test('what is no number never passes for reliable, harmless or large enough', () => {
  const sound = { value: 0.5, n: 400, se: 0.025, df: 399 }
  expect(reliabilityFlag({ ...sound, nEff: 400 }).isReliable).toBe(true)
  for (const bad of [{ nEff: Number.NaN }, { deff: Number.NaN }, { deff: -1 }])
    expect(() => reliabilityFlag({ ...sound, ...bad })).toThrow(/^Sample sizes and design effects must be finite/)
  expect(() => itemFlags({ facility: Number.NaN, discrimination: 0.3, n: 80 })).toThrow(/^A figure of an item must be/)
  const collapse = (total: number, limits = {}) =>
    collapseCells([1, 1], ['a', 'b'], [['a', 'b'].map((cell) => ({ cell, total }))], limits)
  expect(() => collapse(Number.MAX_VALUE)).toThrow(/^The population of cell a must be finite/)
  for (const limits of [{ minRespondents: Number.NaN }, { maxFactor: Number.NaN }, { maxFactor: 0 }])
    expect(() => collapse(5, limits)).toThrow(/^Cells cannot be judged by/)
})

test('days that four digits cannot write are refused, because days are compared as texts', () => {
  const roster = [{ person: 'wang', unit: 'mall', from: null, until: null }]
  const attendance = [{ person: 'wang', day: '2026-02-01', passed: true }]
  const rateOf = (window: number) => trainingRate({ roster, attendance, asOf: '2026-11-25', window }).value
  expect(rateOf(1200)).toBe(1)
  for (const window of [1201, 100_000, 1e300]) expect(() => rateOf(window)).toThrow(/^A window is 1 to 1200 whole/)
  for (const months of [0.5, Number.NaN, -30_000, 1e5, 1e300])
    expect(() => monthsLater('2026-01-31', months)).toThrow(RangeError)
})

test('raking that may stop at once, or never, is refused', () => {
  const design = surveyDesign({ weights: [1, 2, 3, 1] })
  const margins = [{ cells: ['a', 'a', 'b', 'b'], totals: { a: 3, b: 4 } }]
  for (const options of [{ tolerance: 1 }, { tolerance: Number.POSITIVE_INFINITY }, { maxIterations: 0.5 }])
    expect(() => rake(design, margins, options)).toThrow(/^Tolerance must lie/)
  expect(() => rake(design, margins, { maxIterations: Number.POSITIVE_INFINITY })).toThrow(RangeError)
})

const MEANING = {
  definition: 'masteryRate',
  excluded: { notAdministered: 0, brokenOff: 0, incomplete: 0 },
  isBinary: true,
} as const

type Person = { weight: number; stratum: string; cluster: string; y: number | null; x: number | null }

function designFigures(all: readonly Person[], units: number, total: number, other: number): unknown {
  const strata = all.map(({ stratum }) => stratum)
  const unitsOf = Object.fromEntries(strata.map((stratum) => [stratum, units]))
  const design = surveyDesign({
    weights: all.map((person) => person.weight),
    strata,
    clusters: all.map(({ cluster }) => cluster),
    fpc: { firstStage: unitsOf },
    singlePsu: 'adjust',
  })
  const y = all.map((person) => person.y)
  const x = all.map((person) => person.x)
  const totals = Object.fromEntries(strata.map((stratum) => [stratum, stratum === 'a' ? total : other]))
  const fitted = postStratify(design, strata, totals)
  return [surveyMean(design, y), surveyRatio(design, y, x), surveyMean(fitted, y), fitted.weights]
}
