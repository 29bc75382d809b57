import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import type { OwnMembership } from './memberships.server'
import type { OrganizationName } from './organization-choice.server'
import { OrganizationField } from './organization-field'
import { RoleField } from './person-fields'
import { faultOf } from './person-forms'
import { type Outcome, wrongIn } from './person-outcome'
import { RoleName } from './person-table'

type Props = {
  memberships: OwnMembership[]
  /** Empty: the account has one organization only, so there is none to add. */
  organizations: OrganizationName[] | null
  mayWrite: boolean
  isOver: boolean
  outcome: Outcome | undefined
}

/** The rosters a person stands or stood on, and putting them on another. */
export function PersonMemberships({ memberships, organizations, mayWrite, isOver, outcome }: Props) {
  const { t } = useTranslation()
  const mayAdd = mayWrite && !isOver && organizations?.length !== 0
  return (
    <section aria-labelledby="memberships" className="card space-y-4 p-4">
      <h2 id="memberships" className="text-xl">
        {t('rosters.person.memberships')}
      </h2>
      <p className="text-quiet">{t('rosters.person.membershipsHint')}</p>
      <ul className="space-y-3">
        {memberships.map((membership) => (
          <li
            key={membership.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3"
          >
            <Line membership={membership} />
            {mayWrite && membership.endedOn === null && (
              <ButtonLink
                href={`/desk/rosters/persons/${membership.personId}/memberships/${membership.id}`}
                look="quiet"
              >
                {t('rosters.person.change')}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      {mayAdd && <Add organizations={organizations} outcome={outcome} />}
    </section>
  )
}

function Line({ membership }: { membership: OwnMembership }) {
  const { t } = useTranslation()
  const { organizationName, groupName, roleGroup, note, startedOn, endedOn } = membership
  const period = endedOn
    ? t('rosters.person.sinceUntil', { from: startedOn, to: endedOn })
    : t('rosters.person.since', { from: startedOn })
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="font-bold">
        <MixedText text={[organizationName, groupName].filter(Boolean).join(' · ')} />
      </p>
      <p>
        <RoleName roleGroup={roleGroup} /> · {period}
      </p>
      {note && (
        <p className="text-quiet">
          <MixedText text={note} />
        </p>
      )}
    </div>
  )
}

function Add({ organizations, outcome }: Pick<Props, 'organizations' | 'outcome'>) {
  const { t } = useTranslation()
  const failed = wrongIn(outcome, 'add')
  const fault = faultOf(failed?.errors, 'organization')
  return (
    <details open={failed !== null}>
      <summary className="inline-flex min-h-11 items-center font-bold text-fire underline underline-offset-4">
        {t('rosters.person.addTo')}
      </summary>
      <form method="post" className="mt-3 space-y-4">
        <OrganizationField
          organizations={organizations}
          typed={failed?.typed.organization ?? ''}
          error={fault && t(fault)}
        />
        <RoleField typed={failed?.typed ?? {}} errors={failed?.errors} />
        <Button name="intent" value="add">
          {t('rosters.person.addToButton')}
        </Button>
      </form>
    </details>
  )
}
