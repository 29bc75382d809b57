import type { Translate } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import { type DomainKind, type DomainRow, domainRows } from './domain-rows'
import type { EstimateResult, Figure } from './estimate-result'
import { shareWords } from './figure-words'
import { saidText } from './said-text'

export const domainKinds: DomainKind[] = ['street', 'sex', 'age']

/** The name of a part of the sample, in words. */
export function domainName(t: Translate, kind: DomainKind, { key, name }: Pick<DomainRow, 'key' | 'name'>): string {
  if (key === '') return t('estimates.report.key.unknown')
  if (key === 'female' || key === 'male') return t(`estimates.report.key.${key}`)
  const [from, to] = key.split('-')
  return kind === 'age' ? t('estimates.report.ages', { from, to }) : name
}

export const domainText = (t: Translate, figure: Figure, hidden: boolean): string =>
  saidText(t, shareWords(figure, { hidden }))

export function rankText(t: Translate, { rank }: DomainRow): string {
  if (!rank) return t('estimates.report.rankNone')
  return t(rank.best === rank.worst ? 'estimates.report.rankOne' : 'estimates.report.rankIs', rank)
}

type Props = { result: EstimateResult; ranks?: boolean }

/** By street, sex and age; small parts are hidden. */
export function ReportDomains({ result, ranks = false }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <p className="text-quiet">{t('estimates.report.byHint')}</p>
      {domainKinds.map((kind) => (
        <DomainTable
          key={kind}
          kind={kind}
          rows={domainRows(result, kind, { ranks })}
          ranks={ranks && kind === 'street'}
        />
      ))}
    </>
  )
}

function DomainTable({ kind, rows, ranks }: { kind: DomainKind; rows: DomainRow[]; ranks: boolean }) {
  const { t } = useTranslation()
  const rank = { key: 'rank', title: t('estimates.report.rank'), cell: (row: DomainRow) => rankText(t, row) }
  return (
    <section className="space-y-2">
      <h3 className="text-lg font-bold">{t(`estimates.report.by.${kind}`)}</h3>
      <Table
        caption={t(`estimates.report.by.${kind}`)}
        columns={[
          {
            key: 'name',
            title: t('estimates.report.group'),
            isName: true,
            cell: (row: DomainRow) => <MixedText text={domainName(t, kind, row)} />,
          },
          {
            key: 'overall',
            title: t('estimates.rate.overallRate'),
            cell: ({ overall, hidden }) => domainText(t, overall, hidden),
          },
          {
            key: 'mastery',
            title: t('estimates.rate.masteryRate'),
            cell: ({ mastery, hidden }) => domainText(t, mastery, hidden),
          },
          ...(ranks ? [rank] : []),
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  )
}
