/** Organizations as a file, in the very form that the import takes. */
import type { Store } from '#app/db/store.server'
import type { ListQuery } from '#app/http/list-query'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { GROUP_MARKS } from './group-limits'
import { openGroupsOf } from './groups.server'
import { kindName } from './organization-kind'
import { everyOrganization } from './organization-lists.server'
import { ORGANIZATION_SHEET } from './organizations-file'
import type { Scope } from './scope'

const COLUMNS = [
  { title: '单位名称', width: 30 },
  { title: '类型', width: 18 },
  // The import goes by the code; the name beside it is for the reader.
  { title: '地区代码', width: 18 },
  { title: '地区名称', width: 20 },
  { title: '人数', width: 10 },
  { title: '班组', width: 40 },
  { title: '状态', width: 16 },
]

/** The file, and how many organizations it holds. */
export async function exportOrganizations(store: Store, scope: Scope, query: ListQuery) {
  const rows = await everyOrganization(store, scope, query)
  const groups = await openGroupsOf(
    store,
    rows.map(({ id }) => id),
  )
  const bytes = await writeSheet([
    {
      name: ORGANIZATION_SHEET,
      columns: COLUMNS,
      rows: rows.map(({ id, name, kind, region, staffCount, closedOn }) => [
        name,
        kindName(kind),
        region.code,
        region.name,
        staffCount,
        groupsCell(groups.get(id) ?? []),
        closedOn ? `${closedOn} 关闭` : '使用中',
      ]),
    },
  ])
  return { bytes, organizations: rows.length }
}

/** A name that a roster brought and that holds one of the marks itself is left out: it would come back as two. */
const groupsCell = (groups: { name: string }[]): string =>
  groups
    .map(({ name }) => name)
    .filter((name) => !GROUP_MARKS.test(name))
    .join('、')

/** The file with its head alone, for those who have no list yet: a name of a place will do there. */
export const organizationsTemplate = (): Promise<Uint8Array> =>
  writeSheet([
    {
      name: ORGANIZATION_SHEET,
      columns: ['单位名称', '类型', '所在地区', '人数', '班组'].map((title) => ({ title, width: 20 })),
      rows: [],
    },
  ])
