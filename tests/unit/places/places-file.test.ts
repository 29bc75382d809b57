import { describe, expect, test } from 'vitest'
import { understandSheet } from '#app/people/places/places-file'
import { type KnownPlaces, type KnownRegion, planPlaces } from '#app/people/places/places-plan'
import type { Cell } from '#app/sheets/cell'

const rows = (...cells: Cell[][]) => cells.map((row, at) => ({ number: at + 1, cells: row }))
const region = (code: string, name: string, more: Partial<KnownRegion> = {}): [string, KnownRegion] => [
  code,
  { id: code, code, name, isClosed: false, isDemo: false, ...more },
]
const nothingKnown: KnownPlaces = { prefix: '', regions: new Map(), populations: new Map() }

const REGIONS = ['代码', '名称', '级别', '上级代码']
const PEOPLE = ['代码', '年份', '性别', '年龄段', '人数', '来源']

/** What is wrong with a file, as "row column problem". */
function faultsOf(sheets: [string, Cell[][]][], known: Partial<KnownPlaces> = {}): string[] {
  const understood = sheets.map(([name, cells]) => understandSheet(rows(...cells), name))
  const file = {
    regions: understood.flatMap((one) => one.file.regions),
    populations: understood.flatMap((one) => one.file.populations),
  }
  const plan = planPlaces(file, { ...nothingKnown, ...known })
  return [...understood.flatMap(({ faults }) => faults), ...plan.faults].map(
    ({ row, column, problem }) => `${row} ${column} ${problem}`,
  )
}

describe('a sheet is understood', () => {
  test('with columns in any order, titles above, a code as a number', () => {
    const sheet = rows(
      ['某区地区表'],
      ['名称（全称）', '区划代码'],
      ['通州区', 110112000000],
      ['中仓街道', '110112001000'],
    )
    expect(understandSheet(sheet, '地区')).toEqual({
      faults: [],
      file: {
        populations: [],
        regions: [
          { row: 3, code: '110112000000', name: '通州区', level: 'district' },
          { row: 4, code: '110112001000', name: '中仓街道', level: 'street' },
        ],
      },
    })
  })

  test('as people when it has their columns', () => {
    const { file, faults } = understandSheet(
      rows(PEOPLE, ['110112001000', 2025, '女', '60岁以上', 4321, '年鉴']),
      '人口',
    )
    expect(faults).toEqual([])
    expect(file.populations).toEqual([
      {
        row: 2,
        code: '110112001000',
        year: 2025,
        sex: 'female',
        ageFrom: 60,
        ageTo: 200,
        people: 4321,
        source: '年鉴',
      },
    ])
  })

  test('or the missing columns are named', () => {
    expect(understandSheet(rows(PEOPLE.slice(0, 5), ['1']), '人口').faults).toMatchObject([
      { row: null, problem: 'columnsMissing', column: '来源' },
    ])
    expect(understandSheet(rows(['姓名', '电话'], ['周敏', '1']), 'Sheet1').faults).toMatchObject([
      { problem: 'columnsMissing', column: '代码、名称' },
    ])
    expect(understandSheet([], '地区').faults).toMatchObject([{ problem: 'columnsMissing' }])
  })
})

describe('a cell that is wrong is named with its row and column', () => {
  const street = ['110112001000', '中仓街道', '街道', '110112000000']
  test.each<[string, Cell[], string]>([
    ['digits lost', ['1.10112E+11', '中仓街道'], '2 代码 codeLostDigits'],
    ['no code', ['', '中仓街道'], '2 代码 codeMissing'],
    ['a code too short', ['110112', '通州区'], '2 代码 codeForm'],
    ['no name', ['110112001000', null], '2 名称 nameMissing'],
    ['a long name', ['110112001000', '街'.repeat(61)], '2 名称 nameTooLong'],
    ['an unknown level', [...street.slice(0, 2), '省'], '2 级别 levelUnknown'],
    ['another level', [...street.slice(0, 2), '社区'], '2 级别 levelOther'],
    ['another parent', [...street.slice(0, 3), '110113000000'], '2 上级代码 parentOther'],
  ])('%s', (_, cells, fault) => {
    expect(faultsOf([['地区', [REGIONS, cells]]])).toContain(fault)
  })

  const good: Cell[] = ['110112001000', 2025, '女', '18-39', 10, '年鉴']
  test.each<[string, number, Cell, string]>([
    ['negative people', 4, -1, '2 人数 peopleForm'],
    ['half a person', 4, 0.5, '2 人数 peopleForm'],
    ['a date for a band', 3, new Date(Date.UTC(2026, 5, 17)), '2 年龄段 bandIsDate'],
    ['a total', 3, '合计', '2 年龄段 bandForm'],
    ['no sex', 2, '', '2 性别 sexForm'],
    ['no year', 1, '去年', '2 年份 yearForm'],
    ['no source', 5, null, '2 来源 sourceMissing'],
    ['digits lost', 0, '1.10112E+11', '2 代码 codeLostDigits'],
  ])('%s', (_, at, cell, fault) => {
    const known = { regions: new Map([region('110112001000', '中仓街道')]) }
    expect(faultsOf([['人口', [PEOPLE, good]]], known)).toEqual([])
    expect(faultsOf([['人口', [PEOPLE, good.with(at, cell)]]], known)).toEqual([fault])
  })
})

describe('a file must fit what is known', () => {
  const district = region('110112000000', '通州区')

  test('new places may stand in any order, and need one above them', () => {
    const community: Cell[] = ['110112001001', '中仓社区']
    const street: Cell[] = ['110112001000', '中仓街道']
    expect(faultsOf([['地区', [REGIONS, community, street]]], { regions: new Map([district]) })).toEqual([])
    expect(faultsOf([['地区', [REGIONS, community]]], { regions: new Map([district]) })).toEqual([
      '2 代码 parentMissing',
    ])
  })

  test('a code stands in it once', () => {
    const street: Cell[] = ['110112001000', '中仓街道']
    expect(faultsOf([['地区', [REGIONS, street, street]]], { regions: new Map([district]) })).toEqual([
      '3 代码 codeTwice',
    ])
  })

  test('there is one district', () => {
    const other: Cell[] = ['110113000000', '顺义区']
    expect(faultsOf([['地区', [REGIONS, other]]], { regions: new Map([district]) })).toEqual(['2 代码 secondDistrict'])
    expect(faultsOf([['地区', [REGIONS, ['110112000000', '通州区'], other]]])).toEqual(['3 代码 secondDistrict'])
    expect(faultsOf([['地区', [REGIONS, ['990202000000', '又一个演示区']]]])).toEqual(['2 代码 codeDemo'])
  })

  test('a closed place stays as it is, and takes nothing in', () => {
    const closed = region('110112001000', '中仓街道', { isClosed: true })
    const known = { regions: new Map([district, closed]) }
    expect(faultsOf([['地区', [REGIONS, ['110112001000', '中仓街道']]]], known)).toEqual([])
    expect(faultsOf([['地区', [REGIONS, ['110112001000', '新名']]]], known)).toEqual(['2 代码 regionClosed'])
    expect(faultsOf([['地区', [REGIONS, ['110112001001', '中仓社区']]]], known)).toEqual(['2 代码 regionClosed'])
    expect(faultsOf([['人口', [PEOPLE, ['110112001000', 2025, '女', '0-17', 1, '年鉴']]]], known)).toEqual([
      '2 代码 regionClosed',
    ])
  })

  test('what lies outside the scope is refused', () => {
    const known = { prefix: '110112001', regions: new Map([district, region('110112002000', '新华街道')]) }
    expect(faultsOf([['地区', [REGIONS, ['110112002000', '新名']]]], known)).toEqual(['2 代码 codeOutOfScope'])
    expect(faultsOf([['人口', [PEOPLE, ['110112002000', 2025, '女', '0-17', 1, '年鉴']]]], known)).toEqual([
      '2 代码 codeOutOfScope',
    ])
  })

  test('people need a place, bands that do not overlap and one source a year', () => {
    const known = { regions: new Map([district]) }
    const line = (band: string, source = '年鉴'): Cell[] => ['110112000000', 2025, '女', band, 1, source]
    expect(faultsOf([['人口', [PEOPLE, ['110112009000', 2025, '女', '0-17', 1, '年鉴']]]], known)).toEqual([
      '2 代码 codeUnknown',
    ])
    expect(faultsOf([['人口', [PEOPLE, line('18-39'), line('0-17'), line('39-59')]]], known)).toEqual([
      '4 年龄段 bandsOverlap',
    ])
    expect(faultsOf([['人口', [PEOPLE, line('0-17'), line('18-39', '普查')]]], known)).toEqual(['3 来源 sourceOther'])
  })
})
