/** Years and days as people and programs write them. Days are 'YYYY-MM-DD'. */
import type { Cell } from '#app/sheets/cell'
import { plainText } from './cell-text'

/** `day` only where the whole day is known. */
export type DateParts = { year: number; day?: string }

const DAY_MILLISECONDS = 86_400_000
/** Excel counts days from here (for every day after February 1900). */
const DAY_ZERO = Date.UTC(1899, 11, 30)
/** Below, a number is sooner a year than the serial number of a day. */
const LEAST_SERIAL = 3000

/** The year, and the day if it is whole, in a cell; null when it holds none. Nothing is said about whether it can be true. */
export function datePartsOf(cell: Cell, today: string): DateParts | null {
  if (cell instanceof Date) return ofDate(cell, today)
  if (typeof cell === 'boolean') return null
  const text = plainText(cell)
    .replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
    .replace(/\s|出?生$/g, '')
  const isSerial = /^\d{5}(\.\d+)?$/.test(text) || (typeof cell === 'number' && cell >= LEAST_SERIAL && cell < 10_000)
  return isSerial ? ofSerial(Number(text)) : ofText(text)
}

/** Whether there is such a day in the calendar; then that day. */
export function calendarDay(year: number, month: number, date: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, date))
  const isReal = year >= 1000 && year <= 9999 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date
  return isReal ? moment.toISOString().slice(0, 10) : null
}

function ofDate(date: Date, today: string): DateParts | null {
  if (Number.isNaN(date.getTime())) return null
  // The year 1962 typed into a cell that shows days: Excel makes it the day with that number, in 1905.
  const serial = Math.floor((date.getTime() - DAY_ZERO) / DAY_MILLISECONDS)
  if (serial >= 1900 && serial <= Number(today.slice(0, 4))) return { year: serial }
  const day = calendarDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  return day === null ? null : { year: date.getUTCFullYear(), day }
}

function ofSerial(serial: number): DateParts {
  const day = new Date(DAY_ZERO + Math.floor(serial) * DAY_MILLISECONDS).toISOString().slice(0, 10)
  return { year: Number(day.slice(0, 4)), day }
}

function ofText(text: string): DateParts | null {
  const [, digits] = /^(\d{4}|\d{6}|\d{8})年?$/.exec(text) ?? []
  const whole = digits
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : /^(\d{4})[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})日?)?$/.exec(text)?.slice(1)
  if (whole) return ofNumbers(whole.map((part) => (part ? Number(part) : null)))
  // Day and month in an order that nobody knows: only the year is sure.
  const [, year] = /^\d{1,2}[-/.]\d{1,2}[-/.](\d{4})$/.exec(text) ?? []
  return year ? { year: Number(year) } : null
}

function ofNumbers([year = null, month = null, date = null]: (number | null)[]): DateParts | null {
  if (year === null) return null
  if (month === null) return { year }
  const day = calendarDay(year, month, date ?? 1)
  if (day === null) return null
  return date === null ? { year } : { year, day }
}
