import type { ListQuery } from '#app/http/list-query'
import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { MixedText } from '#app/ui/mixed-text'
import { Table } from '#app/ui/table'
import { accountStates } from './account'
import type { AccountRow } from './accounts.server'
import { roles } from './roles'

/** Searching the accounts by name or login, and filtering them by role and state. */
export function AccountSearch({ query: { search, filters } }: { query: ListQuery }) {
  const { t } = useTranslation()
  return (
    <ListSearch label={t('accounts.list.search')} search={search}>
      <Select
        name="role"
        label={t('accounts.field.role')}
        none={t('desk.list.all')}
        defaultValue={filters.role}
        choices={roles.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
      />
      <Select
        name="state"
        label={t('accounts.field.state')}
        none={t('desk.list.all')}
        defaultValue={filters.state}
        choices={[...accountStates, 'locked' as const].map((state) => ({
          value: state,
          label: t(`accounts.state.${state}`),
        }))}
      />
    </ListSearch>
  )
}

export function AccountsTable({ rows }: { rows: AccountRow[] }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('accounts.list.caption')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: t('accounts.field.name'), isName: true, cell: (row) => <AccountLink {...row} /> },
        { key: 'login', title: t('accounts.field.login'), cell: ({ login }) => login },
        { key: 'role', title: t('accounts.field.role'), cell: ({ role }) => t(`accounts.role.${role}`) },
        {
          key: 'place',
          title: t('accounts.list.place'),
          cell: ({ scopeName }) => <MixedText text={scopeName ?? t('accounts.new.wholeDistrict')} />,
        },
        { key: 'state', title: t('accounts.field.state'), cell: (row) => <AccountStates {...row} /> },
        {
          key: 'factor',
          title: t('accounts.list.factor'),
          cell: ({ hasSecondFactor }) => t(hasSecondFactor ? 'accounts.on' : 'accounts.off'),
        },
      ]}
    />
  )
}

const AccountLink = ({ id, name }: Pick<AccountRow, 'id' | 'name'>) => (
  <a href={`/desk/accounts/${id}`} className="-my-2 inline-flex min-h-11 items-center">
    <MixedText text={name} />
  </a>
)

/** Its state, and whether wrong tries keep it waiting now. */
export function AccountStates({ state, isLocked }: Pick<AccountRow, 'state' | 'isLocked'>) {
  const { t } = useTranslation()
  const look = { active: 'text-safe', invited: 'text-amber', disabled: 'text-quiet' }[state]
  return (
    <>
      <span className={look}>{t(`accounts.state.${state}`)}</span>
      {isLocked && <span className="block font-bold text-fire">{t('accounts.state.locked')}</span>}
    </>
  )
}
