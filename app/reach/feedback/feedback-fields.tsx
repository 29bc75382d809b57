import type { ReactNode } from 'react'
import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { feedbackKinds, langOf, MOST_TEXT, problemWords } from './feedback'

type Props = { page: string; typed?: Typed; errors?: Record<string, string> }

/**
 * The fields of the box. Their ids begin with "feedback-": the box stands on pages that have fields of their own.
 * Nothing is ticked beforehand: a choice nobody made would be counted as one.
 */
export function FeedbackFields({ page, typed = {}, errors = {} }: Props) {
  const { t } = useTranslation()
  const kindProblem = problemWords(t, errors.kind)
  const textProblem = problemWords(t, errors.text)
  return (
    <>
      <input type="hidden" name="page" value={page} />
      <fieldset className="space-y-2" aria-describedby={kindProblem ? 'feedback-kind-error' : undefined}>
        <legend className="mb-1 font-bold">{t('feedback.kindLabel')}</legend>
        <Problem id="feedback-kind-error">{kindProblem}</Problem>
        <div className="grid gap-2 sm:flex sm:flex-wrap">
          {feedbackKinds.map((kind) => (
            <label key={kind} className="choice flex-auto">
              <input type="radio" name="kind" value={kind} required defaultChecked={typed.kind === kind} />
              <span>{t(`feedback.kind.${kind}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <label htmlFor="feedback-text" className="mb-1 block font-bold">
          {t('feedback.text')}
        </label>
        <p id="feedback-text-hint" className="mb-1 text-quiet">
          {t('feedback.textHint')}
          <strong className="block text-ink">{t('feedback.noNames')}</strong>
        </p>
        <Problem id="feedback-text-error">{textProblem}</Problem>
        <textarea
          id="feedback-text"
          name="text"
          rows={4}
          required
          maxLength={MOST_TEXT}
          dir="auto"
          lang={langOf(typed.text ?? '')}
          defaultValue={typed.text}
          aria-invalid={textProblem ? true : undefined}
          aria-describedby={textProblem ? 'feedback-text-error feedback-text-hint' : 'feedback-text-hint'}
          className="w-full rounded-lg border-2 border-line bg-sheet px-3 py-2 aria-invalid:border-fire"
        />
      </div>
    </>
  )
}

function Problem({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={id} className="mb-1 font-bold text-fire" role="alert">
      {children}
    </p>
  )
}
