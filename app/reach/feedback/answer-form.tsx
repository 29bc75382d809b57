import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextArea, TextField, Tick } from '#app/ui/field'
import { langOf, MOST_REASON, MOST_TEXT, problemWords } from './feedback'
import type { FeedbackRow } from './feedback-desk.server'

type Returned = { intent: string; typed: Typed; errors: Record<string, string> }
type Props = { row: FeedbackRow; returned: Returned | null }

/** Answering, or changing the answer. The public wording starts as what was written, so that it can be cut. */
export function AnswerForm({ row, returned }: Props) {
  const { t } = useTranslation()
  const { typed, errors } = returned?.intent === 'answer' ? returned : { typed: null, errors: {} as Typed }
  const isAnswered = row.status === 'answered'
  const answer = typed?.answer ?? (isAnswered ? (row.answer ?? '') : '')
  const publicText = typed?.publicText ?? row.publicText ?? row.text
  const isPublic = typed ? typed.isPublic === 'yes' : row.publicText !== null
  return (
    <form method="post" className="card space-y-4 p-4">
      <h2 className="text-xl">{t(isAnswered ? 'feedback.desk.answerChange' : 'feedback.desk.answerTitle')}</h2>
      <TextArea
        name="answer"
        label={t('feedback.desk.answer')}
        hint={t('feedback.desk.answerHint')}
        error={problemWords(t, errors.answer)}
        defaultValue={answer}
        lang={langOf(answer)}
        maxLength={MOST_TEXT}
        rows={5}
        required
      />
      <Tick name="isPublic" defaultChecked={isPublic}>
        {t('feedback.desk.isPublic')}
      </Tick>
      <TextArea
        name="publicText"
        label={t('feedback.desk.publicText')}
        hint={t('feedback.desk.publicHint')}
        error={problemWords(t, errors.publicText)}
        defaultValue={publicText}
        lang={langOf(publicText)}
        maxLength={MOST_TEXT}
        rows={5}
      />
      <Button name="intent" value="answer">
        {t('feedback.desk.saveAnswer')}
      </Button>
    </form>
  )
}

/** Setting aside, with a reason. */
export function SetAsideForm({ row, returned }: Props) {
  const { t } = useTranslation()
  const own = returned?.intent === 'setAside' ? returned : null
  return (
    <form method="post" className="card space-y-4 p-4">
      <h2 className="text-xl">{t('feedback.desk.asideTitle')}</h2>
      <p>{t('feedback.desk.asideText')}</p>
      <TextField
        name="reason"
        label={t('feedback.desk.reason')}
        error={problemWords(t, own?.errors.reason)}
        defaultValue={own?.typed.reason ?? (row.status === 'set-aside' ? (row.answer ?? '') : '')}
        maxLength={MOST_REASON}
        required
      />
      <Button look="quiet" name="intent" value="setAside">
        {t('feedback.desk.setAside')}
      </Button>
    </form>
  )
}
