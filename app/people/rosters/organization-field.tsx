import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select, TextField } from '#app/ui/field'
import type { OrganizationName } from './organization-choice.server'
import { inChinese } from './person-search'

type Props = {
  /** Null: too many to choose from, so that the name is typed. */
  organizations: OrganizationName[] | null
  typed: string
  error?: string | null
}

/** One organization of the scope: chosen, or typed where there are too many. */
export function OrganizationField({ organizations, typed, error }: Props) {
  const { t } = useTranslation()
  const common = { name: 'organization', label: t('rosters.person.organization'), defaultValue: typed, error }
  return organizations ? (
    <Select {...common} choices={inChinese(organizations)} none={t('rosters.person.choose')} required />
  ) : (
    <TextField {...common} hint={t('rosters.person.organizationHint')} maxLength={100} lang="zh-CN" required />
  )
}

/** Asks which organization a page is about; what was typed and not understood stands there again. */
export function OrganizationForm({ organizations, typed, button }: Omit<Props, 'error'> & { button: string }) {
  const { t } = useTranslation()
  const error = typed ? t('rosters.person.organizationUnclear') : null
  return (
    <form method="get" className="card space-y-4 p-4">
      <OrganizationField organizations={organizations} typed={typed} error={error} />
      <Button>{button}</Button>
    </form>
  )
}
