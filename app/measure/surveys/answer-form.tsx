import { useTranslation } from '#app/i18n/use-translation'
import { Notice } from '#app/ui/notice'
import { useAnswerFault } from './answer-fault'
import { type SheetView, withChosen } from './answer-view'
import type { Returned } from './read-answer-form'
import { RespondentFields } from './respondent-fields'
import { SendAnswers } from './send-answers'
import { SheetFields } from './sheet-fields'

type Props = {
  view: SheetView
  /** The id of the response, made when the page was made. */
  id: string
  /** Names the draft on this device: the same for every look at the same link. */
  draftKey: string
  began: number
  ages: { from: number; to: number }
  /** One person of the household was to be chosen. */
  asksEligible: boolean
  streets: { id: string; name: string }[]
  returned: Returned | null
}

/** The questionnaire of somebody who came by a link: all on one page. Sent with blanks it comes back once. */
export function AnswerForm({ view, id, draftKey, began, ages, asksEligible, streets, returned }: Props) {
  const { t } = useTranslation()
  const fault = useAnswerFault(ages)
  const typed = returned?.typed ?? {}
  return (
    <form method="post" className="space-y-5" data-draft={draftKey} data-kept={t('survey.draftKept')}>
      <input type="hidden" name="id" value={typed.id ?? id} />
      <input type="hidden" name="began" value={typed.began ?? began} />
      {returned && <ReturnedNotice returned={returned} unsure={view.unsureLabel} />}
      <RespondentFields
        ages={ages}
        typed={typed}
        ageError={fault(returned?.errors.age)}
        asksEligible={asksEligible}
        eligibleError={fault(returned?.errors.eligible)}
        streets={streets}
      />
      <SheetFields
        view={returned ? withChosen(view, returned.sheet) : view}
        marksBlank={returned !== null}
        contradictionAt={returned?.contradictionAt}
      />
      <SendAnswers label={t('survey.submit')} hasBlanks={returned !== null && returned.blank > 0} />
    </form>
  )
}

/** Says why a form came back. */
export function ReturnedNotice({ returned, unsure }: { returned: Returned; unsure: string }) {
  const { t } = useTranslation()
  const wrong = Object.keys(returned.errors).length + (returned.contradictionAt ? 1 : 0)
  if (wrong > 0) return <Notice tone="caution" title={t('desk.form.check', { count: wrong })} live />
  return (
    <Notice tone="caution" title={t('survey.blankTitle', { count: returned.blank })} live>
      <p>{t('survey.blankText', { unsure })}</p>
    </Notice>
  )
}
