import { clopperPearsonInterval } from './clopper-pearson-interval'
import type { Estimate, Interval, RateOptions } from './estimate'
import { estimateFlags } from './estimate-flags'
import { logitInterval } from './logit-interval'
import { personTotals } from './person-totals'
import { ratioStandardError } from './ratio-standard-error'
import { requireConfidence } from './require-confidence'
import type { RespondentRow } from './respondent-row'
import { usableRows } from './usable-rows'

/**
 * Share of all administered items that were answered right: the headline rate, and the mean of the item rates when
 * everyone got the same items. Unweighted simple random sample of persons; scores may be fractional.
 *
 * value = Σ points / Σ administered; se with the person as the unit; df = n − 1.
 * Interval, only when asked for: logit-t, or Clopper-Pearson on n persons when all scored alike.
 * n = 0 gives null figures, n = 1 neither se nor interval.
 *
 * Throws RangeError for rows of unequal length, scores outside [0, 1], or confidence outside (0, 1).
 * Source: knowledge-rate definitions, sections 2 (overallRate) and 4.
 */
export function overallRate(
  rows: readonly RespondentRow[],
  { interval = false, confidence = 0.95 }: RateOptions = {},
): Estimate {
  requireConfidence(confidence)
  const { included, excluded } = usableRows(rows)
  const people = included.map(personTotals)
  const n = people.length
  const value = n === 0 ? null : ratio(people.map((person) => [person.points, person.administered]))
  const se = ratioStandardError(people)
  return {
    value,
    se,
    df: n === 0 ? null : n - 1,
    n,
    interval: interval && value !== null && se !== null ? intervalAround(value, se, n, confidence) : null,
    definition: 'overallRate',
    flags: estimateFlags(n, se),
    excluded,
  }
}

function ratio(pairs: readonly (readonly [number, number])[]): number {
  const [numerator, denominator] = pairs.reduce(([top, bottom], [a, b]) => [top + a, bottom + b], [0, 0])
  return numerator / denominator
}

function intervalAround(value: number, se: number, n: number, confidence: number): Interval | null {
  // Logit limits would coincide with the value and claim perfect precision.
  if (se === 0) return clopperPearsonInterval(value * n, n, { confidence })
  return logitInterval(value, se, n - 1, { confidence })
}
