import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import type { AccountRow } from './accounts.server'
import type { Faults } from './faults'
import type { PlaceChoice } from './place-choices.server'
import { ChosenRole, lacksPlace, NoPlace, PlaceField, RoleChooser } from './role-chooser'
import type { Role } from './roles'
import { Section } from './section'
import { FormFault, useFaults } from './use-faults'

type Props = {
  one: AccountRow
  isOwn: boolean
  choice: { role: Role; find: string; isAsked: boolean }
  found: { places: PlaceChoice[]; hasMore: boolean }
  refused: { intent: string; faults: Faults; typed: Typed } | undefined
}

/** Name, role and place of an account. Another role or place is looked for first, by the address. */
export function DetailsForm({ one, isOwn, choice, found, refused }: Props) {
  const { t } = useTranslation()
  const { role, find, isAsked } = choice
  const own = refused?.intent === 'change' ? refused : undefined
  const fault = useFaults(own?.faults)
  const place = role === one.role ? (one.regionId ?? one.organizationId ?? undefined) : undefined
  return (
    <Section id="change" title={t('accounts.one.change')}>
      <p className="text-quiet">{t(isOwn ? 'accounts.one.changeSelf' : 'accounts.one.changeText')}</p>
      {!isOwn && isAsked && <RoleChooser role={role} find={find} />}
      {lacksPlace(role, found) ? (
        <NoPlace find={find} />
      ) : (
        <form method="post" className="space-y-5">
          <FormFault refused={own?.faults} />
          <ChosenRole role={role} />
          <PlaceField role={role} found={found} chosen={own?.typed.place ?? place} error={fault('place')} />
          <TextField
            name="name"
            label={t('accounts.field.name')}
            error={fault('name')}
            defaultValue={own?.typed.name ?? one.name}
            autoComplete="off"
            maxLength={80}
          />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="change">
              {t('desk.form.save')}
            </Button>
            {!isOwn && !isAsked && (
              <ButtonLink href={`/desk/accounts/${one.id}?role=${one.role}`} look="quiet">
                {t('accounts.one.otherPlace')}
              </ButtonLink>
            )}
            {isAsked && (
              <ButtonLink href={`/desk/accounts/${one.id}`} look="quiet">
                {t('desk.form.cancel')}
              </ButtonLink>
            )}
          </div>
        </form>
      )}
    </Section>
  )
}
