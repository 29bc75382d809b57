import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import { feedbackKinds, feedbackStatuses } from './feedback'
import type { FeedbackRow } from './feedback-desk.server'

const LONGEST_SHOWN = 60

/** The first line of a text, or what fits of it. */
function beginningOf(text: string): string {
  const characters = [...(text.split('\n')[0] ?? '')]
  return characters.length > LONGEST_SHOWN ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : characters.join('')
}

/** The pieces of feedback, each leading to its page. */
export function FeedbackTable({ rows }: { rows: FeedbackRow[] }) {
  const { t } = useTranslation()
  const columns = [
    {
      key: 'text',
      isName: true,
      cell: ({ id, text }: FeedbackRow) => (
        <a href={`/desk/feedback/${id}`} dir="auto" className="inline-flex min-h-11 items-center break-words">
          <span>
            <MixedText text={beginningOf(text)} />
          </span>
        </a>
      ),
    },
    { key: 'kind', cell: ({ kind }: FeedbackRow) => <Word text={t(`feedback.kind.${kind}`)} /> },
    { key: 'day', cell: ({ day }: FeedbackRow) => <Word text={day} /> },
    { key: 'page', cell: ({ page }: FeedbackRow) => <span className="break-all">{page}</span> },
    { key: 'status', cell: ({ status }: FeedbackRow) => <Word text={t(`feedback.desk.status.${status}`)} /> },
  ] as const
  return (
    <Table
      caption={t('feedback.desk.title')}
      columns={columns.map((column) => ({ ...column, title: t(`feedback.desk.column.${column.key}`) }))}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

const Word = ({ text }: { text: string }) => <span className="sm:whitespace-nowrap">{text}</span>

type FilterProps = { search: string; status: string; kind: string | undefined; anyStatus: string }

/** Words, status and kind. Without a choice the list shows what waits for an answer. */
export function FeedbackFilter({ search, status, kind, anyStatus }: FilterProps) {
  const { t } = useTranslation()
  const statuses = feedbackStatuses.map((value) => ({ value, label: t(`feedback.desk.status.${value}`) }))
  return (
    <ListSearch label={t('feedback.desk.search')} search={search}>
      <Select
        name="status"
        label={t('feedback.desk.statusLabel')}
        defaultValue={status}
        choices={[...statuses, { value: anyStatus, label: t('desk.list.all') }]}
      />
      <Select
        name="kind"
        label={t('feedback.desk.column.kind')}
        none={t('desk.list.all')}
        defaultValue={kind}
        choices={feedbackKinds.map((value) => ({ value, label: t(`feedback.kind.${value}`) }))}
      />
    </ListSearch>
  )
}
