import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select, TextField } from '#app/ui/field'
import { LONGEST_NAME } from './code'
import { organizationKinds } from './organization-kind'
import type { Failed } from './problem-text'
import { FormError } from './region-form'
import type { RegionChoice } from './region-lists.server'

type Props = {
  /** What the fields begin with. */
  given: Record<string, string>
  regions: RegionChoice[]
  /** The region it stands in, where that is closed and no longer to be chosen. */
  closedRegion?: { id: string; name: string } | null
  failed: Failed | null
  intent: 'add' | 'change'
}

/** Name, kind, place and staff count of an organization. */
export function OrganizationForm({ given, regions, closedRegion, failed, intent }: Props) {
  const { t } = useTranslation()
  const shown = failed?.typed ?? given
  const errors = failed?.errors ?? {}
  const kept = closedRegion ? [{ id: closedRegion.id, label: t('organizations.form.closedRegion', closedRegion) }] : []
  return (
    <form method="post" className="card max-w-2xl space-y-4 p-4">
      <FormError failed={failed} />
      <TextField
        name="name"
        label={t('organizations.form.name')}
        hint={t('organizations.form.nameHint')}
        lang="zh-CN"
        required
        maxLength={LONGEST_NAME}
        defaultValue={shown.name}
        error={errors.name}
      />
      <Select
        name="kind"
        label={t('organizations.form.kind')}
        none={t('organizations.form.choose')}
        required
        choices={organizationKinds.map((kind) => ({ value: kind, label: t(`organizations.kind.${kind}`) }))}
        defaultValue={shown.kind}
        error={errors.kind}
      />
      <Select
        name="regionId"
        label={t('organizations.form.region')}
        hint={t('organizations.form.regionHint')}
        none={t('organizations.form.choose')}
        required
        choices={[...kept, ...regions].map(({ id, label }) => ({ value: id, label, lang: 'zh-CN' }))}
        defaultValue={shown.regionId}
        error={errors.regionId}
      />
      <TextField
        name="staffCount"
        label={t('organizations.form.staff')}
        hint={t('organizations.form.staffHint')}
        inputMode="numeric"
        maxLength={12}
        defaultValue={shown.staffCount}
        error={errors.staffCount}
      />
      <Button name="intent" value={intent}>
        {t(intent === 'add' ? 'organizations.form.add' : 'organizations.form.save')}
      </Button>
    </form>
  )
}
