import { isMeasurable } from './is-measurable'

/**
 * Refuses anything but 0 ≤ successes ≤ n, both finite, with a RangeError.
 * Fractions are legal: an effective sample size is rarely whole.
 */
export function requireCount(successes: number, n: number): void {
  const isLegal = isMeasurable(n) && isMeasurable(successes) && successes >= 0 && successes <= n
  if (!isLegal) throw new RangeError(`Successes must lie between 0 and n, not ${successes} of ${n}`)
}
