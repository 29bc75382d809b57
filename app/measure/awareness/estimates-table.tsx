import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import type { listEstimates } from './estimate-lists.server'
import { estimateStates, stateOf } from './estimate-state'
import { shareWords } from './figure-words'
import { saidText } from './said-text'

export type EstimateRow = Omit<Awaited<ReturnType<typeof listEstimates>>['rows'][number], 'createdAt'> & {
  created: string
}

/** The kept estimates, each leading to its page. */
export function EstimatesTable({ rows }: { rows: EstimateRow[] }) {
  const { t } = useTranslation()
  const columns = [
    {
      key: 'name',
      isName: true,
      cell: ({ id, name }: EstimateRow) => (
        <a href={`/desk/estimates/${id}`} className="inline-flex min-h-11 items-center">
          <MixedText text={name} />
        </a>
      ),
    },
    { key: 'place', cell: ({ place }: EstimateRow) => <MixedText text={place} /> },
    { key: 'fieldTo', cell: ({ fieldTo }: EstimateRow) => fieldTo },
    { key: 'overall', cell: ({ overall }: EstimateRow) => saidText(t, shareWords(overall)) },
    { key: 'verdict', cell: ({ verdict }: EstimateRow) => t(`estimates.short.${verdict ?? 'none'}`) },
    { key: 'state', cell: (row: EstimateRow) => t(`estimates.state.${stateOf(row)}`) },
    { key: 'created', cell: ({ created }: EstimateRow) => created },
  ] as const
  return (
    <Table
      caption={t('estimates.title')}
      columns={columns.map((column) => ({ ...column, title: t(`estimates.column.${column.key}`) }))}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

/** Words and state. */
export function EstimatesFilter({ search, state }: { search: string; state: string | undefined }) {
  const { t } = useTranslation()
  return (
    <ListSearch label={t('estimates.search')} search={search}>
      <Select
        name="state"
        label={t('estimates.state.label')}
        none={t('desk.list.all')}
        defaultValue={state}
        choices={estimateStates.map((value) => ({ value, label: t(`estimates.state.${value}`) }))}
      />
    </ListSearch>
  )
}
