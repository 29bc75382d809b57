import { useTranslation } from '#app/i18n/use-translation'
import type { Failed } from '#app/people/places/problem-text'
import { FormError } from '#app/people/places/region-form'
import { TextField } from '#app/ui/field'
import { LONGEST_WAVE_NAME } from './wave-fields'

/** What stands in the fields, and what is wrong with them. */
export type Part = { shown: Record<string, string>; errors: Record<string, string> }

/** How many fields are to be looked at again, or why the whole was refused. */
export function FormFaults({ failed }: { failed: Failed | null }) {
  const { t } = useTranslation()
  const errors = failed?.errors ?? {}
  return (
    <>
      {Object.keys(errors).length > 0 && !errors.form && (
        <p role="alert" className="font-bold text-fire">
          {t('desk.form.check', { count: Object.keys(errors).length })}
        </p>
      )}
      <FormError failed={failed} />
    </>
  )
}

export function WaveName({ shown, errors }: Part) {
  const { t } = useTranslation()
  return (
    <TextField
      name="name"
      label={t('waves.form.name')}
      hint={t('waves.form.nameHint')}
      lang="zh-CN"
      required
      maxLength={LONGEST_WAVE_NAME}
      defaultValue={shown.name ?? ''}
      error={errors.name ?? null}
    />
  )
}

/** When people are asked. */
export function WaveDays({ shown, errors }: Part) {
  const { t } = useTranslation()
  return (
    <fieldset className="space-y-4">
      <legend className="mb-1 text-lg font-bold">{t('waves.form.days')}</legend>
      <p className="text-quiet">{t('waves.form.daysHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['fieldFrom', 'fieldTo'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="date"
            label={t(`waves.form.${name}`)}
            required
            defaultValue={shown[name] ?? ''}
            error={errors[name] ?? null}
          />
        ))}
      </div>
    </fieldset>
  )
}
