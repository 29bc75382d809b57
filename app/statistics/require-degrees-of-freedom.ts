import { isMeasurable } from './is-measurable'

/** Refuses degrees of freedom that are below 1 or not finite with a RangeError. Fractions are legal. */
export function requireDegreesOfFreedom(df: number): void {
  if (!(df >= 1 && isMeasurable(df)))
    throw new RangeError(`Degrees of freedom must be finite and at least 1, not ${df}`)
}
