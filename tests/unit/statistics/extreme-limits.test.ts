import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphaInterval } from '#app/statistics/alpha-interval'
import { clopperPearsonInterval } from '#app/statistics/clopper-pearson-interval'
import { kornGraubardInterval } from '#app/statistics/korn-graubard-interval'
import { logitInterval } from '#app/statistics/logit-interval'
import { newcombeDifferenceInterval } from '#app/statistics/newcombe-difference-interval'
import { oneSidedBounds } from '#app/statistics/one-sided-bounds'
import { pairedDifferenceInterval } from '#app/statistics/paired-difference-interval'
import { targetVerdict } from '#app/statistics/target-verdict'
import { wilsonInterval } from '#app/statistics/wilson-interval'
import { byName, type Call, count, holdsAtTheEnds, level, number, orNull, share } from './extreme-numbers'

type Limits = { readonly lower: number; readonly upper: number }
type Judged = Limits & { readonly pValue: number }
type Verdict = { readonly [figure in keyof Judged]: number | null }

const sides = fc.constantFrom(1, 2)
const options = fc.record({ confidence: level, sides })
const capped = fc.record({ confidence: level, sides, capEffectiveN: fc.boolean() })
const method = fc.constantFrom('wilson', 'logitT', 'kornGraubard', 'clopperPearson')
const judged = { value: share, n: number, se: orNull, df: orNull, deff: orNull }
const question = fc.record({ target: level, alpha: level })
const table = fc.record({ a: count, b: count, c: count, d: count })
const pairedMethod = fc.constantFrom('newcombe', 'tango', 'bonettPrice')

const areOrdered = ({ lower, upper }: Limits) => lower <= upper
const areShares = (limits: Limits) => limits.lower >= 0 && areOrdered(limits) && limits.upper <= 1
const areDifferences = (limits: Limits) => limits.lower >= -1 && areOrdered(limits) && limits.upper <= 1
const areBounds = ({ pValue, ...limits }: Judged) => areShares(limits) && pValue >= 0 && pValue <= 1
const areBoundsOrNone = ({ lower, upper, pValue }: Verdict) =>
  lower === null || upper === null || pValue === null || areBounds({ lower, upper, pValue })

const calls: readonly Call[] = [
  [
    'wilsonInterval',
    fc.tuple(share, number, options).map(
      ([p, n, option]) =>
        () =>
          wilsonInterval(p * n, n, option),
    ),
    areShares,
  ],
  [
    'clopperPearsonInterval',
    fc.tuple(share, number, options).map(
      ([p, n, option]) =>
        () =>
          clopperPearsonInterval(p * n, n, option),
    ),
    areShares,
  ],
  ['wilsonInterval of any counts', fc.tuple(number, number).map((all) => () => wilsonInterval(...all)), areShares],
  [
    'clopperPearsonInterval of any counts',
    fc.tuple(number, number).map((all) => () => clopperPearsonInterval(...all)),
    areShares,
  ],
  [
    'logitInterval',
    fc.tuple(fc.oneof(share, number), number, number, options).map((all) => () => logitInterval(...all)),
    areShares,
  ],
  [
    'kornGraubardInterval',
    fc.tuple(fc.oneof(share, number), number, count, number, capped).map((all) => () => kornGraubardInterval(...all)),
    areShares,
  ],
  [
    'newcombeDifferenceInterval',
    fc.tuple(share, number, share, number, fc.record({ confidence: level })).map(
      ([p1, n1, p2, n2, option]) =>
        () =>
          newcombeDifferenceInterval(p1 * n1, n1, p2 * n2, n2, option),
    ),
    areDifferences,
  ],
  [
    'pairedDifferenceInterval',
    fc
      .tuple(table, fc.record({ method: pairedMethod, confidence: level }))
      .map((all) => () => pairedDifferenceInterval(...all)),
    areDifferences,
  ],
  [
    'pairedDifferenceInterval by Wald',
    fc.tuple(table, level).map(
      ([pairs, confidence]) =>
        () =>
          pairedDifferenceInterval(pairs, { method: 'wald', confidence }),
    ),
    areOrdered,
  ],
  [
    'alphaInterval',
    fc.tuple(orNull, count, count, fc.record({ confidence: level })).map((all) => () => alphaInterval(...all)),
    areOrdered,
  ],
  [
    'oneSidedBounds',
    fc.tuple(fc.record(judged), method, question).map((all) => () => oneSidedBounds(...all)),
    areBounds,
  ],
  [
    'targetVerdict',
    fc.tuple(fc.record({ ...judged, method }), question).map((all) => () => targetVerdict(...all)),
    areBoundsOrNone,
  ],
]

test.each(byName(calls))('%s gives ordered limits in their range, null or a RangeError at the extremes', (_, call) => {
  holdsAtTheEnds(call)
})

test('a Wilson interval holds its own share, whatever rounding does', () => {
  fc.assert(
    fc.property(share, fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (p, n) => {
      const successes = p * n
      const limits = wilsonInterval(successes >= 1e-50 ? successes : 0, n)!
      expect(limits.lower).toBeLessThanOrEqual(successes / n)
      expect(limits.upper).toBeGreaterThanOrEqual(successes / n)
    }),
    { numRuns: 5000, seed: 20261125 },
  )
})

test.each([
  [1e-16, 1],
  [0.9999999999999998 * 17, 17],
])('the limits of %d of %d do not leave [0, 1] by a hair', (successes, n) => {
  const { lower, upper } = wilsonInterval(successes, n, { confidence: 0.9 })!
  expect(lower).toBeGreaterThanOrEqual(0)
  expect(upper).toBeLessThanOrEqual(1)
})

test('a confidence that cannot be told from 0 or 1 is refused by name', () => {
  for (const confidence of [1e-17, Number.MIN_VALUE, 0, -0, 1, Number.NaN])
    expect(() => wilsonInterval(3, 10, { confidence })).toThrow(/^Confidence must lie between 0 and 1/)
  expect(wilsonInterval(3, 10, { confidence: 1 - 2 ** -53 })!.upper).toBeLessThan(1)
})
