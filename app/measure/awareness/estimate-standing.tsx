import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import type { EstimateState } from './estimate-state'

type Props = {
  estimate: { id: string; waveId: string; createdBy: string; note: string; withdrawnWhy: string | null }
  days: { created: string; published: string | null; withdrawn: string | null }
  state: EstimateState
}

/** What became of an estimate, by whom and when, and the ways on. */
export function StandingLines({ estimate, days, state }: Props) {
  const { t } = useTranslation()
  return (
    <section className="space-y-2">
      <p>
        <strong className="mr-3">{t(`estimates.state.${state}`)}</strong>
        <MixedText text={t('estimates.page.frozen', { day: days.created, name: estimate.createdBy })} />
      </p>
      {days.published && <p>{t('estimates.page.publishedOn', { day: days.published })}</p>}
      {days.withdrawn && (
        <p>
          <MixedText
            text={t('estimates.page.withdrawnOn', { day: days.withdrawn, why: estimate.withdrawnWhy ?? '' })}
          />
        </p>
      )}
      {estimate.note && (
        <p className="whitespace-pre-line break-words" dir="auto">
          <MixedText text={estimate.note} />
        </p>
      )}
      <p className="flex flex-wrap gap-x-6">
        <a href={`/desk/estimates/${estimate.id}/file.xlsx`} className="inline-flex min-h-11 items-center font-bold">
          {t('estimates.page.download')}
        </a>
        <a href={`/desk/surveys/${estimate.waveId}`} className="inline-flex min-h-11 items-center">
          {t('estimates.page.wave')}
        </a>
      </p>
    </section>
  )
}
