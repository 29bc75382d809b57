import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import type { PlaceRates } from './four-rates'
import { awareLine, gapLines, shareLine } from './rate-text'

/** The streets of a place by name: no order by figure, which would be a ranking. */
export function RateTable({ streets }: { streets: PlaceRates[] }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('rates.streets')}
      rows={streets}
      rowKey={({ place }) => place.id}
      columns={[
        {
          key: 'name',
          title: t('rates.place'),
          cell: ({ place }) => (
            <a href={`/desk/rates?place=${place.id}`} lang="zh-CN" className="inline-flex min-h-11 items-center">
              {place.name}
            </a>
          ),
          isName: true,
        },
        { key: 'learned', title: t('rates.learned.name'), cell: ({ learned }) => shareLine(t, learned) },
        { key: 'tested', title: t('rates.tested.name'), cell: ({ right }) => shareLine(t, right) },
        { key: 'signedOff', title: t('rates.signedOff.name'), cell: () => t('rates.noData') },
        { key: 'aware', title: t('rates.aware.name'), cell: ({ aware }) => awareLine(t, aware) },
        { key: 'gap', title: t('rates.gapTitle'), cell: (rates) => gapLines(t, rates).join(' ') },
      ]}
    />
  )
}
