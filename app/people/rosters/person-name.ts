/** Names of people, kept whole as they were written. */
import type { Cell } from '#app/sheets/cell'
import { cellText } from './cell-text'
import { empty, faulty, given, type Reading } from './problems'

const MOST_SIGNS = 50

/** Han characters: also those newer than this machine's Unicode (planes 2 and 3) and those of old systems (private use). */
const HAN = '\\p{Script=Han}\\u{20000}-\\u{3FFFF}\\u{E000}-\\u{F8FF}'
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}])\\s+(?=[${HAN}])`, 'gu')
/** The dot in names of many peoples, typed in seven ways. */
const DOT_BETWEEN_HAN = new RegExp(`(?<=[${HAN}]) *[·.．•・‧∙⋅･] *(?=[${HAN}])`, 'gu')
/** Nearly every name; none of these characters has a second spelling. */
const COMMON_HAN = /^[\u4E00-\u9FA5]+$/
const HAS_LETTER = new RegExp(`[\\p{L}${HAN}]`, 'u')
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g
/** Ideographs that NFC would replace by others, though they are how somebody writes their name. */
const NOT_COMPATIBILITY = /[^\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]+/gu
/** What stands where a program did not know a character. */
const LOST = /[?？\uFFFD□■]/u

/** The name in a cell, cleaned. */
export function nameOf(cell: Cell): Reading<string> {
  if (cellText(cell) === '') return empty
  if (typeof cell !== 'string') return faulty('nameNotAName')
  const name = cleanName(cell)
  if (name === '') return empty
  if (LOST.test(name)) return faulty('nameLostCharacter')
  // A line break within a cell may stand between two people.
  const isName = HAS_LETTER.test(name) && [...name].length <= MOST_SIGNS && !/[\p{Cc}\p{Cs}*]/u.test(name)
  return isName ? given(name) : faulty('nameNotAName')
}

/** 张 三 is 张三; Latin names keep one space; no character becomes another (NFC but for compatibility ideographs, never NFKC). */
export const cleanName = (text: string): string =>
  cellText(text)
    .replace(FULL_WIDTH, (sign) => sign.normalize('NFKC'))
    .replace(NOT_COMPATIBILITY, (part) => part.normalize('NFC'))
    .replace(/[^\S\n\r\t\v\f]+/g, ' ')
    .replace(DOT_BETWEEN_HAN, '·')
    .replace(BETWEEN_HAN, (space) => (/[\n\r\t\v\f]/.test(space) ? space : ''))
    .trim()

/** What two spellings of one name have in common; only for comparing. */
export const nameKey = (name: string): string =>
  COMMON_HAN.test(name)
    ? name
    : name
        .normalize('NFKC')
        .replace(/[\s\p{Cf}\p{Variation_Selector}]/gu, '')
        .toLowerCase()

/** A name where it must not be shown whole: the surname and a star for each further sign, at most two. */
export function maskedName(name: string): string {
  const signs = [...name]
  if (signs.length < 2) return '*'
  const isCompound = signs.length > 2 && COMPOUND_SURNAMES.includes(signs.slice(0, 2).join(''))
  const shown = isCompound ? 2 : 1
  return signs.slice(0, shown).join('') + '*'.repeat(Math.min(2, Math.max(1, signs.length - shown)))
}

const COMPOUND_SURNAMES = [
  ...['欧阳', '上官', '司马', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '司徒', '夏侯', '令狐', '长孙', '宇文'],
  ...['端木', '轩辕', '南宫', '百里', '呼延', '澹台', '公冶', '太史', '申屠', '钟离', '司空', '闻人', '赫连', '独孤'],
]
