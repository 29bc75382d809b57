import { isMeasurable } from './is-measurable'
import { normalCdf } from './normal-cdf'
import { requireCount } from './require-count'

export type CountedGroup = { readonly successes: number; readonly n: number }

/** Null figures: everybody or nobody succeeded, or all groups have one time. z > 0: the share rises with time. */
export type TrendTest = {
  readonly statistic: number | null
  readonly df: 1
  readonly z: number | null
  readonly pValue: number | null
  readonly flags: readonly 'noVariation'[]
}

/**
 * Two-sided Cochran-Armitage test for a linear trend of shares over waves that are unweighted simple random samples.
 *
 * z = Σ t(x − n·p̄) / √(p̄(1 − p̄)·(Σ n·t² − (Σ n·t)²/N)), p̄ the share of all; statistic = z² on one degree of freedom.
 * `times` default to 1, 2, 3, …; groups without persons count for nothing.
 *
 * Throws RangeError for lists of unequal length, successes outside [0, n], or times that are not finite.
 * Source: Armitage (1955), Biometrics 11, 375–386; prop.trend.test of R.
 */
export function cochranArmitageTest(
  groups: readonly CountedGroup[],
  times: readonly number[] = groups.map((_, index) => index + 1),
): TrendTest {
  if (groups.length !== times.length) throw new RangeError('Every group needs exactly one time')
  if (!times.every(isMeasurable)) throw new RangeError('Times must be finite numbers')
  for (const { successes, n } of groups) requireCount(successes, n)

  const persons = sum(groups, ({ n }) => n)
  const share = sum(groups, ({ successes }) => successes) / persons
  const met = new Set(times.filter((_, index) => groups[index]!.n > 0))
  if (persons === 0 || share === 0 || share === 1 || met.size < 2)
    return { statistic: null, df: 1, z: null, pValue: null, flags: ['noVariation'] }

  const middle = sum(groups, ({ n }, index) => n * times[index]!) / persons
  const trend = sum(groups, ({ successes, n }, index) => (times[index]! - middle) * (successes - n * share))
  const spread = sum(groups, ({ n }, index) => n * (times[index]! - middle) ** 2)
  const z = trend / Math.sqrt(share * (1 - share) * spread)
  return { statistic: z ** 2, df: 1, z, pValue: 2 * normalCdf(-Math.abs(z)), flags: [] }
}

function sum(groups: readonly CountedGroup[], term: (group: CountedGroup, index: number) => number): number {
  return groups.reduce((total, group, index) => total + term(group, index), 0)
}
