import { fQuantile } from './f-quantile'
import { isMeasurable } from './is-measurable'
import { requireConfidence } from './require-confidence'

export type AlphaInterval = {
  readonly alpha: number
  readonly confidence: number
  readonly lower: number
  readonly upper: number
  readonly method: 'feldt'
}

/**
 * Feldt's interval for Cronbach's alpha or KR-20, from a test of `items` items taken by `persons` persons. Two-sided.
 *
 * With F the quantiles on persons − 1 and (persons − 1)(items − 1) degrees of freedom:
 * [1 − (1 − alpha)·F(1 − q), 1 − (1 − alpha)·F(q)], q = (1 − confidence)/2. The lower limit may be negative.
 * Null when alpha is null, or below two persons or two items.
 *
 * Throws RangeError for an alpha above 1 or not finite, numbers that are not whole or below 0, or confidence outside
 * (0, 1).
 * Source: Feldt (1965), Psychometrika 30, 357–370.
 */
export function alphaInterval(
  alpha: number | null,
  persons: number,
  items: number,
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): AlphaInterval | null {
  requireConfidence(confidence)
  for (const number of [persons, items])
    if (!(Number.isInteger(number) && number >= 0))
      throw new RangeError(`Persons and items must be whole numbers of at least 0, not ${number}`)
  if (alpha === null) return null
  if (!(alpha <= 1 && isMeasurable(alpha))) throw new RangeError(`Alpha must be finite and at most 1, not ${alpha}`)
  if (persons < 2 || items < 2) return null

  const tail = (1 - confidence) / 2
  const limit = (probability: number) =>
    1 - (1 - alpha) * fQuantile(probability, persons - 1, (persons - 1) * (items - 1))
  return { alpha, confidence, lower: limit(1 - tail), upper: limit(tail), method: 'feldt' }
}
