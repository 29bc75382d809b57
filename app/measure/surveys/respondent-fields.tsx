import { useTranslation } from '#app/i18n/use-translation'
import { StreetField } from '#app/people/places/street-field'
import { TextField } from '#app/ui/field'

type Props = {
  ages: { from: number; to: number }
  typed: { sex?: string; age?: string; eligible?: string; region?: string }
  ageError?: string | null
  /** One person of the household was chosen: among how many? */
  asksEligible?: boolean
  eligibleError?: string | null
  /** The streets to choose from; empty where the place is known already. */
  streets?: { id: string; name: string }[]
}

/** Sex, age and, where they matter, the household and the street: what the weights need, and nothing more. All may be left out. */
export function RespondentFields({ ages, typed, ageError, asksEligible, eligibleError, streets = [] }: Props) {
  const { t } = useTranslation()
  const sexes = ['female', 'male', ''] as const
  return (
    <div className="card space-y-5 p-4 sm:p-5">
      <fieldset>
        <legend className="mb-2 font-bold">{t('answering.form.sex')}</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {sexes.map((sex) => (
            <label key={sex} className="choice">
              <input type="radio" name="sex" value={sex} defaultChecked={typed.sex === sex} />
              <span>{t(`answering.form.sexes.${sex || 'unsaid'}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        name="age"
        type="number"
        inputMode="numeric"
        label={t('answering.form.age')}
        hint={t('answering.form.ageHint', ages)}
        error={ageError}
        defaultValue={typed.age}
      />
      {asksEligible && (
        <TextField
          name="eligible"
          inputMode="numeric"
          label={t('answering.form.eligible', ages)}
          hint={t('answering.form.eligibleHint')}
          error={eligibleError}
          defaultValue={typed.eligible}
        />
      )}
      {streets.length > 0 && (
        <StreetField
          label={t('survey.placeLabel')}
          streets={streets}
          chosen={typed.region ?? null}
          none={t('survey.placeNone')}
        />
      )}
    </div>
  )
}
