import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { FileField } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import { type Fault, MOST_ROWS } from './import-fault'

type UploadProps = { error: string | null; template: string; children: ReactNode }

/** Choosing a file; `children` says how it is written. */
export function UploadForm({ error, template, children }: UploadProps) {
  const { t } = useTranslation()
  return (
    <form method="post" encType="multipart/form-data" className="card max-w-3xl space-y-4 p-4">
      <FileField
        name="file"
        label={t('places.upload.file')}
        hint={t('places.upload.fileHint', { most: MOST_ROWS })}
        accept=".xlsx,.csv"
        error={error}
      />
      <Button>{t('places.upload.read')}</Button>
      <h2 className="text-lg">{t('places.upload.columnsTitle')}</h2>
      <ul className="list-disc space-y-1 ps-6">{children}</ul>
      <p className="flex flex-wrap gap-x-4">
        <a href={template} className="inline-flex min-h-11 items-center font-bold">
          {t('places.upload.template')}
        </a>
      </p>
      <p className="text-quiet">{t('places.upload.exportHint')}</p>
    </form>
  )
}

/** As many faults as anybody corrects before trying again. */
const MOST_SHOWN = 100

/** Everything that is wrong with a file: where, what stands there, what to do. */
export function FaultList({ faults }: { faults: Fault[] }) {
  const { t } = useTranslation()
  return (
    <section className="space-y-3" aria-labelledby="faults">
      <Notice tone="bad" live>
        <h2 id="faults" className="font-bold">
          {t('places.upload.faultTitle', { count: faults.length })}
        </h2>
        <p>{t('places.upload.faultLead')}</p>
        {faults.length > MOST_SHOWN && <p>{t('places.upload.faultsShown', { count: MOST_SHOWN })}</p>}
      </Notice>
      <Table
        caption={t('places.upload.faultTitle', { count: faults.length })}
        rows={faults.slice(0, MOST_SHOWN).map((fault, at) => ({ ...fault, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'row',
            title: t('places.upload.fault.row'),
            isName: true,
            cell: ({ row, sheet }) => (
              <>
                {sheet && <span lang="zh-CN">{sheet} </span>}
                {row === null ? t('places.upload.fault.wholeFile') : t('places.upload.fault.at', { row })}
              </>
            ),
          },
          {
            key: 'column',
            title: t('places.upload.fault.column'),
            cell: ({ column }) => <span lang="zh-CN">{column}</span>,
          },
          {
            key: 'value',
            title: t('places.upload.fault.value'),
            cell: ({ value }) =>
              value === '' ? t('places.upload.fault.blank') : <span lang="zh-CN">{value.slice(0, 60)}</span>,
          },
          {
            key: 'remedy',
            title: t('places.upload.fault.remedy'),
            cell: ({ problem, data }) => t(`places.fault.${problem}`, data ?? {}),
          },
        ]}
      />
    </section>
  )
}
