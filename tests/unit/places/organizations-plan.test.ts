import { describe, expect, test } from 'vitest'
import { organizationKinds, readKind } from '#app/people/places/organization-kind'
import { understandOrganizations } from '#app/people/places/organizations-file'
import { type KnownOrganization, planOrganizations } from '#app/people/places/organizations-plan'
import type { Cell } from '#app/sheets/cell'

const TITLES = ['单位名称', '类型', '所在地区', '人数', '班组']
const street = { id: 's', code: '110112001000', name: '中仓街道', isClosed: false }
const twinA = { id: 'a', code: '110112001001', name: '新建社区', isClosed: false }
const twinB = { id: 'b', code: '110112002001', name: '新建社区', isClosed: false }
const gone = { id: 'g', code: '110112003000', name: '旧街道', isClosed: true }
const school: KnownOrganization = {
  id: 'school',
  regionId: 's',
  name: '中仓小学',
  kind: 'school',
  staffCount: 80,
  isClosed: false,
  groupKeys: ['1班'],
}

function plan(lines: Cell[][], known: KnownOrganization[] = [school]) {
  const rows = [TITLES, ...lines].map((cells, at) => ({ number: at + 1, cells }))
  const understood = understandOrganizations(rows, '单位')
  const planned = planOrganizations(understood.lines, { regions: [street, twinA, twinB, gone], organizations: known })
  const faults = [...understood.faults, ...planned.faults]
  return { ...planned, problems: faults.map(({ row, column, problem }) => `${row} ${column} ${problem}`) }
}

test('every kind is known by its name in both languages', () => {
  expect(readKind('居(村)委会')).toBe('committee')
  expect(readKind('Micro fire station')).toBe('micro-station')
  expect(readKind('物业')).toBe('property')
  expect(readKind('飞船')).toBeNull()
  expect(organizationKinds.map((kind) => readKind(kind))).toEqual([...organizationKinds])
})

describe('a line', () => {
  test('of a new organization is added, with its groups once each', () => {
    const { added, problems } = plan([['中仓中学', '中学', '中仓街道', 120, '一班、1班；（2）班']])
    expect(problems).toEqual([])
    expect(added).toMatchObject([{ id: null, kind: 'school', regionId: 's', staffCount: 120 }])
    expect(added[0]?.newGroups).toEqual([
      { name: '一班', key: '1班' },
      { name: '（2）班', key: '2班' },
    ])
  })

  test('that leaves cells empty leaves what is known', () => {
    expect(plan([['中仓小学', null, '110112001000', null, null]])).toMatchObject({
      added: [],
      changed: [],
      unchanged: 1,
    })
    expect(plan([['中仓小学', '学校', '中仓街道', '80 人', '一班']]).unchanged).toBe(1)
  })

  test('that says something else changes it; groups are only added', () => {
    const { changed } = plan([['中仓小学', '幼儿园', 110112001000, 81, '二班']])
    expect(changed).toMatchObject([{ id: 'school', changes: ['kind', 'staff', 'groups'], newGroups: [{ key: '2班' }] }])
  })

  test.each<[string, Cell[], string]>([
    ['no name', ['', '学校', '中仓街道'], '2 单位名称 nameMissing'],
    ['no kind for a new one', ['新单位', '', '中仓街道'], '2 类型 kindMissing'],
    ['an unknown kind', ['新单位', '飞船', '中仓街道'], '2 类型 kindUnknown'],
    ['no place', ['新单位', '学校', ''], '2 所在地区 regionMissing'],
    ['an unknown place', ['新单位', '学校', '月球'], '2 所在地区 regionUnknown'],
    ['a place of two', ['新单位', '学校', '新建社区'], '2 所在地区 regionAmbiguous'],
    ['a code whose digits are lost', ['新单位', '学校', '1.10112E+11'], '2 所在地区 codeLostDigits'],
    ['a closed place', ['新单位', '学校', '旧街道'], '2 所在地区 regionClosed'],
    ['negative people', ['新单位', '学校', '中仓街道', -2], '2 人数 staffForm'],
    ['half a person', ['新单位', '学校', '中仓街道', 2.5], '2 人数 staffForm'],
    ['a long group', ['新单位', '学校', '中仓街道', 2, '班'.repeat(51)], '2 班组 groupTooLong'],
  ])('with %s is refused', (_, cells, problem) => {
    expect(plan([cells]).problems).toEqual([problem])
  })

  test('that comes twice is refused, and so is one of a closed organization that would change', () => {
    const line: Cell[] = ['中仓小学', '', '中仓街道']
    expect(plan([line, line]).problems).toEqual(['3 单位名称 organizationTwice'])
    const closed = { ...school, isClosed: true }
    expect(plan([line], [closed])).toMatchObject({ unchanged: 1, problems: [] })
    expect(plan([['中仓小学', '企业', '中仓街道']], [closed]).problems).toEqual(['2 单位名称 organizationClosed'])
  })
})

test('missing columns are named', () => {
  const { faults } = understandOrganizations([{ number: 1, cells: ['单位名称', '类型'] }], '单位')
  expect(faults).toMatchObject([{ problem: 'columnsMissing', column: '所在地区' }])
})
