import { normalQuantile } from './normal-quantile'
import { requireConfidence } from './require-confidence'
import { requirePositive } from './require-positive'
import { requireProbability } from './require-probability'

export type PrecisionPlan = {
  readonly sizes: readonly number[]
  readonly rates: readonly number[]
  readonly N?: number
  readonly deff?: number
  readonly confidence?: number
}

/** margin: half the width of the interval, on the scale of the rate. */
export type PrecisionRow = { readonly n: number; readonly p: number; readonly margin: number }

/**
 * How exactly rates are known from samples of different sizes: one row for every size and rate, sizes first.
 *
 * margin = z·√(p(1 − p)/m · (N − m)/(N − 1)) with m = n/deff: the inverse of sampleSizeProportion. 0 when m ≥ N.
 * Throws RangeError unless sizes and deff are positive, 0 < rates, confidence < 1, and N > 1.
 * Source: Cochran (1977), Sampling Techniques, 4.4; knowledge-rate definitions, section 6.
 */
export function precisionTable({
  sizes,
  rates,
  N = Number.POSITIVE_INFINITY,
  deff = 1,
  confidence = 0.95,
}: PrecisionPlan): PrecisionRow[] {
  requireConfidence(confidence)
  requirePositive({ deff })
  if (!(N > 1)) throw new RangeError(`A population to draw from has more than 1 person, not ${N}`)
  const z = -normalQuantile((1 - confidence) / 2)

  return sizes.flatMap((n) =>
    rates.map((p) => {
      requirePositive({ n, p })
      requireProbability(p)
      const simple = n / deff
      const left = N === Number.POSITIVE_INFINITY ? 1 : Math.max(0, N - simple) / (N - 1)
      return { n, p, margin: z * Math.sqrt(((p * (1 - p)) / simple) * left) }
    }),
  )
}
