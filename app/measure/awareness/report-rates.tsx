import type { Translate } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import type { EstimateResult, Figure } from './estimate-result'
import { pointsWords, shareWords } from './figure-words'
import { saidText } from './said-text'

export type RateRow = { key: string; name: string; figure: Figure; isPoints: boolean }

/** The two rates, what stands beside them, and the dimensions: the same rows on the page and in the file. */
export function rateRows(
  t: Translate,
  { overall, mastery, allCorrect, composite, dimensions, about }: EstimateResult,
): RateRow[] {
  const cut = about.instrument.masteryCut
  const row = (key: string, name: string, figure: Figure, isPoints = false) => ({ key, name, figure, isPoints })
  return [
    row('overallRate', t('estimates.rate.overallRate'), overall),
    row('masteryRate', t('estimates.rate.masteryRateAt', { cut }), mastery),
    row('allCorrect', t('estimates.rate.allCorrect'), allCorrect),
    ...(composite ? [row('composite', t('estimates.rate.composite'), composite, true)] : []),
    ...dimensions.map(({ dimension, ...figure }) => row(dimension, dimensionName(t, dimension), figure)),
  ]
}

const DIMENSIONS = ['prevention', 'escape', 'safety', 'education'] as const

export function dimensionName(t: Translate, dimension: string): string {
  const known = DIMENSIONS.find((one) => one === dimension)
  return known ? t(`awareness.published.dimension.${known}`) : dimension
}

/** A figure as weighted, or the same without weights and without an interval. */
export function figureText(t: Translate, figure: Figure, isPoints: boolean, isWeighted = true): string {
  const said = isWeighted ? figure : { value: figure.unweighted, n: figure.n, interval: null }
  return saidText(t, isPoints ? pointsWords(said) : shareWords(said))
}

export function effectiveText(t: Translate, { n, deff }: Figure): string {
  return deff === null || n < 30
    ? t('estimates.report.effectiveNone')
    : t('estimates.report.effectiveIs', { n: Math.round(n / deff), deff: deff.toFixed(2) })
}

export function ReportRates({ result }: { result: EstimateResult }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('estimates.report.rates')}
      columns={[
        { key: 'name', title: t('estimates.report.figure'), isName: true, cell: ({ name }: RateRow) => name },
        {
          key: 'weighted',
          title: t('estimates.report.weighted'),
          cell: ({ figure, isPoints }) => figureText(t, figure, isPoints),
        },
        {
          key: 'unweighted',
          title: t('estimates.report.unweighted'),
          cell: ({ figure, isPoints }) => figureText(t, figure, isPoints, false),
        },
        { key: 'effective', title: t('estimates.report.effective'), cell: ({ figure }) => effectiveText(t, figure) },
      ]}
      rows={rateRows(t, result)}
      rowKey={({ key }) => key}
    />
  )
}
