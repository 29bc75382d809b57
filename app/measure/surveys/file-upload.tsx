import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { FileField } from '#app/ui/field'
import type { ImportStep } from './file-page.server'

type Props = { waveId: string; step: Extract<ImportStep, { step: 'upload' }> }

/** Choosing the file of a survey that was done elsewhere, and what must stand in it. */
export function FileUpload({ waveId, step: { problem, refusal } }: Props) {
  const { t } = useTranslation()
  const error = refusal ? t(`sheets.refusals.${refusal}`) : problem ? t(`surveyFiles.refused.${problem}`) : null
  return (
    <form method="post" encType="multipart/form-data" className="card max-w-3xl space-y-4 p-4">
      <FileField
        name="file"
        label={t('surveyFiles.upload.file')}
        hint={t('surveyFiles.upload.fileHint')}
        accept=".xlsx,.csv"
        error={error}
      />
      <Button>{t('surveyFiles.upload.read')}</Button>
      <h2 className="text-lg">{t('surveyFiles.upload.needsTitle')}</h2>
      <ul className="list-disc space-y-1 ps-6">
        <li>{t('surveyFiles.upload.needsRow')}</li>
        <li>{t('surveyFiles.upload.needsAnswer')}</li>
        <li>{t('surveyFiles.upload.needsPerson')}</li>
        <li>{t('surveyFiles.upload.needsKobo')}</li>
      </ul>
      <p>
        <a href={`/desk/surveys/${waveId}/xlsform.xlsx`} className="inline-flex min-h-11 items-center font-bold">
          {t('surveyFiles.xlsform.download')}
        </a>
      </p>
      <p className="text-quiet">{t('surveyFiles.upload.kept')}</p>
    </form>
  )
}
