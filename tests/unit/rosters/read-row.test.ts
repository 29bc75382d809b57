import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en, translator, zhCN } from '#app/i18n/config'
import { findHeader } from '#app/people/rosters/columns'
import { shownValue } from '#app/people/rosters/fault'
import { sexOf } from '#app/people/rosters/identity'
import { problems } from '#app/people/rosters/problems'
import { type RowContext, readRow } from '#app/people/rosters/read-row'
import type { Cell } from '#app/sheets/cell'
import { anyCell, inventedId, TODAY } from './invented'

const CONTEXT: RowContext = Object.freeze({
  today: TODAY,
  organizationNamed: (text: string) => (text === '城东小学' ? 'school' : null),
  defaultOrganizationId: 'community',
  defaultRoleGroup: 'resident',
  needsBirthYear: (roleGroup) => roleGroup === 'student',
})

/** Reads one row given as title → cell. */
function read(cells: Record<string, Cell>, context: Partial<RowContext> = {}) {
  const header = findHeader([{ number: 1, cells: Object.keys(cells) }])
  if (!header) throw new Error('no header')
  const row = Object.freeze({ number: 2, cells: Object.freeze(Object.values(cells)) as Cell[] })
  return readRow(row, Object.freeze(header.columns), { ...CONTEXT, ...context })
}

const rowOf = (...given: Parameters<typeof read>) => {
  const reading = read(...given)
  return reading.ok ? reading.row : reading.faults
}
const problemsOf = (...given: Parameters<typeof read>) => {
  const reading = read(...given)
  return reading.ok ? [] : reading.faults.map(({ problem, column }) => `${column}: ${problem}`)
}

const woman = inventedId('19620501', '028')

describe('a good row', () => {
  test('says everything it can', () => {
    const cells = {
      序号: 1,
      姓名: '王 𬭎',
      性别: '女',
      出生日期: new Date('1962-05-01T00:00Z'),
      手机: 13800138000,
      身份证号: woman,
      人员类别: '保安',
      单位: '城东小学',
      班组: '（1）班',
      备注: ' 夜班 ',
      错误原因: '没有姓名',
    }
    expect(rowOf(cells)).toEqual({
      name: '王𬭎',
      birthYear: 1962,
      isBirthYearApproximate: false,
      sex: 'female',
      phone: '13800138000',
      idNumber: woman,
      idTail: woman.slice(-4),
      roleGroup: 'guard',
      isRoleGroupGiven: true,
      organizationId: 'school',
      groupName: '（1）班',
      groupKey: '1班',
      guardianName: null,
      guardianConsentOn: null,
      note: '夜班',
    })
  })

  test('needs a name alone when unit and group of people are chosen for the file', () => {
    expect(rowOf({ 姓名: '䶮㐂' })).toEqual({
      name: '䶮㐂',
      birthYear: null,
      isBirthYearApproximate: false,
      sex: null,
      phone: null,
      idNumber: null,
      idTail: null,
      roleGroup: 'resident',
      isRoleGroupGiven: false,
      organizationId: 'community',
      groupName: null,
      groupKey: null,
      guardianName: null,
      guardianConsentOn: null,
      note: null,
    })
  })

  test('takes birth and sex from the ID number where they are not given, or are only an age', () => {
    expect(rowOf({ 姓名: '张三', 身份证号: woman })).toMatchObject({ birthYear: 1962, sex: 'female' })
    expect(rowOf({ 姓名: '张三', 身份证号: woman, 年龄: 63 })).toMatchObject({
      birthYear: 1962,
      isBirthYearApproximate: false,
    })
    expect(rowOf({ 姓名: '张三', 年龄: 63 })).toMatchObject({ birthYear: 1963, isBirthYearApproximate: true })
  })

  test('joins grade and class, and knows a phone that was masked', () => {
    expect(rowOf({ 姓名: '张三', 年级: '三年级', 班级: 2, 电话: '138****5678' })).toMatchObject({
      groupName: '三年级2班',
      groupKey: '3年级2班',
      phone: { masked: '138****5678' },
    })
  })
})

describe('what is wrong', () => {
  test('is said all at once, with the title of the column and what stands there', () => {
    const cells = {
      姓名: '123',
      '手机（必填）': '1.38E+10',
      身份证号: 999999196205011000,
      出生年份: '某年',
      性别: '?',
      单位: '城西小学',
    }
    expect(read(cells)).toEqual({
      ok: false,
      faults: [
        { column: '姓名', value: '123', problem: 'nameNotAName' },
        { column: '手机（必填）', value: '1.38E+10', problem: 'phoneLostDigits' },
        { column: '身份证号', value: '9.99999E+17', problem: 'idLostDigits' },
        { column: '出生年份', value: '某年', problem: 'birthNotAYear' },
        { column: '性别', value: '?', problem: 'sexUnknown' },
        { column: '单位', value: '城西小学', problem: 'organizationUnknown' },
      ],
    })
  })

  test.each<[string, Record<string, Cell>, Partial<RowContext>, string[]]>([
    ['no name', { 姓名: null, 手机: '13800138000' }, {}, ['姓名: nameMissing']],
    ['a group of people nobody knows', { 姓名: '张三', 身份: '队长' }, {}, ['身份: roleUnknown']],
    ['no group of people', { 姓名: '张三' }, { defaultRoleGroup: null }, ['null: roleMissing']],
    ['no unit', { 姓名: '张三', 单位: ' ' }, { defaultOrganizationId: null }, ['单位: organizationMissing']],
    ['a student without birth', { 姓名: '张三', 类别: '学生' }, {}, ['null: birthMissing']],
    ['a student with a wrong birth', { 姓名: '张三', 类别: '学生', 出生年份: '三' }, {}, ['出生年份: birthNotAYear']],
    [
      'another birth than the ID',
      { 姓名: '张三', 身份证: woman, 生日: '1963-05-01' },
      {},
      ['生日: birthContradictsId'],
    ],
    ['another day than the ID', { 姓名: '张三', 身份证: woman, 生日: '1962-05-02' }, {}, ['生日: birthContradictsId']],
    ['another age than the ID', { 姓名: '张三', 身份证: woman, 年龄: 30 }, {}, ['年龄: birthContradictsId']],
    ['another sex than the ID', { 姓名: '张三', 身份证: woman, 性别: '男' }, {}, ['性别: sexContradictsId']],
    [
      'another end than the ID',
      { 姓名: '张三', 身份证: woman, 证件后四位: '0000' },
      {},
      ['证件后四位: idTailContradictsId'],
    ],
    ['a class that became a day', { 姓名: '张三', 班级: new Date('2026-03-02') }, {}, ['班级: groupIsADay']],
    ['an endless note', { 姓名: '张三', 备注: '𬭎'.repeat(201) }, {}, ['备注: noteTooLong']],
  ])('%s', (_, cells, context, expected) => {
    expect(problemsOf(cells, context)).toEqual(expected)
  })

  test('gives nothing but the faults: nobody has consented to more', () => {
    expect(Object.keys(read({ 姓名: '张 三', 手机: '1' })).sort()).toEqual(['faults', 'ok'])
  })
})

describe('a child who may be under 14', () => {
  const child = { 姓名: '李小米', 类别: '学生', 出生年份: 2016 }

  test.each<[string, Record<string, Cell>, string[]]>([
    ['no column', {}, ['null: consentMissing']],
    ['both empty', { 监护人: null, 监护人同意日期: null }, ['监护人: consentMissing']],
    ['no guardian', { 监护人: null, 监护人同意日期: '2026-09-01' }, ['监护人: consentMissing']],
    ['no day', { 监护人: '李明', 监护人同意日期: null }, ['监护人同意日期: consentMissing']],
    ['no name', { 监护人: '123', 监护人同意日期: '2026-09-01' }, ['监护人: guardianNotAName']],
    ['a word for a day', { 监护人: '李明', 监护人同意日期: '同意' }, ['监护人同意日期: consentNotADay']],
    ['a year for a day', { 监护人: '李明', 监护人同意日期: '2026' }, ['监护人同意日期: consentNotADay']],
    ['a day to come', { 监护人: '李明', 监护人同意日期: '2026-11-26' }, ['监护人同意日期: consentInFuture']],
  ])('needs a guardian and the day of consent: %s', (_, guardian, expected) => {
    expect(problemsOf({ ...child, ...guardian })).toEqual(expected)
  })

  test('is welcome with both', () => {
    const guardian = { guardianName: '李明', guardianConsentOn: '2026-09-01' }
    expect(rowOf({ ...child, 监护人: '李 明', 监护人同意日期: '2026年9月1日' })).toMatchObject(guardian)
    expect(rowOf({ ...child, 监护人: '李明', 监护人同意日期: new Date('2026-09-01') })).toMatchObject(guardian)
  })

  test('is found out by an age and by an ID number too', () => {
    expect(problemsOf({ 姓名: '李小米', 年龄: 9 })).toEqual(['null: consentMissing'])
    expect(problemsOf({ 姓名: '李小米', 身份证号: inventedId('20130101') })).toEqual(['null: consentMissing'])
  })

  test('older people’s guardians are not kept, those of an unknown age are', () => {
    const guardian = { 监护人: '李明', 监护人同意日期: '2026-09-01' }
    expect(rowOf({ 姓名: '李大米', 出生年份: 2010, ...guardian })).toMatchObject({
      guardianName: null,
      guardianConsentOn: null,
    })
    expect(rowOf({ 姓名: '李大米', 出生年份: 2010, 监护人: '123' })).toMatchObject({ guardianName: null })
    expect(rowOf({ 姓名: '李大米', ...guardian })).toMatchObject({ guardianName: '李明' })
  })
})

test.each<[Cell, unknown]>([
  ['男', 'male'],
  ['女性', 'female'],
  ['M', 'male'],
  ['female', 'female'],
  [1, 'male'],
  ['2-女', 'female'],
  ['未知', null],
  [null, null],
])('the sex %j is %s', (cell, value) => {
  expect(sexOf(cell)).toEqual(value === null ? { kind: 'empty' } : { kind: 'value', value })
})

test('a shown value never has a whole phone or ID number, and never more than 40 signs', () => {
  expect(shownValue('phone', '1380013800')).toBe('138*****00')
  expect(shownValue('phone', '138-0013-80001')).toBe('138*******01')
  expect(shownValue('idNumber', woman)).toBe(`${woman.slice(0, 3)}*************${woman.slice(-2)}`)
  expect(shownValue('name', `张三${woman}`)).not.toContain(woman)
  expect(shownValue('birth', '20270230')).toBe('20270230')
  expect(shownValue('birth', new Date('2027-02-01'))).toBe('2027-02-01')
  expect(shownValue('idNumber', 440000000000000000)).toBe('4.4E+17')
  expect(shownValue('name', ' ')).toBeNull()
  expect([...(shownValue('note', '𬭎'.repeat(99)) ?? '')]).toHaveLength(40)
})

test('endless cells are refused and slow nothing down', () => {
  for (const sign of ['(', '（', ' ', '\n', '0', '*', '一', '(1)', '-', '·']) {
    const endless = `a${sign.repeat(30_000)}b`
    const cells = { 手机: endless, 身份证号: endless, 出生日期: endless, 性别: endless, 类别: endless, 班级: endless }
    expect(read({ 姓名: endless, ...cells, 备注: endless }).ok).toBe(false)
    expect(findHeader([{ number: 1, cells: ['姓名', endless, '手机'] }])?.columns).toHaveLength(3)
  }
})

test('no row breaks it: a name and no fault, or at least one fault', () => {
  const titles = [
    '姓名',
    '手机',
    '身份证号',
    '证件后四位',
    '出生日期',
    '性别',
    '类别',
    '单位',
    '年级',
    '班级',
    '监护人',
    '同意日期',
    '备注',
  ]
  const rows = fc.tuple(...titles.map(() => anyCell))
  fc.assert(
    fc.property(rows, (cells) => {
      const reading = read(Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? null])))
      if (reading.ok) expect(reading.row.name).not.toBe('')
      else {
        expect(reading.faults.length).toBeGreaterThan(0)
        for (const { value, column } of reading.faults) {
          expect(titles).toContain(column)
          expect([...(value ?? '')].length).toBeLessThanOrEqual(40)
        }
      }
    }),
    { numRuns: 1000 },
  )
})

test('every problem has its sentence with a remedy in both languages, and names what it is given', () => {
  for (const { rosters } of [zhCN, en]) expect(Object.keys(rosters.fault)).toEqual([...problems])
  const values = { column: '手机', value: '1.38E+10' }
  for (const problem of problems)
    for (const locale of ['zh-CN', 'en'] as const)
      expect(translator(locale).t(`rosters.fault.${problem}`, values)).not.toContain('{{')
  // The file may have no such column.
  for (const problem of ['consentMissing', 'birthMissing', 'roleMissing', 'organizationMissing'] as const)
    expect(zhCN.rosters.fault[problem]).not.toContain('{{')
})
