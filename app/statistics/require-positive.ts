import { isMeasurable } from './is-measurable'

/** Refuses a named setting that is not positive and finite with a RangeError. */
export function requirePositive(settings: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (!(value > 0 && isMeasurable(value))) throw new RangeError(`${name} must be positive and finite, not ${value}`)
  }
}
