import { useTranslation } from '#app/i18n/use-translation'
import { IntervalChart } from '#app/ui/interval-chart'
import { Table } from '#app/ui/table'
import type { PublishedPage } from './published-page'
import { saidText } from './said-text'

type Points = PublishedPage['points']

/** As many as somebody can plan for; the others are folded below. */
const FIRST = 6

/** What to teach next: knowledge points from the least known, each with the way to its lesson; then the areas. */
export function PublishedPoints({ points, dimensions }: { points: Points; dimensions: PublishedPage['dimensions'] }) {
  const { t } = useTranslation()
  const rest = points.slice(FIRST)
  return (
    <div className="space-y-3">
      <h3 className="text-xl">{t('awareness.published.pointsTitle')}</h3>
      <p className="text-quiet">{t('awareness.published.pointsHint')}</p>
      <PointTable points={points.slice(0, FIRST)} title={t('awareness.published.pointsTitle')} />
      {rest.length > 0 && (
        <details>
          <summary className="min-h-11 py-2 font-bold">
            {t('awareness.published.pointsMore', { count: rest.length })}
          </summary>
          <PointTable points={rest} title={t('awareness.published.pointsMore', { count: rest.length })} />
        </details>
      )}
      <Dimensions dimensions={dimensions} />
    </div>
  )
}

function PointTable({ points, title }: { points: Points; title: string }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('awareness.tableOf', { title })}
      rows={points}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'label',
          title: t('awareness.point'),
          cell: ({ label, lang }) => <span lang={lang}>{label}</span>,
          isName: true,
        },
        {
          key: 'known',
          title: t('awareness.published.known'),
          cell: ({ isReliable, words }) => (isReliable ? saidText(t, words) : t('awareness.published.unreliable')),
        },
        {
          key: 'module',
          title: t('awareness.module'),
          cell: ({ href, title: module, lang }) =>
            href && (
              <a href={href} lang={lang} className="inline-flex min-h-11 items-center">
                {module}
              </a>
            ),
        },
      ]}
    />
  )
}

function Dimensions({ dimensions }: { dimensions: PublishedPage['dimensions'] }) {
  const { t } = useTranslation()
  if (dimensions.length === 0) return null
  const rows = dimensions.map(({ dimension, words, drawn }) => ({
    key: dimension,
    name: isNamed(dimension) ? t(`awareness.published.dimension.${dimension}`) : dimension,
    drawn,
    text: saidText(t, words),
  }))
  return (
    <div className="space-y-3 pt-3">
      <h3 className="text-xl">{t('awareness.published.dimensionsTitle')}</h3>
      <IntervalChart title={t('awareness.published.dimensionsTitle')} rows={rows} />
      <Table
        caption={t('awareness.tableOf', { title: t('awareness.published.dimensionsTitle') })}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', title: t('awareness.published.dimensionName'), cell: ({ name }) => name, isName: true },
          { key: 'rate', title: t('awareness.overallRate'), cell: ({ text }) => text },
        ]}
      />
    </div>
  )
}

const NAMED = ['prevention', 'escape', 'safety', 'education'] as const
const isNamed = (dimension: string): dimension is (typeof NAMED)[number] => NAMED.some((named) => named === dimension)
