import { clopperPearsonInterval } from './clopper-pearson-interval'
import { kornGraubardInterval } from './korn-graubard-interval'
import { requireRate } from './require-rate'

/**
 * The effective sample size is n/deff, so that a simple random sample counts whole, or else `nEff`, or else n. For shares
 * of 0 and 1, which have no design effect of their own, `deff` is that of the whole sample.
 */
export type ReliabilityInput = {
  readonly value: number | null
  readonly n: number
  readonly se: number | null
  readonly df: number | null
  readonly nEff?: number | null
  readonly deff?: number | null
}

/**
 * fewRespondents: n or effective n below 30. wideInterval: width of at least 0.30. relativelyWide: width above 0.05 and
 * more than 130 % of the share or of its complement. notEstimable: no share or no interval.
 */
export type UnreliabilityReason = 'notEstimable' | 'fewRespondents' | 'wideInterval' | 'relativelyWide'

/** `width` of the 95 % interval. fewDegreesOfFreedom: df < 8, have a statistician look; not withheld for it. */
export type Reliability = {
  readonly isReliable: boolean
  readonly reasons: readonly UnreliabilityReason[]
  readonly flags: readonly 'fewDegreesOfFreedom'[]
  readonly width: number | null
}

/**
 * Whether a yes/no share may be printed, after the standard of the US National Center for Health Statistics.
 *
 * Judged by the two-sided 95 % Korn-Graubard interval with the effective sample size not above n; by Clopper-Pearson
 * with n/max(1, deff) persons when the share is 0 or 1. Withhold the figure when `isReliable` is false.
 *
 * Throws RangeError unless value is null or in [0, 1], se and df are null or at least 0, n is whole, and
 * nEff and deff are null or finite and at least 0.
 * Source: NCHS, Vital and Health Statistics series 2 no. 175 (2017); knowledge-rate definitions, section 9.
 */
export function reliabilityFlag({ value, n, se, df, nEff = null, deff = null }: ReliabilityInput): Reliability {
  requireRate(value ?? 0, se ?? 0, df ?? 0)
  for (const size of [n, nEff, deff])
    if (size !== null && !(size >= 0 && Number.isFinite(size)))
      throw new RangeError(`Sample sizes and design effects must be finite and at least 0, not ${size}`)
  const flags = df !== null && df < 8 ? (['fewDegreesOfFreedom'] as const) : []
  const interval = value === null || se === null || df === null ? null : intervalOf({ value, se, df, n, deff })
  if (value === null || interval === null) {
    return { isReliable: false, reasons: ['notEstimable'], flags, width: null }
  }
  const width = interval.upper - interval.lower
  const reasons: UnreliabilityReason[] = []
  // A hair of room, because a design effect of 1 is computed, too.
  if (n < 30 || (deff ? n / deff : (nEff ?? n)) < 30 - 1e-9) reasons.push('fewRespondents')
  if (width >= 0.3) reasons.push('wideInterval')
  else if (width > 0.05 && width > 1.3 * Math.min(value, 1 - value)) reasons.push('relativelyWide')
  return { isReliable: reasons.length === 0, reasons, flags, width }
}

type Known = { readonly value: number; readonly se: number; readonly df: number; readonly n: number }

function intervalOf({ value, se, df, n, deff }: Known & { readonly deff: number | null }) {
  if (value > 0 && value < 1 && se > 0) return kornGraubardInterval(value, se, n, df, { capEffectiveN: true })
  const size = n / Math.max(1, deff ?? 1)
  return clopperPearsonInterval(value * size, size)
}
