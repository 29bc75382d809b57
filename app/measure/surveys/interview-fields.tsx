import { useTranslation } from '#app/i18n/use-translation'
import { TextField, Tick } from '#app/ui/field'
import { useAnswerFault } from './answer-fault'
import { type SheetView, withChosen } from './answer-view'
import type { Returned } from './read-answer-form'
import { RespondentFields } from './respondent-fields'
import { SheetFields } from './sheet-fields'

export type InterviewForm = {
  view: SheetView
  ages: { from: number; to: number }
  /** Those of face and phone that the wave uses. */
  modes: ('face' | 'phone')[]
  asksEligible: boolean
  /** A follow-up: only whoever answered the time before is asked. */
  asksAgain: boolean
}

/** The fields of an interview: how it was held, who answers, every question, and whether somebody answered for them. */
export function InterviewFields({
  view,
  ages,
  modes,
  asksEligible,
  returned,
}: Omit<InterviewForm, 'asksAgain'> & { returned: Returned | null }) {
  const { t } = useTranslation()
  const fault = useAnswerFault(ages)
  const typed = returned?.typed ?? {}
  return (
    <>
      {modes.length > 1 ? (
        <fieldset className="card p-4">
          <legend className="sr-only">{t('answering.interview.mode')}</legend>
          <p aria-hidden="true" className="mb-2 font-bold">
            {t('answering.interview.mode')}
          </p>
          <div className="grid gap-2 sm:grid-cols-2">
            {modes.map((mode, at) => (
              <label key={mode} className="choice">
                <input
                  type="radio"
                  name="mode"
                  value={mode}
                  defaultChecked={typed.mode ? typed.mode === mode : at === 0}
                />
                <span>{t(`answering.mode.${mode}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <input type="hidden" name="mode" value={modes[0] ?? 'face'} />
      )}
      {asksEligible && (
        <div className="card p-4">
          <TextField
            name="eligible"
            inputMode="numeric"
            label={t('answering.interview.eligible', ages)}
            error={fault(returned?.errors.eligible)}
            defaultValue={typed.eligible}
          />
        </div>
      )}
      <RespondentFields ages={ages} typed={typed} ageError={fault(returned?.errors.age)} />
      <p lang={view.textLocale} className="text-lg">
        {view.sections[0]?.introduction}
      </p>
      <SheetFields
        view={returned ? withChosen(view, returned.sheet) : view}
        marksBlank={returned !== null}
        contradictionAt={returned?.contradictionAt}
      />
      <Tick name="proxy" defaultChecked={typed.proxy === 'yes'}>
        {t('answering.interview.proxy')}
      </Tick>
    </>
  )
}
