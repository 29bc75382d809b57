import type { Translate } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { Table } from '#app/ui/table'
import { percentText, pointsOfChange } from './figure-words'
import type { PairedFigure, PanelChange } from './panel-change'
import type { Stems } from './report-items'
import { FEWEST_FOR_PERCENT, FEWEST_SHOWN } from './share'

type Props = { panel: PanelChange; stems: Stems; isSampled: boolean }
type FiguresProps = { name: string; caption: string; rows: Row[]; isPercent: boolean }
type Row = PairedFigure & { key: string; name: string; lang?: string }

/** 训练前后变化 of those who answered both times, with those who are missing. */
export function PanelSection({ panel, stems, isSampled }: Props) {
  const { t } = useTranslation()
  const { asked, pairs, notAgain, otherPerson, shown, overall, mastery, items } = panel
  const rates: Row[] = [
    { key: 'overall', name: t('estimates.rate.overallRate'), ...overall },
    { key: 'mastery', name: t('estimates.rate.masteryRate'), ...mastery },
  ]
  const rows = items.map(
    (item): Row => ({ ...item, key: item.id, name: stems.texts[item.id] ?? item.id, lang: stems.lang }),
  )
  const isPercent = shown === 'figures'
  return (
    <div className="space-y-4">
      <h3 className="text-lg font-bold">{t('estimates.panel.title')}</h3>
      <p>
        {asked === 0
          ? t('estimates.panel.noMarks')
          : t('estimates.panel.lead', { asked, pairs, notAgain, otherPerson })}
      </p>
      {asked > 0 && shown === 'hidden' && <p>{t('estimates.panel.hidden', { least: FEWEST_SHOWN })}</p>}
      {shown === 'counts' && <p>{t('estimates.panel.counts', { pairs, least: FEWEST_FOR_PERCENT })}</p>}
      {shown !== 'hidden' && (
        <>
          {isPercent && <p>{t(isSampled ? 'estimates.panel.unit' : 'estimates.panel.noInterval')}</p>}
          <Figures
            name={t('estimates.panel.figure')}
            caption={t('estimates.panel.caption')}
            rows={isPercent ? rates : rates.slice(1)}
            isPercent={isPercent}
          />
          <details>
            <summary className="min-h-11 py-2 font-bold">{t('estimates.panel.itemsTitle')}</summary>
            <div className="space-y-3">
              {isPercent && isSampled && (
                <p className="text-quiet">{t('estimates.panel.itemsLead', { count: items.length })}</p>
              )}
              <Figures
                name={t('estimates.panel.item')}
                caption={t('estimates.panel.itemsTitle')}
                {...{ rows, isPercent }}
              />
            </div>
          </details>
        </>
      )}
      <p className="text-quiet">{t('estimates.panel.limits')}</p>
    </div>
  )
}

function Figures({ name: nameTitle, caption, rows, isPercent }: FiguresProps) {
  const { t } = useTranslation()
  const persons = (count: number | null) => (count === null ? '—' : t('estimates.panel.persons', { count }))
  const percents = [
    { key: 'before', title: t('estimates.panel.before'), cell: ({ before }: Row) => percent(before) },
    { key: 'now', title: t('estimates.panel.now'), cell: ({ now }: Row) => percent(now) },
    { key: 'change', title: t('estimates.panel.change'), cell: (row: Row) => changeText(t, row) },
  ]
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: 'name',
          title: nameTitle,
          isName: true,
          cell: ({ name, lang }: Row) => <span lang={lang}>{name}</span>,
        },
        ...(isPercent ? percents : []),
        { key: 'gained', title: t('estimates.panel.gained'), cell: ({ gained }) => persons(gained) },
        { key: 'lost', title: t('estimates.panel.lost'), cell: ({ lost }) => persons(lost) },
        { key: 'n', title: t('estimates.panel.pairs'), cell: ({ n }) => persons(n) },
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}

const percent = (share: number | null): string => (share === null ? '—' : `${percentText(share)}%`)

function changeText(t: Translate, { difference, interval, direction }: PairedFigure): string {
  if (difference === null) return '—'
  if (!interval) return pointsOfChange(difference)
  const limits = t('estimates.panel.limitsOf', {
    points: pointsOfChange(difference),
    lower: pointsOfChange(interval.lower),
    upper: pointsOfChange(interval.upper),
  })
  return `${limits} ${t(`estimates.compare.${direction}`)}`
}
