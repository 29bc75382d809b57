import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select } from '#app/ui/field'
import type { Failed } from './problem-text'
import { FormError } from './region-form'
import type { RegionChoice } from './region-lists.server'

type Props = { isClosed: boolean; choices: RegionChoice[]; failed: Failed | null }

/** Closing a place or putting it back in use, and merging it; each says what becomes of what hangs on it. */
export function RegionActions({ isClosed, choices, failed }: Props) {
  const { t } = useTranslation()
  const failedAt = (form: string) => (failed?.form === form ? failed : null)
  if (isClosed)
    return (
      <form method="post" className="card max-w-2xl space-y-3 p-4">
        <FormError failed={failedAt('reopen')} />
        <p>{t('places.close.reopenLead')}</p>
        <Button look="quiet" name="intent" value="reopen">
          {t('places.close.reopen')}
        </Button>
      </form>
    )
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <form method="post" className="card space-y-3 p-4">
        <h3 className="text-lg">{t('places.close.title')}</h3>
        <FormError failed={failedAt('close')} />
        <p>{t('places.close.lead')}</p>
        <Button look="secondary" name="intent" value="close">
          {t('places.close.button')}
        </Button>
      </form>
      <form method="post" className="card space-y-3 p-4">
        <h3 className="text-lg">{t('places.merge.title')}</h3>
        <FormError failed={failedAt('merge')} />
        <p>{t('places.merge.lead')}</p>
        <ul className="list-disc space-y-1 ps-6">
          <li>{t('places.merge.moves')}</li>
          <li>{t('places.merge.stays')}</li>
          <li>{t('places.merge.first')}</li>
        </ul>
        {choices.length === 0 ? (
          <p className="text-quiet">{t('places.merge.noChoice')}</p>
        ) : (
          <>
            <Select
              name="into"
              label={t('places.merge.into')}
              none={t('places.merge.choose')}
              required
              choices={choices.map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }))}
              defaultValue={failedAt('merge')?.typed.into}
              error={failedAt('merge')?.errors.into}
            />
            <Button look="secondary" name="intent" value="merge">
              {t('places.merge.button')}
            </Button>
          </>
        )}
      </form>
    </div>
  )
}
