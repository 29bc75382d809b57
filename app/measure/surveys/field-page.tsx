import { useTranslation } from '#app/i18n/use-translation'
import { Script } from '#app/ui/script'
import { AgainBox, useAgainText } from './again-box'
import alone from './alone-options.browser.js?url'
import field from './interview-field.browser.js?url'
import { InterviewFields, type InterviewForm } from './interview-fields'
import queue from './interview-queue.browser.js?url'
import type { UnitGroup, UnitLine } from './interview-view'
import keepPage from './keep-page.browser.js?url'
import { KishTable } from './kish-table'
import { QueueBox } from './queue-box'
import shuffle from './shuffle-options.browser.js?url'
import { VisitChoices } from './visit-form'

type Props = { accountId: string; groups: UnitGroup[]; forms: { waveId: string; form: InterviewForm }[] }

const QUIET = 'min-h-12 cursor-pointer rounded-lg border-2 border-line bg-sheet px-4 py-2 font-bold text-ink'
const MAIN = 'min-h-12 cursor-pointer rounded-lg bg-fire px-4 py-2 font-bold text-white'

/**
 * All of an interviewer's open units on one page that also opens without a network: the questionnaire of each wave stands
 * in it once, and a script fills it in for the unit that is tapped.
 */
export function FieldPage({ accountId, groups, forms }: Props) {
  const { t } = useTranslation()
  return (
    <div data-field={accountId} data-words={JSON.stringify(useFieldWords())} className="space-y-6">
      <noscript>
        <p>{t('answering.field.noScript')}</p>
      </noscript>
      <QueueBox accountId={accountId} />
      <div data-list className="space-y-6">
        {groups.map(({ key, waveName, clusterName, units }) => (
          <section key={key} className="space-y-3">
            <h2 lang="zh-CN" className="text-xl">
              {clusterName ?? waveName}
            </h2>
            <ul className="grid gap-2 sm:grid-cols-2">
              {units.map((unit) => (
                <li key={unit.id}>
                  <UnitButton unit={unit} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div data-place hidden className="reading space-y-6" />
      {forms.map(({ waveId, form }) => (
        <template key={waveId} data-form-of={waveId}>
          <UnitForm form={form} />
        </template>
      ))}
      <Script src={shuffle} />
      <Script src={alone} />
      <Script src={queue} />
      <Script src={field} />
      <Script src={keepPage} />
    </div>
  )
}

function UnitButton({ unit }: { unit: UnitLine }) {
  const { t } = useTranslation()
  const { id, code, number, disposition, visits, isAnswered, waveId, kish, again } = unit
  return (
    <button
      type="button"
      className="choice w-full justify-between text-left"
      data-unit={id}
      data-wave={waveId}
      data-code={code}
      data-visits={visits}
      data-kish={kish?.join(' ')}
      data-again={useAgainText(again) || undefined}
      data-answered={isAnswered ? '' : undefined}
    >
      <span>
        <span className="font-bold tracking-wider">{code}</span>
        {number !== null && <span className="block text-quiet">{t('answering.interview.household', { number })}</span>}
      </span>
      <span data-unit-state>{t(`answering.disposition.${disposition}`)}</span>
    </button>
  )
}

function UnitForm({ form }: { form: InterviewForm }) {
  const { t } = useTranslation()
  return (
    <form className="space-y-6" data-ages={`${form.ages.from} ${form.ages.to}`}>
      <div className="space-y-2">
        <h2 className="text-2xl font-bold" tabIndex={-1} data-code-here>
          {t('answering.interview.unitTitle', { code: '' })}
        </h2>
        <button type="button" className={QUIET} data-act="back">
          {t('answering.field.back')}
        </button>
      </div>
      <div className="card space-y-3 p-4">
        <VisitChoices chosen={null} error={null} />
        <button type="button" className={QUIET} data-act="visit">
          {t('answering.interview.visitSave')}
        </button>
        <p role="alert" data-visit-fault className="font-bold text-fire" />
      </div>
      {form.asksEligible && <KishTable row={null} ages={form.ages} />}
      {form.asksAgain && <AgainBox again={null} />}
      <h2 className="text-xl">{t('answering.interview.questions')}</h2>
      <InterviewFields {...form} returned={null} />
      <p role="alert" data-fault className="font-bold text-fire" />
      <div className="flex flex-wrap gap-3">
        <button type="button" className={MAIN} data-act="finish">
          {t('answering.field.finish')}
        </button>
        <button type="button" className={QUIET} data-act="anyway" hidden>
          {t('answering.field.anyway')}
        </button>
      </div>
    </form>
  )
}

/** What the script says; # stands for a number. */
function useFieldWords() {
  const { t } = useTranslation()
  return {
    unit: t('answering.interview.unitTitle', { code: '#' }),
    draft: t('answering.field.draft'),
    waiting: t('answering.field.waiting'),
    refused: t('answering.field.refused'),
    sent: t('answering.field.sent'),
    blank: t('answering.field.blank', { number: '#' }),
    age: t('answering.fault.ageNumber'),
    ageFrame: t('answering.field.ageFrame', { from: '#', to: '##' }),
    eligible: t('answering.fault.eligibleNumber'),
    outcome: t('answering.fault.outcomeMissing'),
    full: t('answering.field.full'),
  }
}
