import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { Table } from '#app/ui/table'
import { depthOf, levels } from './code'
import type { RegionRow } from './region-lists.server'
import type { Level } from './scope'

type Filters = { search: string; filters: Record<string, string> }

/** Searching for a place and filtering by level and state. */
export function RegionSearch({ search, filters }: Filters) {
  const { t } = useTranslation()
  return (
    <ListSearch label={t('places.search')} search={search}>
      <Select
        name="level"
        label={t('places.filter.level')}
        none={t('desk.list.all')}
        defaultValue={filters.level}
        choices={levels.map((level) => ({ value: level, label: t(`places.level.${level}`) }))}
      />
      <StateSelect state={filters.state} />
    </ListSearch>
  )
}

/** In use (when nothing is said), closed, or both. */
export function StateSelect({ state }: { state?: string }) {
  const { t } = useTranslation()
  return (
    <Select
      name="state"
      label={t('places.filter.state')}
      none={t('places.filter.open')}
      defaultValue={state}
      choices={[
        { value: 'closed', label: t('places.filter.closed') },
        { value: 'all', label: t('places.filter.all') },
      ]}
    />
  )
}

/** How far a name stands from the edge, by its level. */
const INDENT: Record<Level, string> = { district: '', street: 'sm:ps-6', community: 'sm:ps-12', grid: 'sm:ps-18' }

/** Places in tree order; on a wide screen each stands a step further in than the one it lies in. */
export function RegionTable({ rows }: { rows: RegionRow[] }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('places.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('places.column.name'),
          isName: true,
          cell: ({ id, name, level, closedOn }) => (
            <span className={`flex flex-wrap items-baseline gap-x-3 ${INDENT[level]}`}>
              <a
                href={`/desk/places/${id}`}
                lang="zh-CN"
                className={`-my-2 inline-flex min-h-11 items-center ${depthOf(level) > 1 ? 'font-normal' : ''}`}
              >
                {name}
              </a>
              {closedOn && <span className="font-normal text-quiet">{t('places.closedOn', { day: closedOn })}</span>}
            </span>
          ),
        },
        { key: 'code', title: t('places.column.code'), cell: ({ code }) => code },
        { key: 'level', title: t('places.column.level'), cell: ({ level }) => t(`places.level.${level}`) },
        {
          key: 'population',
          title: t('places.column.population'),
          cell: ({ population }) =>
            population ? t('places.people', population) : <span className="text-quiet">{t('places.nothing')}</span>,
        },
      ]}
    />
  )
}
