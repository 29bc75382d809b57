import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'

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
        <select
          name="region"
          defaultValue={chosen ?? ''}
          className="min-h-12 w-full rounded-lg border-2 border-line bg-sheet px-3"
        >
          <option value="">{t('progress.placeNone')}</option>
          {streets.map(({ id, name }) => (
            <option key={id} value={id} lang="zh-CN">
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button look="quiet" name="intent" value="place">
        {t('progress.placeSave')}
      </Button>
    </form>
  )
}
