import { isMeasurable } from './is-measurable'

/** Refuses shapes of a beta distribution that are not positive and finite with a RangeError. */
export function requireShapes(a: number, b: number): void {
  const areLegal = a > 0 && b > 0 && isMeasurable(a) && isMeasurable(b)
  if (!areLegal) throw new RangeError(`Shapes of a beta distribution must be positive and finite, not ${a} and ${b}`)
}
