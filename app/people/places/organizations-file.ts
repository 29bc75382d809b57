/** A file of organizations as it is understood. Nothing is known of the database here. */
import { z } from 'zod'
import type { SheetRow } from '#app/sheets/cell'
import { hasLostDigits, LONGEST_NAME, normaliseCode } from './code'
import { GROUP_MARKS, LONGEST_GROUP_NAME } from './group-limits'
import type { Fault, FaultProblem } from './import-fault'
import { organizationKinds, readKind } from './organization-kind'
import { columnsMissing } from './places-file'
import { readPeople } from './population-bands'
import { type Field, findTable, type TableRow } from './sheet-table'

export const ORGANIZATION_SHEET = '单位'

export const ORGANIZATION_FIELDS = {
  name: { titles: ['单位名称', '名称', '单位', '学校名称', '企业名称', 'name'], isNeeded: true },
  kind: { titles: ['类型', '单位类型', '类别', 'kind'] },
  region: { titles: ['所在地区', '地区代码', '地区', '所属地区', '所在社区', 'region'], isNeeded: true },
  staff: { titles: ['人数', '职工人数', '员工人数', 'staff'] },
  groups: { titles: ['班组', '班级', '部门', 'groups'] },
} satisfies Record<string, Field>

/** An empty kind, number or list of groups leaves what is known as it is. */
const organizationLine = z.object({
  row: z.number(),
  name: z.string(),
  kind: z.enum(organizationKinds).nullable(),
  /** A code or a name, as it was written. */
  region: z.string(),
  staff: z.number().nullable(),
  groups: z.array(z.string()),
})
/** What is kept until the person confirms it. */
export const organizationsFile = z.array(organizationLine)

export type OrganizationLine = z.infer<typeof organizationLine>
export type OrganizationField = keyof typeof ORGANIZATION_FIELDS

const MOST_GROUPS = 200

/** The organizations of a sheet. */
export function understandOrganizations(
  rows: SheetRow[],
  sheet: string,
): { lines: OrganizationLine[]; faults: Fault[] } {
  const table = findTable(rows, ORGANIZATION_FIELDS)
  if (!table.found) return { lines: [], faults: [columnsMissing(sheet, table.missing)] }
  const lines: OrganizationLine[] = []
  const faults: Fault[] = []
  for (const row of table.rows) {
    const line = readLine(row)
    if (!Array.isArray(line)) lines.push(line)
    else
      for (const [field, problem, data] of line)
        faults.push(organizationFault(sheet, row.number, field, row.texts[field], problem, data))
  }
  return { lines, faults }
}

/** A fault in one cell of the sheet. */
export const organizationFault = (
  sheet: string,
  row: number,
  field: OrganizationField,
  value: string,
  problem: FaultProblem,
  data?: Fault['data'],
): Fault => ({
  sheet,
  row,
  column: ORGANIZATION_FIELDS[field].titles[0] ?? field,
  value,
  problem,
  ...(data ? { data } : {}),
})

type Wrong = [field: OrganizationField, problem: FaultProblem, data?: Fault['data']]

function readLine({ number, texts }: TableRow<OrganizationField>): OrganizationLine | Wrong[] {
  const kind = texts.kind === '' ? null : readKind(texts.kind)
  const staff = texts.staff === '' ? null : readPeople(texts.staff)
  const groups = splitGroups(texts.groups)
  const wrong: Wrong[] = []
  if (texts.name === '') wrong.push(['name', 'nameMissing'])
  if (texts.name.length > LONGEST_NAME) wrong.push(['name', 'nameTooLong', { most: LONGEST_NAME }])
  if (texts.kind !== '' && !kind) wrong.push(['kind', 'kindUnknown'])
  if (texts.region === '') wrong.push(['region', 'regionMissing'])
  if (hasLostDigits(normaliseCode(texts.region))) wrong.push(['region', 'codeLostDigits'])
  if (texts.staff !== '' && staff === null) wrong.push(['staff', 'staffForm'])
  if (groups.some(({ length }) => length > LONGEST_GROUP_NAME))
    wrong.push(['groups', 'groupTooLong', { most: LONGEST_GROUP_NAME }])
  if (groups.length > MOST_GROUPS) wrong.push(['groups', 'groupsTooMany', { most: MOST_GROUPS }])
  return wrong.length > 0 ? wrong : { row: number, name: texts.name, kind, region: texts.region, staff, groups }
}

/** 一班、二班 or any of the other marks that stand between items. */
const splitGroups = (text: string): string[] =>
  text
    .split(GROUP_MARKS)
    .map((name) => name.trim())
    .filter((name) => name !== '')
