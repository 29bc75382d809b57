import { useTranslation } from '#app/i18n/use-translation'
import { Closing, failedAt, MergeInto } from './closing'
import type { Failed } from './problem-text'
import { FormError } from './region-form'
import type { RegionChoice } from './region-lists.server'

type Props = { isClosed: boolean; choices: RegionChoice[]; failed: Failed | null }

/** Closing a place or putting it back in use, and merging it; each says what becomes of what hangs on it. */
export function RegionActions({ isClosed, choices, failed }: Props) {
  const { t } = useTranslation()
  const failedMerge = failedAt(failed, 'merge')
  return (
    <Closing noun="places" isClosed={isClosed} failed={failed}>
      <form method="post" className="card space-y-3 p-4">
        <h3 className="text-lg">{t('places.merge.title')}</h3>
        <FormError failed={failedMerge} />
        <p>{t('places.merge.lead')}</p>
        <ul className="list-disc space-y-1 ps-6">
          <li>{t('places.merge.moves')}</li>
          <li>{t('places.merge.stays')}</li>
          <li>{t('places.merge.first')}</li>
        </ul>
        {choices.length === 0 ? (
          <p className="text-quiet">{t('places.merge.noChoice')}</p>
        ) : (
          <MergeInto
            noun="places"
            choices={choices.map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }))}
            failed={failedMerge}
          />
        )}
      </form>
    </Closing>
  )
}
