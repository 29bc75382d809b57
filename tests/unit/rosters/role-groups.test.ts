import { expect, test } from 'vitest'
import { zhCN } from '#app/i18n/config'
import { isRoleGroup, roleGroupName, roleGroupOf, roleGroups } from '#app/people/rosters/role-groups'

test.each([
  ['片警', 'police'],
  ['民警', 'police'],
  ['社区民警', 'police'],
  ['社区公安民警和中央在京单位执勤武警', 'police'],
  ['网格员', 'grassroots'],
  ['街道/乡镇/村居基层工作人员', 'grassroots'],
  ['安全生产巡查员', 'patrol-officer'],
  ['城市综合协管员', 'patrol-officer'],
  ['物业', 'property'],
  ['物业服务企业职员', 'property'],
  ['保安', 'guard'],
  ['物业保安', 'guard'],
  ['消防安全重点单位及餐饮娱乐等高风险场所职员', 'highrisk-staff'],
  ['微型消防站/义务消防队/志愿力量', 'multi-brigade'],
  ['村民', 'resident'],
  ['小学生', 'student'],
  ['教职工', 'teacher'],
  ['职工', 'staff'],
  ['消防志愿者', 'volunteer'],
  ['其它', 'other'],
  [' 保 安\u200b员　', 'guard'],
  ['保安员（夜班）', 'guard'],
  ['5.保安员', 'guard'],
  ['５、保安员', 'guard'],
  ['GUARD', 'guard'],
  ['patrol-officer', 'patrol-officer'],
])('%j is %s', (text, roleGroup) => {
  expect(roleGroupOf(text)).toBe(roleGroup)
})

test.each(['', '队长', '保安民警', '（保安员）队', '身份', '张三', 'constructor', '（）'])(
  '%j names no group',
  (text) => {
    expect(roleGroupOf(text)).toBeNull()
  },
)

test('the name that we write is read back, and no two groups share one', () => {
  expect(roleGroups.map((roleGroup) => roleGroupOf(roleGroupName(roleGroup)))).toEqual([...roleGroups])
  expect(roleGroups.map(roleGroupOf)).toEqual([...roleGroups])
  expect([...roleGroups, '保安员', ''].filter(isRoleGroup)).toEqual([...roleGroups])
})

test('the interface has a name for each, and its sentence for an unknown one names only what is understood', () => {
  expect(Object.keys(zhCN.rosters.role).toSorted()).toEqual([...roleGroups].toSorted())
  const [, named = ''] = /请写(.+?)；/.exec(zhCN.rosters.fault.roleUnknown) ?? []
  const understood = [...named.split('、'), '其他'].map(roleGroupOf)
  expect(understood.toSorted()).toEqual([...roleGroups].toSorted())
})
