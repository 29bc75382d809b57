/** Refuses anything but an existing day written YYYY-MM-DD with a RangeError. */
export function requireDay(day: string): void {
  const [year, month, date] = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.split('-').map(Number) : []
  const exists = month! >= 1 && month! <= 12 && date! >= 1 && date! <= daysIn(year!, month!)
  if (!exists) throw new RangeError(`A day must exist and be written YYYY-MM-DD, not ${day}`)
}

/**
 * The day on which a period of whole months from `day` ends: the same date, or the last day of a month without it.
 * Throws RangeError for months that are not whole, and for an end beyond the years that four digits can write.
 * Source: 民法典 第二百零二条.
 */
export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const count = year * 12 + month - 1 + months
  const laterYear = Math.floor(count / 12)
  // Days are compared as texts, in which the year 10000 comes before 2026.
  if (!(Number.isSafeInteger(months) && laterYear >= 0 && laterYear <= 9999))
    throw new RangeError(`There is no day ${months} months after ${day}`)
  const laterMonth = (count % 12) + 1
  const laterDate = Math.min(date, daysIn(laterYear, laterMonth))
  return [`${laterYear}`.padStart(4, '0'), twoDigits(laterMonth), twoDigits(laterDate)].join('-')
}

function twoDigits(number: number): string {
  return `${number}`.padStart(2, '0')
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
