import { safeReturnPath } from '#app/http/return-path'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { FeedbackFields } from './feedback-fields'

/** The page that is itself the box. */
export const FEEDBACK_PATH = '/feedback'

/**
 * The feedback box at the foot of every public page, folded up. It is the same for everybody, so that pages can be kept
 * whole; only the path of the page stands in it.
 */
export function FeedbackBox({ path }: { path: string }) {
  const { t } = useTranslation()
  // The router also takes /Feedback/ for that page.
  if (path.toLowerCase().replace(/\/+$/, '') === FEEDBACK_PATH) return null
  return (
    <details className="card text-ink">
      <summary className="flex min-h-12 items-center px-4 font-bold">
        <Sign />
        {t('feedback.box')}
      </summary>
      <form method="post" action={FEEDBACK_PATH} className="max-w-2xl space-y-4 px-4 pb-4">
        <p>{t('feedback.lead')}</p>
        <FeedbackFields page={safeReturnPath(path)} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button>{t('feedback.send')}</Button>
          <a href={FEEDBACK_PATH} className="inline-flex min-h-11 items-center">
            {t('feedback.answersLink')}
          </a>
        </div>
      </form>
    </details>
  )
}

/** Shows that there is more below: the list marker is gone once a summary is laid out as a row. */
function Sign() {
  return (
    <span aria-hidden="true" className="mr-2 text-quiet">
      ✎
    </span>
  )
}
