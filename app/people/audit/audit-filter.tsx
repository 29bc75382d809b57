import { useTranslation } from '#app/i18n/use-translation'
import type { Role } from '#app/people/accounts/roles'
import { Select, TextField } from '#app/ui/field'
import { ListSearch } from '#app/ui/list-search'
import { type AuditQuery, NOBODY } from './audit-query'
import { actionChoices, kindWords } from './audit-words'
import { subjectKinds } from './trail'

type Props = { query: AuditQuery; actors: { id: string; name: string; role: Role }[] }

/** Searching by the number of what it was about, and the filters. */
export function AuditFilter({ query: { search, filters }, actors }: Props) {
  const { t } = useTranslation()
  const all = t('desk.list.all')
  const accounts = actors.map(({ id, name, role }) => ({
    value: id,
    label: t('desk.signedInAs', { name, role: t(`accounts.role.${role}`) }),
    lang: 'zh-CN',
  }))
  return (
    <ListSearch label={t('audit.filter.search')} search={search}>
      <Select
        name="account"
        label={t('audit.filter.account')}
        none={all}
        defaultValue={filters.account}
        choices={[{ value: NOBODY, label: t('audit.nobody') }, ...accounts]}
      />
      <Select
        name="action"
        label={t('audit.filter.action')}
        none={all}
        defaultValue={filters.action}
        choices={actionChoices(t)}
      />
      <Select
        name="kind"
        label={t('audit.filter.kind')}
        none={all}
        defaultValue={filters.kind}
        choices={subjectKinds.map((kind) => ({ value: kind, label: kindWords(t, kind) }))}
      />
      <TextField name="from" type="date" label={t('audit.filter.from')} defaultValue={filters.from} />
      <TextField name="to" type="date" label={t('audit.filter.to')} defaultValue={filters.to} />
    </ListSearch>
  )
}
