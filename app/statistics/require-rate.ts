import { isMeasurable } from './is-measurable'

/** Refuses, with a RangeError, a rate outside [0, 1], and a standard error or df that is negative or not finite. */
export function requireRate(p: number, se: number, df: number): void {
  if (!(p >= 0 && p <= 1 && isMeasurable(p))) throw new RangeError(`A rate must lie in [0, 1], not ${p}`)
  if (!(se >= 0 && isMeasurable(se))) throw new RangeError(`A standard error must be finite and at least 0, not ${se}`)
  if (!(df >= 0 && isMeasurable(df)))
    throw new RangeError(`Degrees of freedom must be finite and at least 0, not ${df}`)
}
