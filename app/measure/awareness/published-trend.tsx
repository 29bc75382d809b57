import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import { TrendChart } from '#app/ui/trend-chart'
import { breakText } from './published-breaks'
import type { PublishedPage } from './published-page'
import { saidText } from './said-text'

type Props = Pick<PublishedPage, 'trend' | 'change' | 'target'>

/** As many as fit side by side on a phone in large print; the table has all. */
const MOST_DRAWN = 5

/** The overall rate of every published wave of the place, with what keeps two from being compared. */
export function PublishedTrend({ trend, change, target }: Props) {
  const { t } = useTranslation()
  const title = t('awareness.published.trendTitle')
  if (trend.length < 2)
    return (
      <div className="space-y-2">
        <h3 className="text-xl">{title}</h3>
        <p className="text-quiet">{t('awareness.published.trendOne')}</p>
      </div>
    )
  return (
    <div className="space-y-3">
      <h3 className="text-xl">{title}</h3>
      {change && <p className="text-lg font-bold">{t(`awareness.published.change.${change}`)}</p>}
      <Drawn trend={trend} target={target} title={title} />
      {trend.some(({ breaks }) => breaks.length > 0) && (
        <p className="text-quiet">{t('awareness.published.breakHint')}</p>
      )}
      <Table
        caption={t('awareness.tableOf', { title })}
        rows={trend.toReversed()}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'day',
            title: t('awareness.published.day'),
            cell: ({ day }) => <span className="whitespace-nowrap">{day}</span>,
            isName: true,
          },
          { key: 'overall', title: t('awareness.overallRate'), cell: ({ overall }) => saidText(t, overall.words) },
          {
            key: 'mastery',
            title: t('awareness.masteryRate'),
            cell: ({ mastery }) => saidText(t, mastery.words, 'mastery'),
          },
          {
            key: 'comparable',
            title: t('awareness.published.comparable'),
            cell: ({ key, breaks }) => breakText(t, breaks, key === trend[0]?.key),
          },
        ]}
      />
    </div>
  )
}

function Drawn({ trend, target, title }: Omit<Props, 'change'> & { title: string }) {
  const { t } = useTranslation()
  const points = trend.slice(-MOST_DRAWN).flatMap(({ key, day, overall: { drawn }, breaks }) =>
    drawn
      ? [
          {
            key,
            label: [day.slice(0, 4), day.slice(5)] as [string, string],
            ...drawn,
            breakSign: breaks.length > 0 ? t('awareness.published.breakSign') : null,
          },
        ]
      : [],
  )
  if (points.length < 2) return null
  return (
    <TrendChart
      title={`${title} · ${t('awareness.overallRate')}`}
      points={points}
      target={target}
      targetText={target === null ? '' : t('awareness.published.targetMark', { target })}
    />
  )
}
