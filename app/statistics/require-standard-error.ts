import { isMeasurable } from './is-measurable'

/**
 * Refuses a value or standard error that is neither null nor finite, or a negative standard error, with a RangeError.
 */
export function requireStandardError({
  value,
  se,
}: {
  readonly value: number | null
  readonly se: number | null
}): void {
  if (value !== null && !isMeasurable(value)) throw new RangeError(`A value must be finite or null, not ${value}`)
  if (se !== null && !(se >= 0 && isMeasurable(se)))
    throw new RangeError(`A standard error must be finite and at least 0, not ${se}`)
}
