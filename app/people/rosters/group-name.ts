/** Names of classes, shifts, buildings: 一班, 1班, （1）班 and １班 are one. Only numbers and brackets are evened out, never words. */
import type { Cell } from '#app/sheets/cell'
import { cellText } from './cell-text'
import { evenNumbers } from './han-numbers'
import { empty, faulty, given, type Reading } from './problems'

const MOST_SIGNS = 50

/** The name of a group in a cell, as it was written. */
export function groupNameOf(cell: Cell): Reading<string> {
  // Excel has made the 2nd of March out of 3-2.
  if (cell instanceof Date) return faulty('groupIsADay')
  const name = cellText(cell).normalize('NFC').replace(/\s+/g, ' ')
  if (name === '') return empty
  return [...name].length <= MOST_SIGNS ? given(name) : faulty('groupTooLong')
}

/** What all spellings of one name have in common. 三(2)班, 3.2班 and 三年级二班 have 3年级2班. */
export function groupKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase()
    // A sign and its accent may have met.
    .normalize('NFKC')
    .replace(/[[{【〔〖「『<《〈]/g, '(')
    .replace(/[\]}】〕〗」』>》〉]/g, ')')
  return asGradeAndClass(withoutBrackets(evenNumbers(plain)))
}

/** Grade and class in one name from two columns; where the class already names the grade, the class alone. */
export function joinGradeAndClass(grade: string | null, name: string | null): string | null {
  if (grade === null || name === null) return grade === null ? name : withUnit(grade, '年级')
  const whole = withUnit(grade, '年级')
  const own = withUnit(name, '班')
  return groupKey(own).startsWith(groupKey(whole)) ? own : `${whole}${own}`
}

/** Spellings of one group, the names as they came; `name` is the most frequent one, of equals the first seen. */
export type MergedSpellings = { key: string; name: string; spellings: string[]; count: number }

/** All names by their key, in the order in which they were first seen. */
export function mergeSpellings(names: readonly string[]): MergedSpellings[] {
  const groups = new Map<string, Map<string, number>>()
  for (const name of names) {
    const key = groupKey(name)
    const counts = groups.get(key) ?? new Map<string, number>()
    groups.set(key, counts.set(name, (counts.get(name) ?? 0) + 1))
  }
  return [...groups].map(([key, counts]) => {
    const entries = [...counts]
    const most = Math.max(...counts.values())
    return {
      key,
      name: entries.find(([, count]) => count === most)?.[0] ?? key,
      spellings: [...counts.keys()],
      count: entries.reduce((total, [, count]) => total + count, 0),
    }
  })
}

/** A bare number gets the unit that its column names. */
const withUnit = (text: string, unit: string): string => (/^\d+$/.test(groupKey(text)) ? `${text}${unit}` : text)

/** (1)班 is 1班; brackets stay where two numbers would run together. */
const withoutBrackets = (text: string): string => text.replace(/(?<![\d()])\(+(\d+)\)+(?![\d)])/g, '$1')

/** Where it can be nothing else: a grade from 1 to 12, a sign between, a number, 班. */
const GRADE_AND_CLASS = [
  /^(.*?)(?<!\d)(\d{1,2})年级[-.·–—]?\(?(\d{1,3})\)?班$/u,
  /^(小|小学|初|初中|高|高中)?(\d{1,2})(?:年|年?\(|年?[-.·–—]\(?)(\d{1,3})\)?班$/u,
  /^(小|小学|初|初中|高|高中)?([一二三四五六七八九])(\d{1,3})班$/u,
]

function asGradeAndClass(text: string): string {
  for (const pattern of GRADE_AND_CLASS) {
    const [, before = '', grade = '', number = ''] = pattern.exec(text) ?? []
    const value = Number(evenNumbers(grade))
    if (grade !== '' && value >= 1 && value <= 12) return `${before}${value}年级${Number(number)}班`
  }
  return text
}
