import { useTranslation } from '#app/i18n/use-translation'
import { ButtonLink } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import type { PersonLine } from './person-list.server'
import { isRoleGroup } from './role-groups'

type Props = { rows: PersonLine[]; seesContacts: boolean; hasLeft: boolean }

/** People, one line for each roster they stand on. */
export function PersonTable({ rows, seesContacts, hasLeft }: Props) {
  const { t } = useTranslation()
  const phone = {
    key: 'phone',
    title: t('rosters.list.phone'),
    cell: ({ phone }: PersonLine) => phone ?? '—',
  }
  const until = { key: 'until', title: t('rosters.list.until'), cell: ({ endedOn }: PersonLine) => endedOn }
  return (
    <Table
      caption={t('rosters.list.caption')}
      rows={rows}
      rowKey={({ membershipId }) => membershipId}
      columns={[
        {
          key: 'name',
          title: t('rosters.list.name'),
          isName: true,
          cell: ({ personId, name }) => (
            <a href={`/desk/rosters/persons/${personId}`} className="-my-2 inline-flex min-h-11 items-center">
              <MixedText text={name} />
            </a>
          ),
        },
        ...(seesContacts ? [phone] : []),
        { key: 'role', title: t('rosters.list.role'), cell: ({ roleGroup }) => <RoleName roleGroup={roleGroup} /> },
        {
          key: 'organization',
          title: t('rosters.list.unit'),
          cell: ({ organizationName }) => <MixedText text={organizationName} />,
        },
        {
          key: 'group',
          title: t('rosters.list.group'),
          cell: ({ groupName }) => <MixedText text={groupName ?? '—'} />,
        },
        { key: 'since', title: t('rosters.list.since'), cell: ({ startedOn }) => startedOn },
        ...(hasLeft ? [until] : []),
      ]}
    />
  )
}

/** The name of a role group; one that is no longer on the list shows as it was written. */
export function RoleName({ roleGroup }: { roleGroup: string }) {
  const { t } = useTranslation()
  return <>{isRoleGroup(roleGroup) ? t(`rosters.role.${roleGroup}`) : roleGroup}</>
}

/** What an empty list says: what to do first, or to look for something else. */
export function NoPersons({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="card space-y-3 p-5">
      <p>{isFiltered ? t('desk.list.none') : t('rosters.list.empty')}</p>
      {isFiltered ? (
        <ButtonLink href="/desk/rosters" look="quiet">
          {t('desk.list.clear')}
        </ButtonLink>
      ) : (
        <p>{t('rosters.list.emptyNext')}</p>
      )}
    </div>
  )
}
