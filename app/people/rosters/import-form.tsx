import type { Typed } from '#app/http/read-fields'
import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { FileField, Select, TextField } from '#app/ui/field'
import { EACH_ROW } from './import-upload'
import type { OrganizationName } from './organization-choice.server'
import { inChinese } from './person-search'
import { roleGroups } from './role-groups'

type Props = {
  /** Null: too many to choose from, so that a name is typed. */
  organizations: OrganizationName[] | null
  /** Whether the file may name the unit of each row: not where there is only one. */
  mayNameEach: boolean
  typed: Typed
  errors: Record<string, string>
}

/** Uploading a list: the file, whose list it is, and what people are when the file does not say. */
export function ImportForm({ organizations, mayNameEach, typed, errors }: Props) {
  const { t } = useTranslation()
  const errorOf = (name: string) => (errors[name] ? t(errors[name] as 'rosters.import.form.noFile') : null)
  const each = { value: EACH_ROW, label: t('rosters.import.form.each') }
  return (
    <form method="post" encType="multipart/form-data" className="card max-w-3xl space-y-5 p-4 sm:p-6">
      <FileField
        name="file"
        label={t('rosters.import.form.file')}
        hint={t('rosters.import.form.fileHint')}
        error={errorOf('file')}
        accept=".xlsx,.csv,.txt"
      />
      {organizations === null ? (
        <TextField
          name="organization"
          label={t('rosters.import.form.organization')}
          hint={t('rosters.import.form.organizationHint')}
          error={errorOf('organization')}
          defaultValue={typed.organization}
          maxLength={100}
        />
      ) : (
        <Select
          name="organization"
          label={t('rosters.import.form.organization')}
          error={errorOf('organization')}
          choices={[...(mayNameEach ? [each] : []), ...inChinese(organizations)]}
          defaultValue={typed.organization ?? (organizations.length === 1 ? organizations[0]?.id : undefined)}
          none={t('rosters.import.form.organizationChoose')}
        />
      )}
      <Select
        name="role"
        label={t('rosters.import.form.role')}
        hint={t('rosters.import.form.roleHint')}
        error={errorOf('role')}
        choices={roleGroups.map((value) => ({ value, label: t(`rosters.role.${value}`) }))}
        defaultValue={typed.role}
        none={t('rosters.import.form.roleNone')}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t('rosters.import.form.submit')}</Button>
        <ButtonLink href="/desk/imports" look="quiet">
          {t('desk.form.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
