/** Days in .xlsx files: numbers that only their format tells apart from others. */

const DAY = 86_400_000
/** Day 0 of the two ways to count; the first has 30 December because it believes in a 29 February 1900. */
const START_1900 = Date.UTC(1899, 11, 30)
const START_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999, the last day Excel knows. */
const LAST = 2_958_466

/**
 * True when a number with this format is shown as a day. A mere time or a length of time stays a number.
 * Built-in formats: ECMA-376 part 1, 18.8.30, with those of Chinese Excel (27–36, 50–58).
 * @param {number} id
 * @param {string} [code] of a format that the file itself defines
 */
export function isDayFormat(id, code) {
  if (code === undefined) return (id >= 14 && id <= 17) || id === 22 || isChineseDay(id)
  const isLength = /\[[hms]+\]/i.test(code)
  const shown = code
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '')
    .split(';', 1)
    .join('')
  if (isLength || /general/i.test(shown)) return false
  return /[yd]/i.test(shown) || (/m/i.test(shown) && !/[hs]/i.test(shown))
}

/** 32–35 and 55, 56 show a time of day. @param {number} id */
const isChineseDay = (id) => (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58

/** What a day number means; a number that is no day stays one. @param {number} number @param {boolean} from1904 */
export function dayOf(number, from1904) {
  if (number < 0 || number >= LAST) return number
  // Before 1 March 1900 Excel counts one day too few, for the 29 February that never was.
  const days = !from1904 && number < 60 ? number + 1 : number
  return new Date((from1904 ? START_1904 : START_1900) + Math.round(days * DAY))
}

/** The inverse of dayOf, counted from 1900. @param {Date} date */
export function dayNumber(date) {
  const number = (date.getTime() - START_1900) / DAY
  return number < 61 ? number - 1 : number
}
