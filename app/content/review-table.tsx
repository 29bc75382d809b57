import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import type { ReviewRow } from './review-list'
import { type ReviewState, reviewStates } from './review-state'

const LOOKS: Record<ReviewState, { look: string; sign: string }> = {
  signed: { look: 'border-safe bg-safe-soft text-safe', sign: '✓' },
  partly: { look: 'border-amber bg-amber-soft text-amber', sign: '!' },
  awaiting: { look: 'border-amber bg-amber-soft text-amber', sign: '…' },
  returned: { look: 'border-fire bg-fire-soft text-fire', sign: '✕' },
}

/** Where a module or a part of it stands; the sign says it without the colour. */
export function StateBadge({ state, text }: { state: ReviewState; text?: string }) {
  const { t } = useTranslation()
  const { look, sign } = LOOKS[state]
  return (
    <span className={`inline-block rounded border px-2 sm:whitespace-nowrap ${look}`}>
      <span aria-hidden="true">{sign} </span>
      {text ?? t(`content.state.${state}`)}
    </span>
  )
}

/** The modules, each leading to its page. */
export function ReviewTable({ rows }: { rows: ReviewRow[] }) {
  const { t } = useTranslation()
  const columns = [
    {
      key: 'title',
      isName: true,
      cell: ({ id, title, isFallback }: ReviewRow) => (
        <a
          href={`/desk/content/${id}`}
          lang={isFallback ? 'zh-CN' : undefined}
          className="inline-flex min-h-11 items-center"
        >
          {title}
        </a>
      ),
    },
    {
      key: 'state',
      cell: ({ state, changed }: ReviewRow) => (
        <div>
          <StateBadge state={state} />
          {state === 'partly' && <span className="block">{t('content.changed', { count: changed })}</span>}
        </div>
      ),
    },
    { key: 'facts', cell: ({ facts }: ReviewRow) => <Signed {...facts} /> },
    { key: 'needing', cell: ({ needing }: ReviewRow) => <Signed {...needing} /> },
    {
      key: 'last',
      cell: ({ by }: ReviewRow) =>
        by ? (
          <span>
            <MixedText text={`${by.day} ${by.unit} ${by.name}`} />
          </span>
        ) : (
          <span className="text-quiet">{t('content.never')}</span>
        ),
    },
  ] as const
  return (
    <Table
      caption={t('content.title')}
      columns={columns.map((column) => ({ ...column, title: t(`content.column.${column.key}`) }))}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function Signed({ all, signed }: { all: number; signed: number }) {
  const { t } = useTranslation()
  return <>{t('content.signedOf', { all, signed })}</>
}

/** Words and state, folded away until they are used: the work stands on a phone's first screen. */
export function ReviewFilter({ search, state }: { search: string; state: string | undefined }) {
  const { t } = useTranslation()
  return (
    <details open={search !== '' || state !== undefined}>
      <summary className="min-h-11 py-2 font-bold">{t('content.filter')}</summary>
      <ListSearch label={t('content.search')} search={search}>
        <Select
          name="state"
          label={t('content.column.state')}
          none={t('desk.list.all')}
          defaultValue={state}
          choices={reviewStates.map((value) => ({ value, label: t(`content.state.${value}`) }))}
        />
      </ListSearch>
    </details>
  )
}
