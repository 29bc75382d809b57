import { describe, expect, test } from 'vitest'
import { en, zhCN } from '#app/i18n/config'
import { isAgeTitle, isRosterField, meaningOf, rosterFields, titleOfField } from '#app/people/rosters/column-titles'
import { findHeader, isNobody } from '#app/people/rosters/columns'
import type { Cell } from '#app/sheets/cell'

const sheet = (...rows: Cell[][]) => rows.map((cells, at) => Object.freeze({ number: at + 1, cells }))
const fieldsOf = (...titles: Cell[]) =>
  findHeader(sheet(titles))?.columns.map(({ title, field, spareOf }) => `${title}=${field ?? `(${spareOf})`}`)

test.each([
  ['姓名', 'name'],
  ['姓  名', 'name'],
  ['＊姓名：', 'name'],
  ['居民姓名', 'name'],
  ['学生姓名（必填）', 'name'],
  ['（姓名）', 'name'],
  ['联系电话\n（必填）', 'phone'],
  ['联系电话必填', 'phone'],
  ['手机/微信', 'phone'],
  ['移动电话', 'phone'],
  ['公民身份号码', 'idNumber'],
  ['证件号码【选填】', 'idNumber'],
  ['证件后四位(选填)', 'idTail'],
  ['身份证号（后四位）', 'idTail'],
  ['身份证末4位', 'idTail'],
  ['人员类别(一警六员七类之一)', 'roleGroup'],
  ['身份', 'roleGroup'],
  ['单位/社区', 'organization'],
  ['所属单位', 'organization'],
  ['网格/楼栋', 'group'],
  ['年级+班级', 'group'],
  ['班 级', 'group'],
  ['年级', 'grade'],
  ['出生日期(如20110101)', 'birth'],
  ['出生年份', 'birth'],
  ['年龄（周岁）', 'birth'],
  ['性别', 'sex'],
  ['监护人姓名', 'guardianName'],
  ['家长/监护人姓名', 'guardianName'],
  ['监护人同意日期', 'guardianConsentOn'],
  ['备注', 'note'],
  ['错误原因', 'errorReason'],
  ['NAME', 'name'],
  ['Phone', 'phone'],
])('%j holds %s', (title, field) => {
  expect(meaningOf(title)?.field).toBe(field)
})

test.each([
  '',
  '序号',
  '姓',
  '联系人',
  '家长电话',
  '电话（家长）',
  '母亲姓名',
  '身份证件类型',
  '学籍号',
  '紧急联系电话',
  '()',
])('%j is none of our columns', (title) => {
  expect(meaningOf(title)).toBeNull()
})

test('each field has a title of its own that is read back, and a name in both languages', () => {
  expect(rosterFields.map((field) => meaningOf(titleOfField(field)))).toEqual(
    rosterFields.map((field) => ({ field, rank: 0 })),
  )
  for (const { rosters } of [zhCN, en])
    expect(Object.keys(rosters.field).toSorted()).toEqual([...rosterFields].toSorted())
  expect(['name', 'toString', ''].filter(isRosterField)).toEqual(['name'])
  expect(['年龄', '出生日期', '年龄(周岁)', 'Age', 'Page'].map(isAgeTitle)).toEqual([true, false, true, true, false])
})

describe('findHeader', () => {
  test('skips merged titles, notes and the first line of a header of two lines', () => {
    const rows = sheet(
      ['城东街道居民名单'],
      ['填表人：李主任', null, '2026年11月'],
      ['基本信息', null, null, '联系方式'],
      ['序号', '姓名', '性别', '手机'],
      [1, '张三', '男', '13800138000'],
    )
    expect(findHeader(rows)).toEqual({
      row: 4,
      columns: [
        { index: 0, title: '序号', field: null, spareOf: null },
        { index: 1, title: '姓名', field: 'name', spareOf: null },
        { index: 2, title: '性别', field: 'sex', spareOf: null },
        { index: 3, title: '手机', field: 'phone', spareOf: null },
      ],
    })
  })

  test('takes the row that names most fields, the number in the file and not the place in the list', () => {
    const rows = [
      { number: 2, cells: ['姓名', '监护人', null] },
      { number: 5, cells: ['姓名', '班级', '手机'] },
      { number: 9, cells: ['姓名', '班级', '电话'] },
    ]
    expect(findHeader(rows)?.row).toBe(5)
  })

  test('a short header is one when each cell is a title', () => {
    expect(fieldsOf('姓名')).toEqual(['姓名=name'])
    expect(fieldsOf('姓名', '手机')).toEqual(['姓名=name', '手机=phone'])
    expect(fieldsOf('姓名', '王主任')).toBeUndefined()
  })

  test('looks in ten rows and needs 姓名', () => {
    const titles = Array.from({ length: 9 }, () => ['标题'])
    expect(findHeader(sheet(...titles, ['姓名', '手机', '单位']))?.row).toBe(10)
    expect(findHeader(sheet(...titles, ['标题'], ['姓名', '手机', '单位']))).toBeNull()
    expect(findHeader(sheet(['手机', '单位', '性别']))).toBeNull()
    expect(findHeader([])).toBeNull()
  })

  test('of two columns for one field the surer title wins, of equals the first; the other is reported', () => {
    expect(fieldsOf('电话', '姓名', '手机号', '微信')).toEqual([
      '电话=(phone)',
      '姓名=name',
      '手机号=phone',
      '微信=(null)',
    ])
    expect(fieldsOf('姓名', '年龄', '出生日期')).toEqual(['姓名=name', '年龄=(birth)', '出生日期=birth'])
    expect(fieldsOf('姓名', '姓 名', '手机')).toEqual(['姓名=name', '姓 名=(name)', '手机=phone'])
  })

  test('年级 and 班级 are two columns', () => {
    expect(fieldsOf('姓名', '年级', '班级')).toEqual(['姓名=name', '年级=grade', '班级=group'])
  })

  test('titles are kept as they stand, on one line and not endless', () => {
    expect(fieldsOf('姓名', '联系电话\n（必填）', '字'.repeat(60), 2026, true)).toEqual([
      '姓名=name',
      '联系电话 （必填）=phone',
      `${'字'.repeat(39)}…=(null)`,
      '2026=(null)',
      'true=(null)',
    ])
  })
})

test('a running number alone, an empty row and a header typed again are nobody', () => {
  const columns = findHeader(sheet(['序号', '姓名', '手机\n号', '错误原因']))?.columns ?? []
  const isNobodyIn = (...cells: Cell[]) => isNobody({ number: 7, cells }, columns)
  expect(isNobodyIn(7)).toBe(true)
  expect(isNobodyIn(7, ' ', null, '没有姓名')).toBe(true)
  expect(isNobodyIn('序号', '姓名', '手机\n号')).toBe(true)
  expect(isNobodyIn('序号', '姓名')).toBe(true)
  expect(isNobodyIn(7, '张三')).toBe(false)
  expect(isNobodyIn(7, null, '13800138000')).toBe(false)
})
