import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Script } from '#app/ui/script'
import autosave from './autosave.browser.js?url'
import type { PaperView, QuestionView } from './paper'
import { choiceField, placeField, seenField } from './read-answers'

type Props = { attemptId: string; paper: PaperView; repeated: string[] }

/** The whole paper as one form. Without script the save button saves; with it every tap does. */
export function QuizForm({ attemptId, paper, repeated }: Props) {
  const { t } = useTranslation()
  const total = paper.questions.length
  const answered = paper.questions.filter(({ response }) => response.length > 0).length
  return (
    <form
      method="post"
      className="space-y-6"
      data-autosave={`/attempts/${attemptId}/answers`}
      data-attempt={attemptId}
      data-saved={t('quiz.saved')}
      data-saving={t('quiz.saving')}
      data-offline={t('quiz.offline')}
      data-unsaved={t('quiz.unsaved')}
      data-blank-warning={t('quiz.blankWarning', { count: '#' as unknown as number })}
      data-answered={t('quiz.answered', { answered: '#', total })}
    >
      {paper.questions.map((question, index) => (
        <QuestionCard
          key={question.id}
          question={question}
          lang={paper.textLocale}
          heading={t('quiz.number', { number: index + 1, total })}
          isRepeated={repeated.includes(question.id)}
        />
      ))}
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-paper px-4 py-3">
        <p className="mb-2 flex justify-between gap-3" role="status">
          <span data-progress>{t('quiz.answered', { answered, total })}</span>
          <span data-state className="text-safe" />
        </p>
        <div className="grid grid-cols-[1fr_auto] gap-3 sm:flex">
          <Button name="intent" value="submit">
            {t('quiz.submit')}
          </Button>
          <Button name="intent" value="save" look="quiet">
            {t('quiz.save')}
          </Button>
        </div>
      </div>
      <Script src={autosave} />
    </form>
  )
}

type CardProps = { question: QuestionView; lang: string; heading: string; isRepeated: boolean }

function QuestionCard({ question, lang, heading, isRepeated }: CardProps) {
  const { t } = useTranslation()
  return (
    <fieldset
      className="card p-4 sm:p-5"
      data-question={question.id}
      data-type={question.type}
      data-sequence={question.sequence}
    >
      <legend className="sr-only">
        {heading}
        {t('common.listSeparator')}
        {t(`quiz.types.${question.type}`)}
        {t('common.listSeparator')}
        <span lang={lang}>{question.stem}</span>
      </legend>
      <input
        type="hidden"
        name={seenField(question.id)}
        defaultValue={question.sequence}
        autoComplete="off"
        data-seen
      />
      <div aria-hidden="true">
        <p className="text-quiet">
          {heading} · {t(`quiz.types.${question.type}`)}
        </p>
        <p className="mb-4 text-xl font-bold leading-snug" lang={lang}>
          {question.stem}
        </p>
      </div>
      {isRepeated && (
        <div className="mb-3">
          <Notice tone="bad">
            <p>{t('quiz.repeatedPlace')}</p>
          </Notice>
        </div>
      )}
      {question.type === 'ordering' ? (
        <Places question={question} lang={lang} />
      ) : (
        <Choices question={question} lang={lang} />
      )}
    </fieldset>
  )
}

function Choices({ question, lang }: { question: QuestionView; lang: string }) {
  return (
    <div className="space-y-2">
      {question.type === 'multiple' && <input type="hidden" name={choiceField(question.id)} value="" />}
      {question.options.map(({ id, text }) => (
        <label key={id} className="choice">
          <input
            type={question.type === 'multiple' ? 'checkbox' : 'radio'}
            name={choiceField(question.id)}
            value={id}
            defaultChecked={question.response.includes(id)}
          />
          <span lang={lang}>{text}</span>
        </label>
      ))}
    </div>
  )
}

/** An order without script: a place for each step. The script turns it into "tap in order". */
function Places({ question, lang }: { question: QuestionView; lang: string }) {
  const { t } = useTranslation()
  const places = question.options.map((_, index) => index + 1)
  return (
    <div className="space-y-2" data-places data-picked={t('quiz.orderPicked', { number: '#' })}>
      <p className="text-quiet" data-hint data-tap-hint={t('quiz.orderTapHint')}>
        {t('quiz.orderHint')}
      </p>
      {question.options.map(({ id, text }) => (
        <label key={id} className="choice justify-between" data-step={id}>
          <span lang={lang}>
            {text}
            <span className="sr-only">
              {t('common.listSeparator')}
              {t('quiz.placeShort')}
            </span>
          </span>
          <select
            name={placeField(question.id, id)}
            defaultValue={question.response.indexOf(id) + 1 || ''}
            className="min-h-11 flex-none rounded-lg border-2 border-line bg-sheet px-2"
          >
            <option value="">{t('quiz.noPlace')}</option>
            {places.map((place) => (
              <option key={place} value={place}>
                {t('quiz.placeNumber', { number: place })}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="button" hidden className="min-h-11 cursor-pointer px-2 text-fire underline" data-reset>
        {t('quiz.orderReset')}
      </button>
    </div>
  )
}
