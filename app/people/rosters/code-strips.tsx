import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select } from '#app/ui/field'
import type { OrganizationName } from './organization-choice.server'
import { inChinese } from './person-search'

type Props = {
  organizationId: string
  groups: OrganizationName[]
  groupId: string
  people: { id: string; name: string; groupName: string | null; code: string }[]
  address: string
}

/** Personal codes to print and to cut apart: each strip says whose it is, where to go, and the code. */
export function CodeStrips({ organizationId, groups, groupId, people, address }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div className="no-print space-y-4">
        <p>{t('rosters.person.codesLead')}</p>
        <p>{t('rosters.person.codesPrint')}</p>
        {groups.length > 0 && (
          <form method="get" className="card grid items-end gap-3 p-4 sm:grid-cols-3">
            <input type="hidden" name="organization" value={organizationId} />
            <Select
              name="group"
              label={t('rosters.person.group')}
              choices={inChinese(groups)}
              defaultValue={groupId}
              none={t('desk.list.all')}
            />
            <div>
              <Button look="quiet">{t('rosters.person.codesShow')}</Button>
            </div>
          </form>
        )}
      </div>
      {people.length === 0 && <p>{t('rosters.person.codesNone')}</p>}
      <ul className="grid gap-2 sm:grid-cols-2 print:grid-cols-2">
        {people.map(({ id, name, groupName, code }) => (
          <li key={id} className="break-inside-avoid rounded-lg border border-dashed border-quiet p-3">
            <p className="font-bold">
              <span lang="zh-CN">{[name, groupName].filter(Boolean).join(' · ')}</span>
            </p>
            <p className="text-2xl font-bold tracking-wider tabular-nums">{code}</p>
            <p className="text-sm break-all">{address}</p>
            <p className="text-sm">{t('rosters.person.codesHow')}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
