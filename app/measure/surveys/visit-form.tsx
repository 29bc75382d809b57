import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { visitOutcomes } from './interview'

type Props = {
  /** How many visits there will have been with this one. */
  visits: number
  chosen: string | null
  error: string | null
}

/** What came of a visit that brought no answers. */
export function VisitForm({ visits, chosen, error }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" className="card space-y-3 p-4">
      <input type="hidden" name="intent" value="visit" />
      <input type="hidden" name="visits" value={visits} />
      <VisitChoices chosen={chosen} error={error} />
      <Button look="secondary">{t('answering.interview.visitSave')}</Button>
    </form>
  )
}

/** The outcomes to choose from. */
export function VisitChoices({ chosen, error }: { chosen: string | null; error: string | null }) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend className="mb-1 text-xl font-bold">{t('answering.interview.visitTitle')}</legend>
      <p className="mb-2 text-quiet">{t('answering.interview.visitText')}</p>
      {error && (
        <p className="mb-2 font-bold text-fire" role="alert">
          {error}
        </p>
      )}
      <div className="grid gap-2 sm:grid-cols-3">
        {visitOutcomes.map((outcome) => (
          <label key={outcome} className="choice">
            <input type="radio" name="outcome" value={outcome} defaultChecked={chosen === outcome} />
            <span>{t(`answering.disposition.${outcome}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
