import { ReviewBadge } from '#app/content/lesson-section'
import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import type { MarkView, ResultView } from './paper'

type Props = {
  result: ResultView
  moduleId: string
  kind: 'quiz' | 'practice'
  ruleVersion: string
  isLate: boolean
  openDays: number
}

/** A closed attempt: the score, then each question with why. */
export function ResultReport({ result, moduleId, kind, ruleVersion, isLate, openDays }: Props) {
  const { t } = useTranslation()
  const wrong = result.itemCount - result.correctCount
  // Below half, reading again helps more than practising what was never understood.
  const isFarOff = 2 * result.correctCount < result.itemCount
  const verdict = kind === 'practice' ? 'practiceDone' : result.passed ? 'passed' : 'notPassed'
  return (
    <div className="space-y-6">
      <Notice tone={result.passed || wrong === 0 ? 'good' : 'caution'}>
        <p className="text-2xl font-bold">{t(`quiz.result.${verdict}`)}</p>
        <p className="text-xl">{t('quiz.result.score', { total: result.itemCount, correct: result.correctCount })}</p>
        {kind === 'quiz' && <p>{t('quiz.result.passMark', { needed: result.needed })}</p>}
        {kind === 'quiz' && <p className="text-quiet">{t('quiz.result.ruleVersion', { version: ruleVersion })}</p>}
        {isLate && <p>{t('quiz.result.late', { days: openDays })}</p>}
        {wrong === 0 && <p className="mt-2">{t('quiz.result.allRight')}</p>}
      </Notice>
      <div className="flex flex-wrap gap-3">
        {isFarOff && <ButtonLink href={`/modules/${moduleId}`}>{t('quiz.result.reread')}</ButtonLink>}
        {wrong > 0 && (
          <form method="post" action={`/modules/${moduleId}/practice`}>
            <Button look={isFarOff ? 'secondary' : 'primary'}>{t('quiz.result.practice', { count: wrong })}</Button>
          </form>
        )}
        <form method="post" action={`/modules/${moduleId}/quiz`}>
          <Button look="secondary">{t('quiz.result.again')}</Button>
        </form>
        {!isFarOff && (
          <ButtonLink href={`/modules/${moduleId}`} look="quiet">
            {t('quiz.result.reread')}
          </ButtonLink>
        )}
        <ButtonLink href="/me" look="quiet">
          {t('quiz.result.me')}
        </ButtonLink>
      </div>
      <ol className="space-y-5">
        {result.marks.map((mark, index) => (
          <li key={mark.id}>
            <MarkCard
              mark={mark}
              heading={t('quiz.number', { number: index + 1, total: result.itemCount })}
              lang={result.textLocale}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

function MarkCard({ mark, heading, lang }: { mark: MarkView; heading: string; lang: string }) {
  const { t } = useTranslation()
  return (
    <section className={`card border-l-8 p-4 sm:p-5 ${mark.isRight ? 'border-l-safe' : 'border-l-fire'}`}>
      <p className="flex flex-wrap justify-between gap-2 text-quiet">
        {heading}
        <strong className={mark.isRight ? 'text-safe' : 'text-fire'}>
          {mark.isRight ? `✓ ${t('quiz.result.isRight')}` : `✕ ${t('quiz.result.isWrong')}`}
        </strong>
      </p>
      <h2 className="text-xl" lang={lang}>
        {mark.stem}
      </h2>
      <dl className="mt-3 space-y-2">
        {!mark.isRight && (
          <div>
            <dt className="text-quiet">{t('quiz.result.yours')}</dt>
            <dd lang={lang}>
              <Answers mark={mark} answers={mark.yours} none={t('quiz.result.blank')} />
            </dd>
          </div>
        )}
        <div>
          <dt className="text-quiet">{t('quiz.result.correctAnswer')}</dt>
          <dd className="font-bold text-safe" lang={lang}>
            <Answers mark={mark} answers={mark.correct} none="" />
          </dd>
        </div>
        <div>
          <dt className="text-quiet">{t('quiz.result.why')}</dt>
          <dd lang={lang}>{mark.explanation}</dd>
        </div>
        <div className="text-quiet">
          <dt className="inline after:content-[':_']">{t('quiz.result.source')}</dt>
          <dd className="inline">
            {mark.sources.join(t('common.listSeparator')) || t('lesson.noSource')}
            {mark.awaitsReview && <ReviewBadge text={t('lesson.awaitingReview')} />}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Answers({ mark, answers, none }: { mark: MarkView; answers: string[]; none: string }) {
  if (answers.length === 0) return <span>{none}</span>
  if (answers.length === 1) return <span>{answers[0]}</span>
  const List = mark.type === 'ordering' ? 'ol' : 'ul'
  return (
    <List className={`pl-6 ${mark.type === 'ordering' ? 'list-decimal' : 'list-disc'}`}>
      {answers.map((answer) => (
        <li key={answer}>{answer}</li>
      ))}
    </List>
  )
}
