import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import type { OrganizationName } from './organization-choice.server'
import { ConsentFields, PersonFields, PlaceFields } from './person-fields'
import { faultOf } from './person-forms'

type Props = {
  groups: OrganizationName[]
  today: string
  failed: { errors: Record<string, string>; typed: Typed } | undefined
}

/** Entering a person by hand. The guardian's consent stands in the same form, for those who may be under 14. */
export function NewPersonForm({ groups, today, failed }: Props) {
  const { t } = useTranslation()
  const typed: Typed = failed?.typed ?? { startedOn: today }
  const errors = failed?.errors
  const consent = faultOf(errors, 'consent')
  const started = faultOf(errors, 'startedOn')
  return (
    <form method="post" className="card space-y-4 p-4">
      {errors && (
        <p role="alert" className="font-bold text-fire">
          {t('desk.form.check', { count: Object.keys(errors).length })}
        </p>
      )}
      <PersonFields typed={typed} errors={errors} phoneHint={t('rosters.person.phoneHint')} />
      <PlaceFields typed={typed} errors={errors} groups={groups} />
      <TextField
        name="startedOn"
        type="date"
        label={t('rosters.person.startedOn')}
        defaultValue={typed.startedOn}
        error={started && t(started)}
        required
      />
      <fieldset className="space-y-4 rounded-lg border-2 border-line p-4">
        <legend className="px-2 text-lg font-bold">{t('rosters.person.consentFieldset')}</legend>
        {consent ? (
          <p className="font-bold text-fire" role="alert">
            {t(consent)}
          </p>
        ) : (
          <p className="text-quiet">{t('rosters.person.consentWhen')}</p>
        )}
        <p>
          <a href="/guardians" className="inline-flex min-h-11 items-center">
            {t('join.guardians')}
          </a>
        </p>
        <ConsentFields typed={typed} errors={errors} />
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button>{t('rosters.person.add')}</Button>
        <ButtonLink href="/desk/rosters" look="quiet">
          {t('desk.form.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
