import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupKey, groupNameOf, joinGradeAndClass, mergeSpellings } from '#app/people/rosters/group-name'
import { evenNumbers, hanNumber } from '#app/people/rosters/han-numbers'
import { messyText } from './invented'

const SAME: [key: string, spellings: string[]][] = [
  [
    '1班',
    [
      '一班',
      '1班',
      '（1）班',
      '(1)班',
      '1 班',
      '１班',
      '【一】班',
      '01班',
      '①班',
      '㈠班',
      '（ 一 ）班',
      '（㈠）班',
      '1\u200b班',
    ],
  ],
  ['12班', ['十二班', '12班', '（十二）班', '012班']],
  ['20班', ['二十班', '20班']],
  [
    '3年级2班',
    [
      '三年级二班',
      '3年级2班',
      '三(2)班',
      '三（二）班',
      '3.2班',
      '3-2班',
      '三2班',
      '三年级（2）班',
      '3．2班',
      '3年2班',
      '3.02班',
    ],
  ],
  ['高1年级3班', ['高一(3)班', '高一3班', '高1年级3班', '高一年级三班', '高1.3班']],
  ['2023级3班', ['2023级3班', '二〇二三级（3）班', '2023级三班']],
  ['甲班', ['甲班', '甲 班']],
  ['A班', ['A班', 'a班', 'Ａ班']],
  ['3号楼2单元', ['3号楼2单元', '三号楼二单元', '3 号楼（2）单元']],
  ['第1网格', ['第一网格', '第1网格', '第 １ 网格']],
  ['103室', ['一百零三室', '103室', '一〇三室']],
]

test.each(SAME)('%s is the key of each of its spellings', (key, spellings) => {
  expect(spellings.map(groupKey)).toEqual(spellings.map(() => key))
})

test.each([
  ['1班', '11班'],
  ['3号楼2单元', '3楼2单元'],
  ['三二班', '三十二班'],
  ['32班', '三(2)班'],
  ['302班', '3年级2班'],
  ['2023(3)班', '20233班'],
  ['13.2班', '13年级2班'],
  ['七年级1班', '初一1班'],
  ['一班（夜班）', '一班'],
  ['3号楼2-1班', '3号楼2年级1班'],
  ['甲班', '乙班'],
])('%s and %s are two groups', (one, other) => {
  expect(groupKey(one)).not.toBe(groupKey(other))
})

test('a key is its own key, whatever it was made of', () => {
  fc.assert(
    fc.property(messyText, (name) => {
      const key = groupKey(name)
      expect(groupKey(key)).toBe(key)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['一', 1],
  ['十', 10],
  ['十九', 19],
  ['九十', 90],
  ['一百', 100],
  ['一百零一', 101],
  ['一百一十', 110],
  ['九百九十九', 999],
  ['二〇二六', 2026],
  ['零', 0],
  ['百', null],
  ['三二', null],
  ['十十', null],
  ['一百一', null],
  ['零一', null],
  ['', null],
])('%s is %s', (text, value) => {
  expect(hanNumber(text)).toBe(value)
})

test('every number up to 999 is read back from its Han characters', () => {
  const digits = [...'零一二三四五六七八九']
  const write = (n: number): string => {
    const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
    const front = hundreds ? `${digits[hundreds]}百${tens === 0 && ones ? '零' : ''}` : ''
    return `${front}${tens ? `${tens === 1 && !hundreds ? '' : digits[tens]}十` : ''}${ones ? digits[ones] : ''}`
  }
  for (let n = 1; n <= 999; n += 1) expect([n, evenNumbers(`第${write(n)}网格`)]).toEqual([n, `第${n}网格`])
})

describe('groupNameOf', () => {
  test.each([
    [' 三年级  二班\u200b ', '三年级 二班'],
    ['（1）班', '（1）班'],
    [301, '301'],
    ['䶮'.repeat(50), '䶮'.repeat(50)],
  ])('%j is kept as %j', (cell, value) => {
    expect(groupNameOf(cell)).toEqual({ kind: 'value', value })
  })

  test('a day and an endless name are faults; nothing is nothing', () => {
    expect(groupNameOf(new Date('2026-03-02'))).toEqual({ kind: 'fault', problem: 'groupIsADay' })
    expect(groupNameOf('𬭎'.repeat(51))).toEqual({ kind: 'fault', problem: 'groupTooLong' })
    expect([null, ' ', '\u200b'].map(groupNameOf)).toEqual([{ kind: 'empty' }, { kind: 'empty' }, { kind: 'empty' }])
  })
})

test.each([
  ['三年级', '2班', '三年级2班'],
  ['3', '2', '3年级2班'],
  ['三', '（2）', '三年级（2）班'],
  ['三年级', '三年级2班', '三年级2班'],
  ['三年级', '三(2)班', '三(2)班'],
  ['2023级', '3班', '2023级3班'],
  ['三年级', null, '三年级'],
  ['3', null, '3年级'],
  [null, '2班', '2班'],
  [null, '2', '2'],
  [null, null, null],
])('grade %s and class %s are %s', (grade, name, joined) => {
  expect(joinGradeAndClass(grade, name)).toBe(joined)
})

describe('mergeSpellings', () => {
  test('shows what is one, under the most frequent spelling', () => {
    const names = Object.freeze(['一班', '1班', '（1）班', '1班', '二班', '2班', '甲班'])
    expect(mergeSpellings(names)).toEqual([
      { key: '1班', name: '1班', spellings: ['一班', '1班', '（1）班'], count: 4 },
      { key: '2班', name: '二班', spellings: ['二班', '2班'], count: 2 },
      { key: '甲班', name: '甲班', spellings: ['甲班'], count: 1 },
    ])
    expect(mergeSpellings([])).toEqual([])
  })

  test('loses and doubles no name', () => {
    fc.assert(
      fc.property(fc.array(messyText), (names) => {
        const merged = mergeSpellings(names)
        expect(merged.reduce((total, { count }) => total + count, 0)).toBe(names.length)
        expect(merged.flatMap(({ spellings }) => spellings).toSorted()).toEqual([...new Set(names)].toSorted())
        for (const { key, name, spellings } of merged) {
          expect(spellings).toContain(name)
          expect(spellings.map(groupKey)).toEqual(spellings.map(() => key))
        }
      }),
    )
  })
})
