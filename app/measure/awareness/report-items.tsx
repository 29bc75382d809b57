import type { Translate } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import type { EstimateResult } from './estimate-result'
import { percentText, shareWords } from './figure-words'
import { saidText } from './said-text'
import { FEWEST_FOR_PERCENT } from './share'

export type ItemRow = EstimateResult['items'][number]
/** What each item asks, by its id, and in which language that is written. */
export type Stems = { texts: Record<string, string>; lang: string }

/** What fewest people know first. */
export const itemRows = ({ items }: EstimateResult): ItemRow[] =>
  items.toSorted((a, b) => (a.value ?? 2) - (b.value ?? 2))

export function itemText(t: Translate, item: ItemRow): string {
  const isTold = item.reliable || item.n < FEWEST_FOR_PERCENT
  return isTold ? saidText(t, shareWords(item)) : t('estimates.report.unreliable')
}

export const unsureText = ({ unsure, n }: ItemRow): string =>
  unsure === null || n < FEWEST_FOR_PERCENT ? '—' : `${percentText(unsure)}%`

/** The items with their stems: for those who may see results. */
export function ReportItems({ result, stems }: { result: EstimateResult; stems: Stems }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="text-quiet">{t('estimates.report.itemsHint')}</p>
      <Table
        caption={t('estimates.report.items')}
        columns={[
          {
            key: 'item',
            title: t('estimates.report.item'),
            isName: true,
            cell: ({ id }: ItemRow) => <span lang={stems.lang}>{stems.texts[id] ?? id}</span>,
          },
          { key: 'rate', title: t('estimates.report.weighted'), cell: (item) => itemText(t, item) },
          { key: 'unsure', title: t('estimates.report.unsure'), cell: unsureText },
        ]}
        rows={itemRows(result)}
        rowKey={({ id }) => id}
      />
    </>
  )
}
