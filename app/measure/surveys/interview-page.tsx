import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { AgainBox } from './again-box'
import { ReturnedNotice } from './answer-form'
import { InterviewFields, type InterviewForm } from './interview-fields'
import type { UnitLine } from './interview-view'
import { KishTable } from './kish-table'
import type { Returned } from './read-answer-form'
import { SendAnswers } from './send-answers'
import { VisitForm } from './visit-form'

type Answer =
  | { kind: 'visit'; error: 'outcomeMissing' }
  | { kind: 'returned'; returned: Returned }
  | { kind: 'refused'; why: 'waveClosed' | 'unitTaken' | 'unknownUnit' }

type Props = {
  title: string
  unit: UnitLine
  place: string
  isOpen: boolean
  id: string
  began: number
  form: InterviewForm
  answer: Answer | null
}

/** One unit of an interviewer: whom to ask, the questionnaire, or what came of a visit without answers. */
export function InterviewPage({ title, unit, place, isOpen, id, began, form, answer }: Props) {
  const { t } = useTranslation()
  const returned = answer?.kind === 'returned' ? answer.returned : null
  return (
    <div className="desk-page space-y-6 pt-6">
      <header className="space-y-1">
        <h1 className="title">{title}</h1>
        <p className="text-quiet">
          <span lang="zh-CN">{place}</span>
          {unit.number !== null &&
            `${t('common.listSeparator')}${t('answering.interview.household', { number: unit.number })}`}
          {`${t('common.listSeparator')}${t(`answering.disposition.${unit.disposition}`)}`}
          {`${t('common.listSeparator')}${t('answering.interview.visited', { count: unit.visits })}`}
        </p>
        <a href="/desk/interviews" className="inline-flex min-h-11 items-center">
          {t('desk.form.back')}
        </a>
      </header>
      {answer?.kind === 'refused' && <Notice tone="bad" title={t(`answering.refused.${answer.why}`)} live />}
      {!isOpen && answer?.kind !== 'refused' && <Notice tone="plain" title={t('answering.refused.waveClosed')} />}
      {isOpen && unit.isAnswered && answer?.kind !== 'refused' && (
        <Notice tone="good" title={t('answering.interview.answered')} />
      )}
      {isOpen && !unit.isAnswered && (
        <div className="reading space-y-6">
          <VisitForm
            visits={unit.visits + 1}
            chosen={null}
            error={answer?.kind === 'visit' ? t('answering.fault.outcomeMissing') : null}
          />
          {unit.kish && <KishTable row={unit.kish} ages={form.ages} />}
          {unit.again && <AgainBox again={unit.again} />}
          <form method="post" className="space-y-5" data-draft={unit.id} data-kept={t('survey.draftKept')}>
            <h2 className="text-xl">{t('answering.interview.questions')}</h2>
            <input type="hidden" name="intent" value="answers" />
            <input type="hidden" name="id" value={returned?.typed.id ?? id} />
            <input type="hidden" name="began" value={returned?.typed.began ?? began} />
            <input type="hidden" name="visits" value={unit.visits + 1} />
            {returned && <ReturnedNotice returned={returned} unsure={form.view.unsureLabel} />}
            <InterviewFields {...form} returned={returned} />
            <SendAnswers label={t('answering.interview.save')} hasBlanks={returned !== null && returned.blank > 0} />
          </form>
        </div>
      )}
    </div>
  )
}
