import { useTranslation } from '#app/i18n/use-translation'
import { Select } from '#app/ui/field'
import type { WaveChoices } from './wave-choices.server'

type Props = { plans: WaveChoices['plans']; planId: string; error: string | null }

/** Which plan's target the result is judged against, with the way of counting that the plan sets or does not. */
export function WaveTarget({ plans, planId, error }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className="space-y-3">
      <legend className="mb-1 text-lg font-bold">{t('waves.form.target')}</legend>
      <Select
        name="planId"
        label={t('waves.form.plan')}
        hint={t('waves.form.planHint')}
        none={t('waves.form.noPlan')}
        choices={plans.map(({ id, district, percent, definition }) => ({
          value: id,
          label: t('waves.form.planChoice', {
            district,
            percent,
            definition: t(`waves.definition.${definition ?? 'none'}`),
          }),
        }))}
        defaultValue={planId}
        error={error}
      />
    </fieldset>
  )
}
