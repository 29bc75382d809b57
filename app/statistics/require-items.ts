import type { RespondentRow } from './respondent-row'

/**
 * Refuses rows of unequal length, and positions of items that are outside the rows or named twice, with a RangeError.
 */
export function requireItems(items: readonly number[], rows: readonly RespondentRow[]): void {
  const length = rows[0]?.scores.length ?? Number.POSITIVE_INFINITY
  if (rows.length > 0 && rows.some(({ scores }) => scores.length !== length)) {
    throw new RangeError('Rows must cover the same items')
  }
  const stranger = items.find((item) => !(Number.isInteger(item) && item >= 0 && item < length))
  if (stranger !== undefined) throw new RangeError(`There is no item at position ${stranger}`)
  if (new Set(items).size < items.length) throw new RangeError('An item is named twice')
}
