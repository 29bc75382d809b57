import type { IntervalOptions } from './estimate'
import { requireConfidence } from './require-confidence'

/**
 * Probability left beyond each limit of an interval: (1 − confidence) / 2, or 1 − confidence when each limit is to be a
 * one-sided bound (a one-sided 95 % bound is a limit of the two-sided 90 % interval).
 *
 * Throws RangeError for a confidence outside (0, 1), or a one-sided one of at most 0.5.
 * Source: knowledge-rate definitions, section 4.
 */
export function tailProbability({ confidence, sides }: Required<IntervalOptions>): number {
  requireConfidence(confidence)
  if (sides === 1 && confidence <= 0.5) throw new RangeError('A one-sided bound needs a confidence above 0.5')
  return (1 - confidence) / sides
}
