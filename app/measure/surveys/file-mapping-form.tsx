import { useTranslation } from '#app/i18n/use-translation'
import { Button, ButtonLink } from '#app/ui/button'
import { Select, Tick } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import type { MappingView, PreviewView } from './file-view'

type Props = { waveId: string; mapping: MappingView; preview: PreviewView }

/** Which column means what, to be put right; below it the button that writes, once nothing stands in its way. */
export function FileMappingForm({ waveId, mapping, preview }: Props) {
  const { t } = useTranslation()
  const { draftId, columns, items, roles, textLocale } = mapping
  const isWritable = preview.tableFaults.length === 0 && !preview.isImported && preview.ready > 0
  const none = t('surveyFiles.mapping.none')
  return (
    <form method="post" className="space-y-6">
      <input type="hidden" name="draft" value={draftId} />
      {isWritable && (
        <div className="card space-y-3 p-4">
          {preview.faultyRows > 0 && (
            <Tick name="leavesOut">{t('surveyFiles.preview.leavesOut', { count: preview.faultyRows })}</Tick>
          )}
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="confirm">
              {t('surveyFiles.preview.confirm', { count: preview.ready })}
            </Button>
            <ButtonLink href={`/desk/surveys/${waveId}/import`} look="quiet">
              {t('surveyFiles.preview.cancel')}
            </ButtonLink>
          </div>
        </div>
      )}
      <details className="card px-4" open={preview.tableFaults.length > 0}>
        <summary className="min-h-11 py-2 font-bold">{t('surveyFiles.mapping.title')}</summary>
        <div className="space-y-6 pb-4">
          <p>{t('surveyFiles.mapping.lead')}</p>
          <fieldset className="space-y-4">
            <legend className="text-lg font-bold">{t('surveyFiles.mapping.roles')}</legend>
            <div className="grid gap-4 sm:grid-cols-2">
              {roles.map(({ name, role, chosen }) => (
                <Select
                  key={name}
                  name={name}
                  label={t(`surveyFiles.role.${role}`)}
                  choices={columns}
                  defaultValue={chosen}
                  none={none}
                />
              ))}
            </div>
          </fieldset>
          <fieldset className="space-y-4">
            <legend className="text-lg font-bold">{t('surveyFiles.mapping.items')}</legend>
            {items.map(({ name, number, stem, chosen, canSplit }) => (
              <Select
                key={name}
                name={name}
                label={
                  <span lang={textLocale}>
                    {number}. <MixedText text={stem} />
                  </span>
                }
                choices={canSplit ? [{ value: 'split', label: t('surveyFiles.mapping.split') }, ...columns] : columns}
                defaultValue={chosen}
                none={none}
              />
            ))}
          </fieldset>
          <Button name="intent" value="check" look="secondary">
            {t('surveyFiles.mapping.check')}
          </Button>
        </div>
      </details>
    </form>
  )
}
