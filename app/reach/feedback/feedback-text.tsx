import { shanghaiDay } from '#app/db/day'
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Written } from './answered-list'
import { canBeOpened } from './feedback'
import type { FeedbackRow } from './feedback-desk.server'

/** What was written, when and about which page, and who handled it. */
export function FeedbackText({ row }: { row: FeedbackRow }) {
  const { t } = useTranslation()
  const { day, kind, status, page, text, answeredBy, answeredAt } = row
  return (
    <section aria-labelledby="wrote" className="card space-y-3 p-4">
      <h2 id="wrote" className="text-xl">
        {t('feedback.desk.wrote')}
      </h2>
      <p className="text-quiet">
        {t('feedback.desk.received', {
          day,
          kind: t(`feedback.kind.${kind}`),
          status: t(`feedback.desk.status.${status}`),
        })}
      </p>
      <Written text={text} />
      <p className="break-words">
        {t('feedback.desk.page')}{' '}
        {canBeOpened(page) ? (
          <a href={page} className="inline-flex min-h-11 items-center break-all">
            {page}
          </a>
        ) : (
          <>
            <span className="break-all">{page}</span> <span className="text-quiet">({t('feedback.desk.pageOwn')})</span>
          </>
        )}
      </p>
      {answeredBy && answeredAt && (
        <p className="text-quiet">
          <MixedText text={t('feedback.desk.handled', { name: answeredBy, day: shanghaiDay(answeredAt) })} />
        </p>
      )}
    </section>
  )
}

/** The answer or the reason, for those who may only read it. */
export function HandledSoFar({ row: { status, answer, publicText } }: { row: FeedbackRow }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="handled" className="card space-y-3 p-4">
      <h2 id="handled" className="text-xl">
        {t(status === 'set-aside' ? 'feedback.desk.reason' : 'feedback.desk.answerTitle')}
      </h2>
      {answer && <Written text={answer} />}
      {publicText && (
        <>
          <h3 className="font-bold">{t('feedback.desk.publicText')}</h3>
          <Written text={publicText} />
        </>
      )}
      <p className="text-quiet">{t('feedback.desk.onlyRead')}</p>
    </section>
  )
}
