import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import type { OwnMembership } from './memberships.server'
import type { OrganizationName } from './organization-choice.server'
import { PlaceFields } from './person-fields'
import { faultOf } from './person-forms'
import { type Outcome, wrongIn } from './person-outcome'

type Props = {
  membership: OwnMembership
  groups: OrganizationName[]
  today: string
  outcome: Outcome | undefined
}

/** Changing what somebody is on a roster, and the day they leave it. */
export function MembershipForms({ membership, groups, today, outcome }: Props) {
  const { t } = useTranslation()
  const changed = wrongIn(outcome, 'place')
  const ended = wrongIn(outcome, 'end')
  const fault = faultOf(ended?.errors, 'endedOn')
  const { roleGroup, groupId, note } = membership
  return (
    <>
      <form method="post" className="card space-y-4 p-4">
        <PlaceFields
          typed={changed?.typed ?? { roleGroup, group: groupId ?? '', note: note ?? '' }}
          errors={changed?.errors}
          groups={groups}
        />
        <Button name="intent" value="place">
          {t('desk.form.save')}
        </Button>
      </form>
      <form method="post" className="card space-y-4 p-4">
        <h2 className="text-xl">{t('rosters.person.endTitle')}</h2>
        <p className="text-quiet">{t('rosters.person.membershipsHint')}</p>
        <TextField
          name="endedOn"
          type="date"
          label={t('rosters.person.endedOn')}
          hint={t('rosters.person.untilHint')}
          defaultValue={ended?.typed.endedOn ?? today}
          error={fault && t(fault)}
          required
        />
        <Button look="secondary" name="intent" value="end">
          {t('rosters.person.end')}
        </Button>
      </form>
    </>
  )
}
