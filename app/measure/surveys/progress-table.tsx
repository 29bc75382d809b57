import type { Translate } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import type { ProgressRow } from './units.server'
import { dispositions } from './wave'
import { eligibleIn, type PartTally, responseRate, type Tally, talliesBy, tallyOf, unitsIn } from './wave-progress'

/** How far the field work has come, in all, by community and by interviewer. Nothing of any answer. */
export function Progress({ rows, isOver }: { rows: ProgressRow[]; isOver: boolean }) {
  const { t } = useTranslation()
  const all = tallyOf(rows)
  if (unitsIn(all) === 0) return null
  const nobody = t('waves.progress.nobody')
  return (
    <section className="space-y-4">
      <h2 className="text-xl">{t('waves.progress.title')}</h2>
      {!isOver && (
        <Notice tone="plain">
          <p>{t('waves.progress.noResults')}</p>
        </Notice>
      )}
      <dl className="card grid grid-cols-[repeat(auto-fit,minmax(6rem,1fr))] gap-3 p-4 text-center">
        {dispositions.map((disposition) => (
          <div key={disposition} className="flex flex-col-reverse justify-end">
            <dt className="text-quiet">{t(`waves.disposition.${disposition}`)}</dt>
            <dd className="text-2xl font-bold tabular-nums">{all[disposition]}</dd>
          </div>
        ))}
      </dl>
      <p>
        <strong>{rateText(t, all)}</strong> <span className="text-quiet">{t('waves.progress.formula')}</span>
      </p>
      <TallyTable
        title={t('waves.progress.byCluster')}
        none="—"
        rows={talliesBy(rows, ({ clusterId, cluster }) => ({ key: clusterId, name: cluster }))}
      />
      <TallyTable
        title={t('waves.progress.byInterviewer')}
        none={nobody}
        rows={talliesBy(rows, ({ interviewerId, interviewer }) => ({ key: interviewerId, name: interviewer }))}
      />
    </section>
  )
}

const LEAST_FOR_PERCENT = 30

/** The response rate with what it is made of; no percentage of fewer than thirty. */
function rateText(t: Translate, tally: Tally): string {
  const rate = responseRate(tally)
  const counts = { complete: tally.complete, eligible: eligibleIn(tally) }
  if (rate === null || counts.eligible < LEAST_FOR_PERCENT) return t('waves.progress.count', counts)
  return t('waves.progress.rate', { ...counts, percent: (rate * 100).toFixed(1) })
}

function TallyTable({ title, rows, none }: { title: string; rows: PartTally[]; none: string }) {
  const { t } = useTranslation()
  return (
    <div className="space-y-2">
      <h3 className="font-bold">{title}</h3>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            title: t('waves.progress.name'),
            isName: true,
            cell: ({ name }) => (name === '' ? none : <span lang="zh-CN">{name}</span>),
          },
          { key: 'units', title: t('waves.progress.units'), cell: ({ tally }) => unitsIn(tally) },
          ...dispositions.map((disposition) => ({
            key: disposition,
            title: t(`waves.disposition.${disposition}`),
            cell: ({ tally }: PartTally) => tally[disposition],
          })),
        ]}
      />
    </div>
  )
}
