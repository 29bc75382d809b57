import type { Cell } from '#app/sheets/cell'
import { cellText, plainText } from './cell-text'
import { type DateParts, datePartsOf } from './days'
import { empty, faulty, given, type Reading } from './problems'

/** `isApproximate`: counted back from an age, so that the true year may be the one before. */
export type Birth = DateParts & { isApproximate?: true }

const FIRST_YEAR = 1900
const OLDEST = 125

/**
 * When somebody was born: a year, a month, a day, the serial number of a day, or an age (`isAge`: the column holds ages).
 * An age gives the youngest year that it allows, so that a child is never taken for older.
 */
export function birthOf(cell: Cell, { today, isAge }: { today: string; isAge: boolean }): Reading<Birth> {
  if (cellText(cell) === '' && !(cell instanceof Date)) return empty
  const thisYear = Number(today.slice(0, 4))
  const [, age, unit] = /^(\d{1,3})(周?岁)?$/.exec(plainText(cell).replace(/\s/g, '')) ?? []
  if (age !== undefined && (isAge || unit) && Number(age) <= OLDEST)
    return given({ year: thisYear - Number(age), isApproximate: true })
  const parts = datePartsOf(cell, today)
  return parts && isPossibleBirth(parts, today) ? given(parts) : faulty('birthNotAYear')
}

/** Whether somebody alive may have been born then. */
export const isPossibleBirth = ({ year, day }: DateParts, today: string): boolean =>
  year >= FIRST_YEAR && year <= Number(today.slice(0, 4)) && (day === undefined || day <= today)

/** Whether two years of birth can be of one person. An approximate one may be a year too young or too old. */
export const isSameBirthYear = (one: number, other: number, isApproximate: boolean): boolean =>
  Math.abs(one - other) <= (isApproximate ? 1 : 0)
