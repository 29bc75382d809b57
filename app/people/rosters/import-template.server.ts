import { writeSheet } from '#app/sheets/write-sheet.server'
import { type RosterField, titleOfField } from './column-titles'
import { roleGroupName } from './role-groups'

/** Titles for whoever has no list yet, in the order in which one writes. */
const FIELDS: { field: RosterField; width: number; examples: [string, string] }[] = [
  { field: 'name', width: 12, examples: ['王芳', '陈小宝'] },
  { field: 'phone', width: 16, examples: ['13800000000', ''] },
  { field: 'idTail', width: 14, examples: ['1234', ''] },
  { field: 'roleGroup', width: 20, examples: [roleGroupName('resident'), roleGroupName('student')] },
  { field: 'organization', width: 26, examples: ['梧桐里社区', '梧桐小学'] },
  { field: 'group', width: 16, examples: ['3号楼', '一年级2班'] },
  { field: 'sex', width: 8, examples: ['女', '男'] },
  { field: 'birth', width: 14, examples: ['1968', '2018-05-06'] },
  { field: 'guardianName', width: 12, examples: ['', '陈大宝'] },
  { field: 'guardianConsentOn', width: 18, examples: ['', '2026-09-01'] },
  { field: 'note', width: 24, examples: ['网格员', '未满 14 周岁，要有监护人同意'] },
]

/** An empty list with its titles; two examples stand on a second sheet, so that nobody imports them. */
export async function templateFile(): Promise<Uint8Array> {
  const columns = FIELDS.map(({ field, width }) => ({ title: titleOfField(field), width }))
  const example = ([0, 1] as const).map((at) => FIELDS.map(({ examples }) => examples[at] || null))
  return writeSheet([
    { name: '名单', columns, rows: [] },
    { name: '示例', columns, rows: example },
  ])
}
