import { useTranslation } from '#app/i18n/use-translation'
import { PartBadge, ReviewPart } from './review-parts'
import type { ModuleToReview, QuestionToReview } from './review-view'

/** Every question with its key and explanation. */
export function QuestionsToReview({ module: { questions, locale } }: { module: ModuleToReview }) {
  const { t } = useTranslation()
  return (
    <ReviewPart id="questions" title={t('content.questions')}>
      <p>{t('content.questionsLead')}</p>
      <ol className="reading mx-0 space-y-4">
        {questions.map((question, index) => (
          <li key={question.id} className="card space-y-2 p-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-quiet">
              <span>
                {t('quiz.number', { number: index + 1, total: questions.length })} · {t(`quiz.types.${question.type}`)}
              </span>
              <PartBadge isSigned={question.isSigned} />
            </p>
            <h3 className="text-lg" lang={locale}>
              {question.stem}
            </h3>
            <Options question={question} lang={locale} />
            <p>
              <span className="text-quiet">{t('content.explanation')}</span>{' '}
              <span lang={locale}>{question.explanation}</span>
            </p>
            <p className="text-quiet">
              {t('content.points')} {question.points.join(', ')}
            </p>
          </li>
        ))}
      </ol>
    </ReviewPart>
  )
}

/** The options: in the right order where that is what is asked, otherwise with a sign and a word for the right ones. */
function Options({ question: { type, options }, lang }: { question: QuestionToReview; lang: string }) {
  const { t } = useTranslation()
  const textOf = ({ id, text }: QuestionToReview['options'][number]) =>
    text ?? (id === 'right' ? t('quiz.right') : t('quiz.wrong'))
  if (type === 'ordering')
    return (
      <ol className="list-decimal pl-6" lang={lang}>
        {options.map((option) => (
          <li key={option.id}>{textOf(option)}</li>
        ))}
      </ol>
    )
  return (
    <ul className="space-y-1" lang={lang}>
      {options.map((option) => (
        <li key={option.id} className={`flex gap-2 ${option.isCorrect ? 'font-bold text-safe' : ''}`}>
          <span role="img" aria-label={t(option.isCorrect ? 'content.key' : 'content.wrong')} className="w-6 flex-none">
            {option.isCorrect ? '✓' : '·'}
          </span>
          <span>{textOf(option)}</span>
        </li>
      ))}
    </ul>
  )
}
