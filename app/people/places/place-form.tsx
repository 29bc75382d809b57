import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { StreetField } from './street-field'

type Props = { streets: { id: string; name: string }[]; chosen: string | null }

/** The street a learner lives in; optional, and can be taken back. */
export function PlaceForm({ streets, chosen }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" className="card space-y-3 p-4">
      <h2 className="text-xl">{t('progress.placeTitle')}</h2>
      <p className="text-quiet">{t('progress.placeHint')}</p>
      <StreetField label={t('progress.placeLabel')} streets={streets} chosen={chosen} none={t('progress.placeNone')} />
      <Button look="quiet" name="intent" value="place">
        {t('progress.placeSave')}
      </Button>
    </form>
  )
}
