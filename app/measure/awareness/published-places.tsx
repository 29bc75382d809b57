import { useTranslation } from '#app/i18n/use-translation'
import { IntervalChart } from '#app/ui/interval-chart'
import { Table } from '#app/ui/table'
import type { PublishedPage } from './published-page'
import { saidText } from './said-text'
import { FEWEST_SHOWN } from './share'

type Props = { streets: PublishedPage['streets']; target: number | null; isSample: boolean }

/** Streets by name, drawn and as a table. */
export function PublishedPlaces({ streets, target, isSample }: Props) {
  const { t } = useTranslation()
  if (streets.length === 0) return null
  const title = t('awareness.published.streetsTitle')
  const nameOf = ({ name }: Props['streets'][number]) =>
    name ? <span lang="zh-CN">{name}</span> : t('awareness.published.streetUnknown')
  return (
    <div className="space-y-3">
      <h3 className="text-xl">{title}</h3>
      <p className="text-quiet">
        {t(isSample ? 'awareness.published.streetsHint' : 'awareness.published.streetsQHint')}
        {isSample && target !== null && ` ${t('awareness.published.targetHint', { target })}`}
      </p>
      <IntervalChart
        title={`${title} · ${t('awareness.overallRate')}`}
        target={isSample ? target : null}
        rows={streets.map((street) => ({
          key: street.key,
          name: nameOf(street),
          drawn: street.overall.drawn,
          text: saidText(t, street.overall.words),
        }))}
      />
      <Table
        caption={t('awareness.tableOf', { title })}
        rows={streets}
        rowKey={({ key }) => key || 'none'}
        columns={[
          { key: 'name', title: t('awareness.street'), cell: nameOf, isName: true },
          { key: 'overall', title: t('awareness.overallRate'), cell: ({ overall }) => saidText(t, overall.words) },
          {
            key: 'mastery',
            title: t('awareness.masteryRate'),
            cell: ({ mastery }) => saidText(t, mastery.words, 'mastery'),
          },
        ]}
      />
      {streets.some(({ overall }) => overall.words.kind === 'hidden') && (
        <p className="text-quiet">{t('awareness.hiddenHint', { min: FEWEST_SHOWN })}</p>
      )}
    </div>
  )
}
