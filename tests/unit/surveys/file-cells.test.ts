import { describe, expect, test } from 'vitest'
import {
  readAge,
  readBirthYear,
  readMode,
  readMoment,
  readNumber,
  readSeconds,
  readSex,
  secondsBetween,
} from '#app/measure/surveys/file-cells'
import { earliestOfEach } from '#app/measure/surveys/file-persons'
import { roleOfTitle } from '#app/measure/surveys/file-roles'
import { columnName } from '#app/measure/surveys/file-table'
import { likeness } from '#app/measure/surveys/file-text'

describe('cells of a finished survey', () => {
  test('say who was asked in the ways in which people write it', () => {
    expect(['女', 'M', '1', '2', '未知'].map(readSex)).toEqual(['female', 'male', 'male', 'female', null])
    expect(['45', '45岁', '４５ 周岁', '45.0', '45.5', '-3', '四十'].map(readAge)).toEqual([
      45,
      45,
      45,
      45,
      null,
      null,
      null,
    ])
    expect(['1968', '1968年5月', '1968-05-02', '19680502', '68', '3068'].map(readBirthYear)).toEqual([
      1968,
      1968,
      1968,
      1968,
      null,
      null,
    ])
    expect(['当面', 'CATI', '微信', '传真'].map(readMode)).toEqual(['face', 'phone', 'web', null])
  })

  test('say numbers, and nothing else is one', () => {
    expect(['1.5', '.5', '1,250.5', '1e3', '-2', '１．５'].map(readNumber)).toEqual([1.5, 0.5, 1250.5, 1000, -2, 1.5])
    expect(['', '约1', 'NaN', 'Infinity', '1.2.3', '1e999'].map(readNumber)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  test('say how long it took', () => {
    expect(['95', '95秒', '1分35秒', '1:35', '0:01:35'].map((text) => readSeconds(text, false))).toEqual([
      95, 95, 95, 95, 95,
    ])
    expect([
      readSeconds('1.5', true),
      readSeconds('很久', false),
      readSeconds('-5', false),
      readSeconds('', false),
    ]).toEqual([90, null, null, null])
  })

  test('say when', () => {
    expect(['2026-11-20T09:05:00.000+08:00', '2026/11/2 9:05', '2026年11月2日', '昨天'].map(readMoment)).toEqual([
      '2026-11-20 09:05:00',
      '2026-11-02 09:05:00',
      '2026-11-02 00:00:00',
      null,
    ])
    expect(secondsBetween('2026-11-20 09:00:00', '2026-11-20 09:07:30')).toBe(450)
    expect(secondsBetween('2026-11-20 09:00:00', '2026-11-20 08:00:00')).toBe(null)
    expect(secondsBetween(null, '2026-11-20 08:00:00')).toBe(null)
  })
})

describe('titles of columns', () => {
  test('say what they hold, whatever stands around it', () => {
    const titles = ['性别', '2. 您的年龄（周岁）', 'person/sex', '权重', '用时（分钟）', 'unit_code', '备注']
    expect(titles.map(roleOfTitle)).toEqual(['sex', 'age', 'sex', 'weight', 'seconds', 'unit', null])
    expect([0, 25, 26, 51, 52].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA'])
  })

  test('are like each other by their pairs of signs', () => {
    expect(likeness('abcd', 'abcd')).toBe(1)
    expect(likeness('abcd', 'abxy')).toBeCloseTo(1 / 3, 12)
    expect(likeness('', '')).toBe(0)
  })
})

describe('several answers of one person', () => {
  const row = (key: string | null, at: string | null, id: number) => ({ key, at, id })

  test('leave the earliest by its moment, and without moments the first in the file', () => {
    const rows = [
      row('a', '2026-11-02', 1),
      row('a', '2026-11-01', 2),
      row('b', null, 3),
      row('b', '2026-11-01', 4),
      row(null, null, 5),
      row(null, null, 6),
    ]
    const { kept, repeated, known } = earliestOfEach(rows, new Set())
    expect(kept.map(({ id }) => id)).toEqual([2, 3, 5, 6])
    expect([repeated, known]).toEqual([2, 0])
  })

  test('leave none of somebody who has answered before', () => {
    const { kept, repeated, known } = earliestOfEach(
      [row('a', null, 1), row('a', null, 2), row('b', null, 3)],
      new Set(['a']),
    )
    expect([kept.map(({ id }) => id), repeated, known]).toEqual([[3], 0, 2])
  })
})
