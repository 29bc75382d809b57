import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { Table } from '#app/ui/table'
import { organizationKinds } from './organization-kind'
import type { OrganizationRow } from './organization-lists.server'
import { StateSelect } from './region-list'
import type { RegionChoice } from './region-lists.server'

type SearchProps = { search: string; filters: Record<string, string>; regions: RegionChoice[] }

/** Searching for an organization, and filtering by kind, place and state. */
export function OrganizationSearch({ search, filters, regions }: SearchProps) {
  const { t } = useTranslation()
  return (
    <ListSearch label={t('organizations.search')} search={search}>
      <Select
        name="kind"
        label={t('organizations.filter.kind')}
        none={t('desk.list.all')}
        defaultValue={filters.kind}
        choices={organizationKinds.map((kind) => ({ value: kind, label: t(`organizations.kind.${kind}`) }))}
      />
      {regions.length > 0 && (
        <Select
          name="region"
          label={t('organizations.filter.region')}
          none={t('desk.list.all')}
          defaultValue={filters.region}
          choices={regions.map(({ code, label }) => ({ value: code, label, lang: 'zh-CN' }))}
        />
      )}
      <StateSelect state={filters.state} />
    </ListSearch>
  )
}

/** Organizations by name: what they are, where, and how many people. */
export function OrganizationTable({ rows }: { rows: OrganizationRow[] }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('organizations.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('organizations.column.name'),
          isName: true,
          cell: ({ id, name, closedOn }) => (
            <span className="flex flex-wrap items-baseline gap-x-3">
              <a href={`/desk/organizations/${id}`} lang="zh-CN" className="-my-2 inline-flex min-h-11 items-center">
                {name}
              </a>
              {closedOn && <span className="font-normal text-quiet">{t('places.closedOn', { day: closedOn })}</span>}
            </span>
          ),
        },
        { key: 'kind', title: t('organizations.column.kind'), cell: ({ kind }) => t(`organizations.kind.${kind}`) },
        {
          key: 'region',
          title: t('organizations.column.region'),
          cell: ({ region }) => <span lang="zh-CN">{region.name}</span>,
        },
        {
          key: 'groups',
          title: t('organizations.column.groups'),
          cell: ({ groups }) => t('organizations.groupCount', { count: groups }),
        },
        {
          key: 'onRoster',
          title: t('organizations.column.onRoster'),
          cell: ({ onRoster }) => t('organizations.people', { count: onRoster }),
        },
        {
          key: 'staff',
          title: t('organizations.column.staff'),
          cell: ({ staffCount }) =>
            staffCount === null ? t('organizations.notSaid') : t('organizations.people', { count: staffCount }),
        },
      ]}
    />
  )
}
