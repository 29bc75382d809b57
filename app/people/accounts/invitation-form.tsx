import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import type { Faults } from './faults'
import { NameFields } from './name-fields'
import type { PlaceChoice } from './place-choices.server'
import { ChosenRole, lacksPlace, NoPlace, PlaceField } from './role-chooser'
import type { Role } from './roles'
import { FormFault, useFaults } from './use-faults'

type Props = {
  role: Role
  found: { places: PlaceChoice[]; hasMore: boolean }
  find: string
  refused: Faults | undefined
  typed: Typed
}

/** Who is invited; role and place have been chosen above. */
export function InvitationForm({ role, found, find, refused, typed }: Props) {
  const { t } = useTranslation()
  const fault = useFaults(refused)
  if (lacksPlace(role, found)) return <NoPlace find={find} />
  return (
    <form method="post" className="space-y-5">
      <FormFault refused={refused} />
      <ChosenRole role={role} />
      <PlaceField role={role} found={found} chosen={typed.place} error={fault('place')} />
      <NameFields typed={typed} fault={fault} isOwn={false} />
      <Button>{t('accounts.new.submit')}</Button>
    </form>
  )
}
