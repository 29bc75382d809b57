import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { Table } from '#app/ui/table'
import { waveStatuses } from './wave'
import type { WaveRow } from './wave-lists.server'

/** Searching for a wave by its name, and filtering by where it stands. */
export function WaveSearch({ search, status }: { search: string; status: string | undefined }) {
  const { t } = useTranslation()
  return (
    <ListSearch label={t('waves.list.search')} search={search}>
      <Select
        name="status"
        label={t('waves.list.status')}
        none={t('desk.list.all')}
        choices={waveStatuses.map((value) => ({ value, label: t(`waves.status.${value}`) }))}
        {...(status ? { defaultValue: status } : {})}
      />
    </ListSearch>
  )
}

/** Waves, the newest first: where, with which questionnaire, when, how far. No results. */
export function WaveTable({ rows }: { rows: WaveRow[] }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('waves.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t('waves.list.name'),
          isName: true,
          cell: ({ id, name }) => (
            <a href={`/desk/surveys/${id}`} lang="zh-CN" className="-my-2 inline-flex min-h-11 items-center">
              {name}
            </a>
          ),
        },
        { key: 'status', title: t('waves.list.status'), cell: ({ status }) => t(`waves.status.${status}`) },
        { key: 'place', title: t('waves.list.place'), cell: ({ place }) => <span lang="zh-CN">{place}</span> },
        { key: 'tier', title: t('waves.list.tier'), cell: ({ tier }) => t(`waves.tierShort.${tier}`) },
        { key: 'instrument', title: t('waves.list.instrument'), cell: ({ instrumentId }) => instrumentId },
        {
          key: 'days',
          title: t('waves.list.days'),
          cell: ({ fieldFrom, fieldTo }) => t('waves.days', { from: fieldFrom, to: fieldTo }),
        },
        {
          key: 'units',
          title: t('waves.list.units'),
          cell: ({ complete, units, responses }) =>
            units > 0
              ? t('waves.list.completeOf', { complete, units })
              : t('waves.list.responses', { count: responses }),
        },
      ]}
    />
  )
}
