/** Invented people for the roster tests. Area code 999999 belongs to nowhere, so no number is anybody's. */
import fc from 'fast-check'
import { withCheckDigit } from '#app/people/rosters/id-number'
import type { KeyedRow, RosterPerson } from '#app/people/rosters/same-person'
import type { Cell } from '#app/sheets/cell'

export const TODAY = '2026-11-25'

/** An ID number with a right check digit: born on `day` ('19620501'), the odd numbers men. */
export const inventedId = (day: string, order = '023'): string => withCheckDigit(`999999${day}${order}`)

/** A frozen row or person; what a test does not name is not known. */
const known = {
  organizationId: 'school',
  name: '张三',
  birthYear: null,
  groupKey: null,
  idHash: null,
  idTail: null,
  phoneHash: null,
  phoneTail: null,
}
export const keyedRow = (number: number, facts: Partial<KeyedRow> = {}): KeyedRow =>
  Object.freeze({ ...known, isBirthYearApproximate: false, number, ...facts })
export const rosterPerson = (personId: string, facts: Partial<RosterPerson> = {}): RosterPerson =>
  Object.freeze({ ...known, personId, ...facts })

/** Texts of the signs that rosters are full of, and of any others. */
export const messyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...[
        '一',
        '二',
        '三',
        '十',
        '百',
        '〇',
        '零',
        '班',
        '年级',
        '年',
        '级',
        '高',
        '初',
        '楼',
        '第',
        '张',
        '𬭎',
        '䶮',
        '㐂',
      ],
      ...[
        '(',
        ')',
        '（',
        '）',
        '【',
        '】',
        '.',
        '-',
        '·',
        '．',
        ' ',
        '　',
        '\u200b',
        '\n',
        '0',
        '1',
        '2',
        '２',
        '①',
        '㈠',
      ],
      ...['*', '+86', '86', '138', '00138000', '＊', 'A', 'ａ', '\u0301', '郎', '\uf92c', '?'],
    ),
    maxLength: 14,
  }),
  fc.string({ unit: 'binary', maxLength: 14 }),
)

export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  messyText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.date(),
  fc.constant(null),
)
