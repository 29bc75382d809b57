import { isMeasurable } from './is-measurable'

/** Refuses a named setting outside (0, 1] with a RangeError. */
export function requireShareOfOne(settings: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (!(value > 0 && value <= 1 && isMeasurable(value)))
      throw new RangeError(`${name} must be above 0 and at most 1, not ${value}`)
  }
}
