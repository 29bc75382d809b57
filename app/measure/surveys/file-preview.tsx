import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import { type FaultGroup, groupFaults, numberRanges } from './fault-groups'
import type { FileDoubt, RowFault, TableFault } from './file-fault'
import type { PreviewView } from './file-view'

type Props = { preview: PreviewView; isProbability: boolean }

/** What a file would add, what is wrong with it, and its first rows as they were understood. */
export function FilePreview({ preview, isProbability }: Props) {
  const { t } = useTranslation()
  const { tableFaults, faultyRows, withoutColumn, letters, hasWeights } = preview
  if (tableFaults.length > 0) return <TableFaults faults={tableFaults} />
  return (
    <div className="space-y-4">
      <Counts preview={preview} />
      {preview.doubts.length > 0 && <Doubts doubts={preview.doubts} />}
      {letters !== null && (
        <Notice tone="caution" title={t('surveyFiles.preview.lettersTitle')}>
          <p>
            {t('surveyFiles.preview.letters')} <span lang={preview.textLocale}>{letters}</span>
          </p>
        </Notice>
      )}
      {isProbability && !hasWeights && (
        <Notice tone="caution">
          <p>{t('surveyFiles.preview.noWeights')}</p>
        </Notice>
      )}
      {withoutColumn.length > 0 && (
        <Notice tone="plain">
          <p>{t('surveyFiles.preview.withoutColumn', { items: withoutColumn.join(t('common.listSeparator')) })}</p>
        </Notice>
      )}
      {faultyRows > 0 && <RowFaults faults={preview.rowFaults} count={preview.faultCount} rows={faultyRows} />}
      <Samples preview={preview} />
    </div>
  )
}

function Counts({ preview: { total, ready, faultyRows, repeated, known, breakOffs } }: { preview: PreviewView }) {
  const { t } = useTranslation()
  const counts = [
    { label: t('surveyFiles.preview.total'), count: total },
    { label: t('surveyFiles.preview.ready'), count: ready },
    { label: t('surveyFiles.preview.faulty'), count: faultyRows },
    { label: t('surveyFiles.preview.repeated'), count: repeated },
    { label: t('surveyFiles.preview.known'), count: known },
    { label: t('surveyFiles.preview.breakOffs'), count: breakOffs },
  ]
  return (
    <dl className="card grid grid-cols-2 gap-3 p-4 text-center sm:grid-cols-3">
      {counts.map(({ label, count }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-quiet">{label}</dt>
          <dd className="text-2xl font-bold tabular-nums">{count}</dd>
        </div>
      ))}
    </dl>
  )
}

function TableFaults({ faults }: { faults: TableFault[] }) {
  const { t } = useTranslation()
  const separator = t('common.listSeparator')
  const sentence = ({ fault, columns }: FaultGroup): string => {
    if (columns) return t(`surveyFiles.tableFaults.${fault.problem}`, { ...fault, columns: columns.join(separator) })
    if (fault.problem === 'itemsMissing')
      return t('surveyFiles.tableFault.itemsMissing', { items: numberRanges(fault.items).join(separator) })
    if (fault.problem === 'slipped')
      return t('surveyFiles.tableFault.slipped', { ...fault, columns: numberRanges(fault.columns).join(separator) })
    return t(`surveyFiles.tableFault.${fault.problem}`, fault)
  }
  return (
    <Notice tone="bad" title={t('surveyFiles.tableFault.title')} live>
      <ul className="list-disc space-y-1 ps-6">
        {groupFaults(faults).map((group) => (
          <li key={JSON.stringify(group)}>{sentence(group)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Doubts({ doubts }: { doubts: FileDoubt[] }) {
  const { t } = useTranslation()
  return (
    <Notice tone="caution" title={t('surveyFiles.doubt.title')} live>
      <ul className="list-disc space-y-1 ps-6">
        {doubts.map(({ doubt, columns }) => (
          <li key={doubt}>
            {t(`surveyFiles.doubt.${doubt}`, { columns: numberRanges(columns).join(t('common.listSeparator')) })}
          </li>
        ))}
      </ul>
      <p>{t('surveyFiles.doubt.next')}</p>
    </Notice>
  )
}

function RowFaults({ faults, count, rows }: { faults: RowFault[]; count: number; rows: number }) {
  const { t } = useTranslation()
  return (
    <section className="space-y-3" aria-labelledby="faults">
      <Notice tone="bad" live>
        <h2 id="faults" className="font-bold">
          {t('surveyFiles.preview.faultTitle', { count: rows })}
        </h2>
        <p>{t('surveyFiles.preview.faultLead')}</p>
        {count > faults.length && <p>{t('surveyFiles.preview.faultsShown', { count: faults.length })}</p>}
      </Notice>
      <Table
        caption={t('surveyFiles.preview.faultTitle', { count: rows })}
        rows={faults}
        rowKey={({ row, column, problem }) => `${row} ${column} ${problem}`}
        columns={[
          {
            key: 'row',
            title: t('surveyFiles.preview.row'),
            isName: true,
            cell: ({ row }) => t('surveyFiles.preview.rowNumber', { row }),
          },
          {
            key: 'column',
            title: t('surveyFiles.preview.column'),
            cell: ({ column }) => <span lang="zh-CN">{column}</span>,
          },
          {
            key: 'value',
            title: t('surveyFiles.preview.value'),
            cell: ({ value }) => <span lang="zh-CN">{value || '—'}</span>,
          },
          {
            key: 'problem',
            title: t('surveyFiles.preview.problem'),
            cell: ({ problem }) => t(`surveyFiles.fault.${problem}`),
          },
        ]}
      />
    </section>
  )
}

function Samples({ preview: { samples, textLocale } }: { preview: PreviewView }) {
  const { t } = useTranslation()
  if (samples.length === 0) return null
  return (
    <details className="card px-4">
      <summary className="min-h-11 py-2 font-bold">
        {t('surveyFiles.preview.samples', { count: samples.length })}
      </summary>
      <ul className="space-y-4 pb-4">
        {samples.map(({ row, sex, age, weight, seconds, mode, stratum, cluster, answers }) => (
          <li key={row}>
            <p className="font-bold">{t('surveyFiles.preview.rowNumber', { row })}</p>
            <p className="tabular-nums">
              {t('surveyFiles.preview.sample', {
                sex: sex ? t(`surveyFiles.sex.${sex}`) : '—',
                age: age ?? '—',
                weight: weight ?? '—',
                seconds: seconds ?? '—',
                mode: t(`surveyFiles.mode.${mode}`),
              })}
            </p>
            {(stratum ?? cluster) !== null && (
              <p lang="zh-CN">{[stratum, cluster].filter((text) => text !== null).join(' · ')}</p>
            )}
            <ol className="grid gap-x-6 sm:grid-cols-2">
              {answers.map(({ number, text }) => (
                <li key={number} className="tabular-nums">
                  {number}. {text === null ? t('surveyFiles.preview.blank') : <span lang={textLocale}>{text}</span>}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </details>
  )
}
