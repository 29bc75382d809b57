import { useTranslation } from '#app/i18n/use-translation'
import { PreviewPart } from './import-preview'
import type { OrganizationsPlan, PlannedOrganization } from './organizations-plan'

/** What a file of organizations would change. */
export function OrganizationsPreview({ plan: { added, changed, unchanged } }: { plan: OrganizationsPlan }) {
  const { t } = useTranslation()
  const separator = t('common.listSeparator')
  const groupsOf = ({ newGroups }: PlannedOrganization) =>
    newGroups.length > 0
      ? [t('organizations.preview.newGroups', { names: newGroups.map(({ name }) => name).join(separator) })]
      : []
  const changesOf = ({ changes }: PlannedOrganization) =>
    t('organizations.preview.changes', {
      changes: changes.map((change) => t(`organizations.preview.change.${change}`)).join(separator),
    })
  const newLine = ({ regionName, kind }: PlannedOrganization) =>
    t('organizations.preview.newLine', { region: regionName, kind: t(`organizations.kind.${kind}`) })
  return (
    <PreviewPart
      title={t('organizations.title')}
      added={added.map((one) => ({
        key: String(one.row),
        name: one.name,
        text: [newLine(one), ...groupsOf(one)].join(' · '),
      }))}
      changed={changed.map((one) => ({
        key: String(one.row),
        name: one.name,
        text: [changesOf(one), ...groupsOf(one)].join(' · '),
      }))}
      unchanged={unchanged}
    />
  )
}
