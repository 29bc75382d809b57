import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import type { RefusedImport } from './file-import.server'
import type { Fault } from './import-fault'
import { ConfirmForm } from './import-preview'
import { FaultList, UploadForm } from './import-upload'

type Props = {
  title: string
  /** The list that is imported into. */
  path: string
  draft: { draftId: string; isExpired: boolean; plan: { faults: Fault[] } | null }
  refused: RefusedImport | undefined
  /** What the plan would change. */
  preview: ReactNode
  isNothing: boolean
  children: ReactNode
}

/** Choosing a file (`children` says how it is written); once it is understood, what it would change, to be confirmed. */
export function ImportPage({ title, path, draft, refused, preview, isNothing, children }: Props) {
  const { draftId, isExpired, plan } = draft
  const faults = refused?.faults.length ? refused.faults : (plan?.faults ?? [])
  const { t } = useTranslation()
  return (
    <div className="desk-page space-y-6 pt-6">
      <h1 className="title">{title}</h1>
      {faults.length > 0 && <FaultList faults={faults} />}
      {plan && faults.length === 0 ? (
        <>
          <p>{t('places.preview.lead')}</p>
          {preview}
          <ConfirmForm draftId={draftId} back={path} isNothing={isNothing} />
        </>
      ) : (
        <>
          {isExpired && !refused && (
            <Notice tone="caution">
              <p>{t('places.upload.expired')}</p>
            </Notice>
          )}
          <p>{t('places.upload.lead')}</p>
          <UploadForm error={refused?.error ?? null} template={`${path}/template.xlsx`}>
            {children}
          </UploadForm>
        </>
      )}
    </div>
  )
}
