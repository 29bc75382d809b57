/** What a cell of a finished survey says about the person and the interview. Null: it cannot be understood. Pure. */
import type { Mode } from './wave'

/** 男 and 女, F and M, 1 (male) and 2 (female) of GB/T 2261.1. */
export function readSex(text: string): 'female' | 'male' | null {
  const said = text.trim().toLowerCase()
  if (['女', '女性', 'female', 'f', 'woman', '2'].includes(said)) return 'female'
  return ['男', '男性', 'male', 'm', 'man', '1'].includes(said) ? 'male' : null
}

/** Whole years: 45, 45岁. */
export function readAge(text: string): number | null {
  const [, years] = /^(\d{1,3})(?:\.0+)?\s*(?:周?岁)?$/.exec(text.trim().normalize('NFKC')) ?? []
  return years === undefined ? null : Number(years)
}

/** The year at the beginning of 1980, 1980年5月, 1980-05-02 or 19800502. */
export function readBirthYear(text: string): number | null {
  const [, year] = /^((?:19|20)\d\d)(?:$|[年\-/.\s]|\d{2}(?:\d{2})?$)/.exec(text.trim().normalize('NFKC')) ?? []
  return year === undefined ? null : Number(year)
}

/** From 1 to 99 persons: 3, 3人, 3位. */
export function readEligible(text: string): number | null {
  const [, persons] = /^([1-9]\d?)(?:\.0+)?\s*[人位]?$/.exec(text.trim().normalize('NFKC')) ?? []
  return persons === undefined ? null : Number(persons)
}

/** Any number that is finite; whether it can be a weight is for the caller to say. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .normalize('NFKC')
    .replace(/,(?=\d{3}(\D|$))/g, '')
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : null
}

/** Seconds: 95, 95秒, 1分35秒, 1:35, 0:01:35; a bare number in a column of minutes counts as minutes. */
export function readSeconds(text: string, isMinutes: boolean): number | null {
  const plain = text.trim().normalize('NFKC')
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(plain)
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  const words = /^(?:(\d+)小时)?(?:(\d+)分钟?)?(?:(\d+)秒)?$/.exec(plain)
  if (words && plain !== '') return Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0)
  const number = readNumber(plain)
  if (number === null || number < 0) return null
  return Math.round(isMinutes ? number * 60 : number)
}

const MODES: Record<Exclude<Mode, 'file'>, string[]> = {
  face: ['face', '面访', '入户', '当面', '入户面访', '街头'],
  phone: ['phone', '电话', '电访', 'cati'],
  web: ['web', '网络', '网上', '线上', '微信'],
  paper: ['paper', '纸质', '纸质问卷', '自填'],
}

export function readMode(text: string): Mode | null {
  const said = text.trim().toLowerCase()
  for (const mode of ['face', 'phone', 'web', 'paper'] as const) if (MODES[mode].includes(said)) return mode
  return null
}

/** 是, 代填, yes, 1, true; an empty cell is no. */
export const readProxy = (text: string): boolean => /^(是|代填|有|yes|y|1|true)$/i.test(text.trim())

/** A moment as a text that sorts by time; null when there is none to be seen. */
export function readMoment(text: string): string | null {
  const [, year, month = '', day = '', hour = '0', minute = '0', second = '0'] =
    /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?.*)?$/.exec(
      text.trim().normalize('NFKC'),
    ) ?? []
  if (year === undefined) return null
  const two = (part: string) => part.padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}

/** Seconds between two such moments; null when the second is not after the first, or more than a day is between them. */
export function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const [start, end] = [from, to].map((moment) => Date.parse(`${moment.replace(' ', 'T')}Z`))
  const seconds = Math.round(((end ?? Number.NaN) - (start ?? Number.NaN)) / 1000)
  return seconds > 0 && seconds <= 86_400 ? seconds : null
}
