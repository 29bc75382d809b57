import { isMeasurable } from './is-measurable'

/** Refuses degrees of freedom of an F distribution that are not positive and finite with a RangeError. */
export function requireFDegrees(above: number, below: number): void {
  const areLegal = above > 0 && below > 0 && isMeasurable(above) && isMeasurable(below)
  if (!areLegal) throw new RangeError(`Degrees of freedom of F must be positive and finite, not ${above} and ${below}`)
}
