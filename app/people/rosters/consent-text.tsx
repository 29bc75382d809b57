import { useTranslation } from '#app/i18n/use-translation'
import { NOTICE_ITEMS, NOTICE_VERSION } from './consent-notice'

/** The notice to guardians, item by item, with the version that a consent is recorded under. */
export function ConsentText() {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="notice" className="card space-y-3 p-4">
      <h2 id="notice" className="text-xl">
        {t('rosters.consent.noticeTitle')}
      </h2>
      <dl className="space-y-3">
        {NOTICE_ITEMS.map((item) => (
          <div key={item}>
            <dt className="font-bold">{t(`rosters.consent.notice.${item}.title`)}</dt>
            <dd>{t(`rosters.consent.notice.${item}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-quiet">{t('rosters.consent.version', { version: NOTICE_VERSION })}</p>
    </section>
  )
}
