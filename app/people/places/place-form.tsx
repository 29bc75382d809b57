import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { StreetSelect } from './street-select'

type Props = { streets: { id: string; name: string }[]; chosen: string | null }

/** The street a learner lives in; optional, and can be taken back. */
export function PlaceForm({ streets, chosen }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" className="card space-y-3 p-4">
      <h2 className="text-xl">{t('progress.placeTitle')}</h2>
      <p className="text-quiet">{t('progress.placeHint')}</p>
      <label className="block">
        <span className="mb-1 block font-bold">{t('progress.placeLabel')}</span>
        <StreetSelect streets={streets} chosen={chosen} none={t('progress.placeNone')} />
      </label>
      <Button look="quiet" name="intent" value="place">
        {t('progress.placeSave')}
      </Button>
    </form>
  )
}
