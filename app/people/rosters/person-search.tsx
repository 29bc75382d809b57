import type { ListQuery } from '#app/http/list-query'
import { useTranslation } from '#app/i18n/use-translation'
import { Select, TextField } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import type { OrganizationName } from './organization-choice.server'
import { roleGroups } from './role-groups'

type Props = {
  query: ListQuery
  /** Null: too many to choose from, so that a name is typed. Empty: there is only one. */
  organizations: OrganizationName[] | null
  /** Of the one organization that is chosen. */
  groups: OrganizationName[]
  seesContacts: boolean
}

/** Finding people on the rosters. */
export function PersonSearch({ query: { search, filters }, organizations, groups, seesContacts }: Props) {
  const { t } = useTranslation()
  const all = t('desk.list.all')
  return (
    <ListSearch label={t(seesContacts ? 'rosters.list.search' : 'rosters.list.searchNameOnly')} search={search}>
      {organizations === null ? (
        <TextField
          name="organization"
          label={t('rosters.list.organization')}
          hint={t('rosters.list.organizationHint')}
          defaultValue={filters.organization}
          maxLength={100}
        />
      ) : (
        organizations.length > 0 && (
          <Select
            name="organization"
            label={t('rosters.list.organization')}
            choices={inChinese(organizations)}
            defaultValue={filters.organization}
            none={all}
          />
        )
      )}
      <Select
        name="role"
        label={t('rosters.list.role')}
        choices={roleGroups.map((value) => ({ value, label: t(`rosters.role.${value}`) }))}
        defaultValue={filters.role}
        none={all}
      />
      {groups.length > 0 && (
        <Select
          name="group"
          label={t('rosters.list.group')}
          choices={inChinese(groups)}
          defaultValue={filters.group}
          none={all}
        />
      )}
      <Select
        name="state"
        label={t('rosters.list.state')}
        choices={[{ value: 'left', label: t('rosters.list.stateLeft') }]}
        defaultValue={filters.state}
        none={t('rosters.list.stateNow')}
      />
    </ListSearch>
  )
}

/** Names of organizations and groups are Chinese in every language. */
export const inChinese = (names: OrganizationName[]) =>
  names.map(({ id, name }) => ({ value: id, label: name, lang: 'zh-CN' }))
