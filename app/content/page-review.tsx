import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import type { LessonView } from './lesson'

/** Below a lesson: who reviewed the page and when, what was changed since, or that it awaits review. */
export function PageReview({ review: { state, by, changed } }: Pick<LessonView, 'review'>) {
  const { t } = useTranslation()
  const isSigned = (state === 'signed' || state === 'partly') && by !== null
  return (
    <Notice tone={state === 'signed' ? 'good' : 'caution'}>
      <p>
        {isSigned ? (
          <MixedText text={t(`lesson.pageReview.${state}`, { ...by, count: changed })} />
        ) : (
          t('lesson.pageReview.none')
        )}
      </p>
    </Notice>
  )
}
